import { expect, it } from 'vitest';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, consultationOf, draft, press } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, groupId } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const day = 24 * 60 * 60_000;
peerGroup(6);

const tokens = async (of: string) =>
  (await stored(app.store, app.scope))
    .filter(({ kind }) => kind === of)
    .map(({ doc }) => (doc as unknown as { owner: string }).owner);
/** Forms that were opened in one moment make one draft. */
async function drafted(n: number) {
  app.advance(1000);
  return draft(ada, asked(n));
}
const asked = (n: number) => ({ question: `How do I end a session that runs over by ${n} minutes?` });
const drafts = async () => words(await expectCard(ada.does('consult.mine'))).split('Question ·').length - 1;

it('drafts of one person lie under tokens that differ, by day too, and their owner finds all of them', async () => {
  for (let n = 10; n < 18; n++) await drafted(n);
  const today = await tokens('draft');
  expect(new Set(today).size).toBeGreaterThan(4);
  await app.pass(day);
  for (let n = 20; n < 28; n++) await drafted(n);
  const both = await tokens('draft');
  expect(both).toHaveLength(16);
  expect(both.filter((token) => !today.includes(token))).toHaveLength(8);
  expect(await drafts()).toBe(16);
  await app.pass(6 * day);
  expect(await drafts()).toBe(16);
  await app.pass(3 * day);
  expect(await tokens('draft')).toEqual([]);
});

it('what a draft lay under is not what the next draft of the same person lies under, so a post by name gives nothing away', async () => {
  const seen = new Map<string, number>();
  for (let n = 10; n < 20; n++) {
    const preview = await attest(ada, await drafted(n));
    for (const token of await tokens('draft')) seen.set(token, (seen.get(token) ?? 0) + 1);
    await press(ada, preview, 'Post as me');
  }
  expect(seen.size).toBeGreaterThan(5);
});

it('records as well: those to finish are found at home', async () => {
  for (let n = 0; n < 6; n++) {
    const said = {
      question: `What did we say about grief, part ${n}?`,
      guidance: 'Go slow.',
      minutes: '20',
      form: 'log',
    };
    const when = { date: '2026-03-02', time: '14:30', mode: 'phone', topic: 'case', outsiders: 'Juno Marsh, PhD' };
    await expectCard(ada.does('record.save', { group: await groupId(ada), followUp: '', ...said, ...when }));
  }
  expect(new Set(await tokens('record')).size).toBeGreaterThan(3);
  const keys = (await stored(app.store, app.scope)).flatMap(({ kind, doc }) =>
    kind === 'record' ? [(doc as unknown as { keys: Record<string, string> }).keys.waits] : [],
  );
  expect(new Set(keys).size).toBeGreaterThan(3);
  const home = JSON.stringify(await ada.does('curbside.home'));
  expect(home.split('part ').length - 1).toBe(6);
});

it('an erasure takes all of them', async () => {
  for (let n = 10; n < 14; n++) await drafted(n);
  const ben = await app.person('ben');
  const own = await ask(ben, { question: 'How do I begin with a silent group?' });
  expect(consultationOf(own)).not.toBe('');
  const owners = { owners: ben.who, zone: 'UTC', features: 'consultation', quietFrom: '18:00', quietTo: '08:30' };
  await ada.does('setup.save', { ...owners, weekends: 'yes', nudgeHours: '24' });
  expect((await ada.does('privacy.erase')).is).toBe('view');
  expect(await tokens('draft')).toEqual([]);
});
