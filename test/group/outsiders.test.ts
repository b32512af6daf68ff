import { afterEach, beforeEach, expect, it } from 'vitest';
import { routes } from '../../src/routes.ts';
import { ask, consultationOf, draft, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import {
  accept,
  expectCard,
  expectForm,
  expectView,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { buttons } from '../fixtures/view-text.ts';

/** Each word stands in one thing of the group, or of somebody in it. */
const words = {
  question: 'How do I bring up marmalade at the end of a session?',
  reply: 'Begin with the zeppelin.',
  draft: 'How do I bring up the harpsichord next time?',
  advice: 'Look at the periscope.',
  hidden: 'How do I bring up the tambourine before we end?',
};
const ofGroup = /marmalade|zeppelin|harpsichord|periscope|tambourine/;
const ofAda = /harpsichord|periscope|tambourine/;

let app: TestApp;
let ada: Person;
let ids: Record<string, string>;
beforeEach(async () => {
  app = await openTestApp();
  const people = await group(app, ['owner', 'ada', 'ben', 'gone', 'cleo']);
  ada = people.ada as Person;
  const ben = people.ben as Person;
  const own = await ask(ada, { question: words.question }, 'Post anonymously');
  app.advance(1000);
  const hidden = await ask(ada, { question: words.hidden });
  await app.pass(30 * 60_000);
  const here = await groupId(ada);
  await ada.does('consult.expose', { group: here, consultation: consultationOf(hidden) });
  const at = { group: here, consultation: consultationOf(own) };
  await submit(ben, await expectForm(ben.does('consult.reply', at)), { text: words.reply, as: 'me' });
  app.advance(1000);
  const written = await draft(ada, { question: words.draft });
  const log = await expectForm(ada.does('consult.log'));
  const typed = { question: words.question, guidance: words.advice, outsiders: 'Rowan,', draft: 'yes' };
  const record = await expectCard(submit(ada, log, typed));
  const reply = (await stored(app.store, app.scope)).find(({ kind }) => kind === 'reply')?.doc.id ?? '';
  const find = (card: Parameters<typeof buttons>[0], name: string) =>
    buttons(card).find((b) => b.with[name])?.with[name] ?? '';
  const left = { eventId: 'left', scope: app.scope, who: people.gone?.who ?? '', channel: 'C1', manages: false };
  await app.core.happened({ ...left, zone: null, locale: 'en', command: 'platform.personLeft', input: {} });
  ids = {
    ...at,
    hidden: consultationOf(hidden),
    reply,
    draft: find(written, 'draft'),
    record: find(record, 'record'),
  };
  await app.pass(0);
});
afterEach(() => app.remove());

/** What any form or button could carry, for whatever is asked; each route takes what it knows. */
const filled = (): Record<string, string> => ({
  ...{ version: '1', on: 'yes', of: 'posted', as: 'me', text: 'Typed by an outsider.', reason: 'New', words: '' },
  ...{ question: 'Typed by an outsider, too.', guidance: 'Typed.', decision: 'Typed.', rationale: 'Typed.' },
  ...{ minutes: '15', outsiders: 'Rowan,', owner: ada.who, owners: ada.who, form: 'log', chosen: '0', key: 'x' },
  ...{ credential: 'LMFT', licensed: 'yes', zone: 'UTC', quietFrom: '18:00', quietTo: '08:30', nudgeHours: '24' },
  ...{ features: 'consultation', date: '2026-03-04', otherLanguages: 'ask' },
});

/** Everything that lies in the store but deliveries, and how records show somebody, which stays everybody’s own choice. */
const everything = async () =>
  (await stored(app.store, app.scope))
    .filter(({ kind }) => !['event', 'resident'].includes(kind))
    .map((one) => JSON.stringify(one));

const asked = routes.filter((route) => route.who !== 'timer' && route.who !== 'platform');

async function tries(who: Person, input: Record<string, string>): Promise<{ name: string; said: string }[]> {
  const answers: { name: string; said: string }[] = [];
  for (const { name } of asked) {
    if (name === 'privacy.erase') continue;
    for (const other of [{}, { consultation: ids.hidden ?? '', reply: '' }]) {
      const answer = await who.does(name, { ...filled(), ...input, ...other });
      answers.push({ name, said: JSON.stringify(answer.is === 'again' ? { ...answer.form, with: {} } : answer) });
    }
  }
  return answers;
}

it.each([
  ['a stranger', { channel: 'C9' }, 'stranger'],
  ['a former member', { channel: null }, 'gone'],
] as const)(
  '%s reads and changes nothing of a group, whatever they send',
  async (_, given, id) => {
    const before = await everything();
    const answers = await tries(await app.person(id, given), ids);
    expect(answers.length).toBeGreaterThan(150);
    expect(answers.filter(({ said }) => ofGroup.test(said)).map(({ name }) => name)).toEqual([]);
    expect(await everything()).toEqual(before);
  },
  120_000,
);

it('a member and owner of another group gets at nothing of this one, under either group’s id', async () => {
  const eve = await app.person('eve', { manages: true, channel: 'C2' });
  await expectView(submit(eve, await expectForm(eve.does('curbside.setup')), {}));
  await accept(eve);
  const own = (await everything()).filter((one) => one.includes(eve.who) || one.includes('"C2"'));
  const before = (await everything()).filter((one) => !own.includes(one));
  const alone = await app.person('eve', { channel: 'C2' });
  const answers = [...(await tries(alone, ids)), ...(await tries(alone, { ...ids, group: await groupId(eve) }))];
  expect(answers.filter(({ said }) => ofGroup.test(said)).map(({ name }) => name)).toEqual([]);
  const after = await everything();
  expect(before.filter((one) => !after.includes(one))).toEqual([]);
}, 120_000);

it.each(['cleo', 'owner'])(
  '%s, a colleague, reads no draft, no record and no hidden text of another',
  async (id) => {
    const mine = (await everything()).filter((one) => /^{"kind":"(?:draft|record)"/.test(one));
    expect(mine).toHaveLength(2);
    const answers = await tries(await app.person(id), ids);
    expect(answers.filter(({ said }) => ofAda.test(said)).map(({ name }) => name)).toEqual([]);
    const after = await everything();
    expect(mine.filter((one) => !after.includes(one))).toEqual([]);
    const question = after.find((one) => one.startsWith('{"kind":"consultation"') && one.includes(ids.hidden ?? '-'));
    expect(question).toContain('tambourine');
  },
  120_000,
);

it('what waited for the choice of a group is refused as it would be there', async () => {
  const here = await groupId(await app.person('ben'));
  const gil = await app.person('gil', { manages: true, channel: 'C2' });
  await expectView(submit(gil, await expectForm(gil.does('curbside.setup')), {}));
  await accept(gil);
  await accept(await app.person('ben', { channel: 'C2' }));
  const home = await app.person('ben', { channel: null });
  for (const command of ['curbside.settings', 'checkin.mine', 'group.audit']) {
    const asked = JSON.stringify(await home.does(command, { kept: '1' }));
    const pending = /"pending":"([^"]+)"/.exec(asked)?.[1];
    if (pending === undefined) throw new Error(asked);
    const answer = await home.does('agreement.goOn', { group: here, pending });
    expect(answer.is === 'view' ? answer.view.is : answer.is, command).toBe('home');
  }
});
