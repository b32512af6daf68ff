import { expect } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app } from '../fixtures/peer-group.ts';
import { ask, attest, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { at, minute, question } from './thread-steps.ts';

/** Everything that was posted, as it is read. */
export const posted = () => app.messages.map((m) => words(m.view)).join('\n');

export const shown = async (person: Person, own: Card) => expectCard(person.does('consult.show', await at(own)));

/** Ada's question without a name, once it stands in the channel. */
export async function asked(values: Record<string, string> = {}): Promise<Card> {
  const own = await ask(ada, { question, ...values }, 'Post anonymously');
  await app.pass(21 * minute);
  return own;
}

/** Sends a new text of it, which goes out later. */
export async function editTo(own: Card, text: string): Promise<Card> {
  const preview = await expectCard(
    submit(ada, await expectForm(ada.does('consult.edit', await at(own))), { question: text }),
  );
  expect(words(preview)).toContain('it goes out 1 to 5 minutes after you send it');
  return expectCard(press(ada, await attest(ada, preview), 'Post the new text'));
}
