import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import type { Card } from '../../src/index.ts';
import { openGroup } from '../fixtures/prepared.ts';
import { ask, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const documents = createDocuments(createSigner(Buffer.alloc(32, 7)));
const people = ['ada', 'ben', 'cleo', 'dan', 'eve', 'fay'];
let app: TestApp;
let ada: Person;
let ben: Person;
let at: { group: string };
beforeEach(async () => {
  const opened = await openGroup(people, {}, { now: Date.parse('2026-11-05T19:00:00Z') });
  app = opened.app;
  ({ ada, ben } = opened.people as { ada: Person; ben: Person });
  at = { group: await groupId(ada) };
});
afterEach(() => app.remove());

async function asks(n: number): Promise<Card[]> {
  const asked: Card[] = [];
  for (let i = 0; i < n; i += 1) {
    const how = i % 2 === 0 ? 'Post anonymously' : 'Post as me';
    asked.push(await ask(ben, { question: `How do I end a session on time, question ${'abcdefghij'[i]}?` }, how));
    await app.pass(21 * minute);
  }
  return asked;
}
const years = async (who = ada): Promise<string> => words(await expectCard(who.does('consult.years', at)));
const audit = async (): Promise<string> => words(await expectCard(ada.does('group.audit', at)));

it('a year is counted once it is over, from six on, and never changes: no two looks can be subtracted', async () => {
  const asked = await asks(7);
  expect(await years()).toContain('The first number appears after the end of this year.');
  await app.pass(60 * day);
  expect(await years()).toContain('2026: 7');
  await press(ben, asked[1] as Card, 'Take down');
  await ben.does('privacy.erase', { posts: 'take' });
  expect(await years()).toContain('2026: 7');
  await asks(0);
  await app.pass(365 * day);
  const text = await years();
  expect(text).toContain('2027: Fewer than 6');
  expect(text).toContain('2026: 7');
  const kept = (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'groupYear');
  expect(kept.map(({ doc }) => (doc as unknown as { n: number | null }).n).sort()).toEqual([7, null]);
});

it('what was taken down before the year ended counts as well, so that whoever counts the channel learns nothing of it', async () => {
  const asked = await asks(6);
  await press(ben, asked[1] as Card, 'Take down');
  await app.pass(60 * day);
  expect(await years()).toContain('2026: 6');
});

it('both are for owners, and nobody gets the file without its line among the changes', async () => {
  for (const route of ['consult.years', 'consult.years.shown', 'group.export', 'group.export.form', 'group.exported'])
    expect((await ben.does(route, { ...at, format: 'pdf' })).is, route).toBe('refused');
  expect((await ada.does('group.exported', { ...at, format: 'pdf' })).is).toBe('refused');
  const list = await expectCard(ada.does('group.audit', at));
  const form = await expectCard(press(ada, list, 'Export this group'));
  expect(await audit()).not.toContain('Group data exported');
  const done = await expectCard(press(ada, form, 'PDF'));
  expect(done.blocks.some((b) => b.is === 'file' && b.format === 'pdf')).toBe(true);
  await press(ada, form, 'CSV');
  expect((await audit()).split(`Group data exported <${ada.who}>`)).toHaveLength(2);
  await app.pass(2 * day);
  expect((await ada.does('group.exported', { ...at, format: 'pdf' })).is, 'on another day').toBe('refused');
});

it('has settings, agreement and years, and nothing of any member, post or report', async () => {
  await submit(ada, await expectForm(ada.does('agreement.addOns')), { addOns: 'dbt-team' });
  for (const who of [ada, ben]) {
    const asked = await who.does('consult.ask');
    if (asked.is === 'refused') await press(who, asked.view, 'Accept');
  }
  await asks(6);
  await app.pass(60 * day);
  await ada.does('consult.years', at);
  const form = await expectCard(ada.does('group.export.form', at));
  const texts: string[] = [];
  for (const format of ['CSV', 'Markdown']) {
    const made = await expectCard(press(ada, form, format));
    const block = made.blocks.find((b) => b.is === 'file');
    if (block?.is !== 'file') throw new Error('no file');
    const reader = { locale: 'en', zone: 'America/New_York', name: (who: string) => `<${who}>` };
    texts.push(
      Buffer.from((await documents.render(block.document, block.format, reader, app.now())).bytes).toString('utf8'),
    );
  }
  for (const text of texts) {
    for (const part of ['Group settings', 'Structures offered', 'remains responsible', 'Fallibility.', '2026', '6'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/end a session|anonymously|LMFT/);
    for (const name of people) expect(text).not.toContain((await app.person(name)).who);
  }
  expect(buttons(form).map((b) => b.with.format)).toContain('pdf');
});

it('where members practice changes what the guide asks and the statement says, and each person can say otherwise', async () => {
  const guide = async (said: Record<string, string> = {}) => expectCard(ben.does('curbside.guide', said));
  expect(words(await guide({ risk: 'no' }))).toContain('Where do you practice?');
  await submit(ada, await expectForm(ada.does('curbside.settings')), { place: 'uk' });
  const next = await guide({ risk: 'no' });
  expect(words(next)).toContain('Where are you in your career?');
  const advised = await guide({ risk: 'no', licence: 'licensed', need: 'case' });
  expect(words(advised)).toContain('In the UK and Ireland, supervision continues for a whole career');
  expect(words(await expectCard(press(ben, next, 'I practice somewhere else')))).toContain('Where do you practice?');
  expect(words(await expectCard(ben.does('credit.statement', at)))).toContain('Check with your professional body.');
  expect(await audit()).toContain('Where members practice');
});
