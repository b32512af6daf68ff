import { shippedFiles } from '../../adapters/node/consultation-files.ts';
import { type Card, Template, wordsOf } from '../../src/index.ts';
import { attest, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons } from '../fixtures/view-text.ts';

export const shipped: readonly Template[] = shippedFiles().templates.map((file) => Template.parse(file));
export const shippedTemplate = (id: string): Template => {
  const found = shipped.find((t) => t.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
};

/** A text in which the filter finds nothing, different for each field. */
export const textFor = (id: string): string => `What we said about ${id.toLowerCase()} and how it went`;

/** The preview of a question in a structure, every field filled. */
export async function structured(person: Person, template: Template, more: Record<string, string> = {}): Promise<Card> {
  const form = await expectForm(person.does('consult.ask', { group: await groupId(person), template: template.id }));
  const texts = Object.fromEntries(template.fields.map(({ id }) => [id, textFor(id)]));
  return expectCard(submit(person, form, { ...texts, ...more }));
}

/** From the form to the thread; the group is asked for the id of the consultation. */
export async function begin(
  app: TestApp,
  person: Person,
  template: Template,
  { how = 'Post as me', ...more }: Record<string, string> = {},
): Promise<string> {
  let preview = await attest(person, await structured(person, template, more));
  let answer = await expectCard(press(person, preview, how));
  if (buttons(answer).some((a) => a.do === 'consult.post')) {
    preview = answer;
    answer = await expectCard(press(person, preview, 'Post anonymously anyway'));
  }
  await app.pass(how === 'Post as me' ? 0 : 21 * 60_000);
  return consultationOf(answer);
}

/** The card of the step that the thread is at: the last one that can be ended. */
export function stepNow(app: TestApp): Card {
  const found = app.messages.findLast(({ view }) => buttons(view).some((a) => a.do === 'step.next'));
  if (!found) throw new Error('no step is open');
  return found.view;
}

export const titleOf = (card: Card): string => {
  const [first] = card.blocks;
  if (first?.is !== 'text' || first.spans[0]?.is !== 'msg') throw new Error('no title');
  return wordsOf('en', first.spans[0].msg);
};

/** Takes every part that is open, each by the next of these people. */
export async function cast(app: TestApp, people: readonly Person[]): Promise<Record<string, Person>> {
  const taken: Record<string, Person> = {};
  const open = buttons(stepNow(app)).filter((a) => a.do === 'step.part');
  for (const [i, part] of open.entries()) {
    const who = people[i] as Person;
    await expectCard(who.does('step.part', { ...part.with }));
    taken[part.with.part ?? ''] = who;
    await app.pass(0);
  }
  return taken;
}

/** Ends the step that the thread is at. */
export const next = (app: TestApp, person: Person) => {
  const found = buttons(stepNow(app)).find((a) => a.do === 'step.next');
  return person.does('step.next', { ...found?.with });
};

/** Writes the text of the step that the thread is at. */
export async function write(app: TestApp, person: Person, text: string): Promise<Card> {
  const to = buttons(stepNow(app)).find((a) => a.do === 'consult.reply' && a.with.step);
  if (!to) throw new Error('nothing to write in this step');
  return expectCard(submit(person, await expectForm(person.does('consult.reply', { ...to.with })), { text }));
}
