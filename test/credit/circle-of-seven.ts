import { afterEach, beforeEach } from 'vitest';
import { createDocuments } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import type { Document } from '../../src/index.ts';
import { ask, closeAndDocument, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { circle, minute } from '../meetings/circle.ts';

const documents = createDocuments(createSigner(Buffer.alloc(32, 7)));
const names = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye', 'gus'] as const;
const texts = { guidance: 'Announce the end early.', decision: 'Announce it.', rationale: 'It keeps the frame.' };
/** What a test begins with: a circle of seven, and where it is. */
export let app: TestApp;
export let at: { group: string };
export let people: Record<(typeof names)[number], Person>;

/** For a file whose tests are of this circle. */
export function circleOfSeven(): void {
  beforeEach(async () => {
    app = await openTestApp();
    ({ people, at } = await circle(app, names));
  });
  afterEach(() => app.remove());
}

/** A question of Ada's, answered by Ben, from asking to a locked record of so many minutes. */
export async function documented(
  minutes: string,
  how: 'Post as me' | 'Post anonymously' = 'Post as me',
): Promise<void> {
  const own = await ask(people.ada, { question: `How do I end a session that runs over for ${minutes} weeks?` }, how);
  await app.pass(30 * minute);
  const there = await expectCard(people.ada.does('consult.show', { ...at, consultation: consultationOf(own) }));
  const form = await closeAndDocument(people.ada, there);
  const values = { ...texts, minutes, advisers: `${people.ben.who},${people.cleo.who}`, draft: 'yes' };
  await expectCard(press(people.ada, await expectCard(submit(people.ada, form, values)), 'Finish and lock'));
}

/** The card of confirmations, of whoever asks for it. */
export const confirmations = (who: Person) => expectCard(who.does('credit.confirmations', at));
export const nameable = (who: Person, on: 'yes' | 'no' = 'yes') => expectCard(who.does('credit.naming', { ...at, on }));
/** Ada asks a colleague to confirm. */
export const askFor = async (to: Person) =>
  submit(people.ada, await expectForm(press(people.ada, await confirmations(people.ada), 'Ask to confirm')), {
    to: to.who,
  });

/** Ada’s statement as a file. */
export async function statement(format: 'json' | 'csv' | 'pdf' = 'json', more: Record<string, string> = {}) {
  const card = await expectCard(people.ada.does('credit.statement', { ...at, format, ...more }));
  const { document } = card.blocks.find((b) => b.is === 'file') as { document: Document };
  const reader = {
    locale: 'en',
    zone: 'UTC',
    name: (who: string) => (who === people.ben.who ? 'Ben Okafor' : 'Someone'),
  };
  return Buffer.from((await documents.render(document, format, reader, app.now())).bytes);
}
/** The same as data. */
export const json = async (more: Record<string, string> = {}) =>
  JSON.parse((await statement('json', more)).toString('utf8'));
