import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { openGroup } from '../fixtures/prepared.ts';
import { attest, closeAndDocument, post, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';

let app: TestApp;
let ana: Person;
let ben: Person;
async function begin(): Promise<void> {
  const { people, ...opened } = await openGroup(['ana', 'ben', 'cy', 'dee', 'eve', 'fay', 'gil']);
  app = opened.app;
  [ana, ben] = [people.ana, people.ben] as [Person, Person];
}

const quotes = (card: Card): string[] => card.blocks.flatMap((b) => (b.is === 'quote' ? [b.text] : []));
const hour = 60 * 60_000;
const question = 'Should Dr. Bell or Dr. Chen see Tamsin? Her friend Rosa asked.';
const posted = 'Should Dr. [Colleague] or Dr. [Colleague 2] see [Person]? Her friend [Friend] asked.';

describe.each(['Post as me', 'Post anonymously'] as const)('a name that is new to a thread (%s)', (how) => {
  let own: Card;
  beforeAll(async () => {
    await begin();
    await post(ana, { question }, how);
    await app.pass(3 * hour);
    own = await expectCard(press(ana, await expectCard(ana.does('consult.mine')), 'View'));
  });
  afterAll(() => app.remove());

  it('has no placeholder of the question in a reply, and its author is told what only they can know', async () => {
    expect(quotes(own)).toContain(posted);
    const form = await expectForm(ben.does('consult.reply', { ...button(own, 'Close consultation').with }));
    const preview = await expectCard(submit(ben, form, { text: 'Ask Dr. Chen. And Ana Ruiz, her sister, too.' }));
    expect(quotes(preview)).toEqual(['Ask Dr. [Colleague 3]. And [Person 2], her sister, too.']);
    expect(words(preview)).toContain('[Colleague 3], [Person 2] may be people already mentioned above.');
    await press(ben, await attest(ben, preview), 'Post reply as me');
    await app.pass(hour);
  });

  it('has none of the thread in an edit, where what was typed before keeps its own', async () => {
    const form = await expectForm(press(ana, own, 'Edit'));
    const preview = await expectCard(submit(ana, form, { question: `${posted} Or Dr. Vega?` }));
    expect(quotes(preview)).toEqual([`${posted} Or Dr. [Colleague 4]?`]);
    const again = await expectForm(press(ana, preview, 'Edit'));
    const second = await expectCard(submit(ana, again, { tried: 'I called Dr. Vega.' }));
    expect(quotes(second)).toEqual([`${posted} Or Dr. [Colleague 4]?`, 'I called Dr. [Colleague 4].']);
  });

  it('does not take another’s place in the record, nor in what is shared of it', async () => {
    const form = await closeAndDocument(ana, own);
    const decision = 'Refer Tamsin to Dr. Chen, not Dr. Bell.';
    const typed = { guidance: 'Wait.', decision, rationale: 'Dr. Chen has room.', minutes: '15', share: 'yes' };
    const outcome = await expectCard(submit(ana, form, { ...typed, outsiders: 'Juno Marsh, PhD' }));
    const shared = 'Refer [Person 3] to Dr. [Colleague 4], not Dr. [Colleague 5].';
    expect(quotes(outcome)).toEqual([shared]);
    expect(words(outcome)).toContain('may be people already mentioned above.');
    const record = await expectCard(press(ana, await expectCard(ana.does('consult.records')), 'Open'));
    expect(quotes(record)).toEqual(expect.arrayContaining([posted, shared, 'Dr. [Colleague 4] has room.']));
    const edit = await expectForm(press(ana, record, 'Edit'));
    const saved = await expectCard(submit(ana, edit, { decision: `${decision} Tell Rosa.` }));
    expect(quotes(saved)).toContain(`${shared} Tell [Person 4].`);
  });
});

it('keeps every placeholder of a text whose words memory has lost', async () => {
  await begin();
  const preview = await expectCard(submit(ana, await expectForm(ana.does('consult.ask')), { question }));
  await app.pass(31 * 60_000);
  const after = await expectForm(press(ana, preview, 'Edit'));
  expect(after.fields.find(({ name }) => name === 'question')?.value).toBe(posted);
  const changed = await expectCard(submit(ana, after, { tried: 'Dr. Bell said no.' }));
  expect(quotes(changed)).toEqual([posted, 'Dr. [Colleague 3] said no.']);
  await app.remove();
});
