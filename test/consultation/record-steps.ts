import { beforeEach } from 'vitest';
import type { Card, Form } from '../../src/index.ts';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, press, recordOf, submit } from '../fixtures/steps.ts';
import { expectCard, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { at, question, reply } from './thread-steps.ts';

/** Ada's question, posted under her name. */
export let own: Card;

/** Each test of the file begins with it, in a group of three whose names the platform knows. */
export function questionOfThree(): void {
  peerGroup(3);
  beforeEach(async () => {
    app.called.set(ben.who, 'Ben Whitcombe');
    app.called.set(cleo.who, 'Imani Thistlewood');
    own = await ask(ada, { question });
    await app.pass(0);
  });
}

/** A reply to it, once it stands in the thread. */
export async function advise(person: Person, text: string, as: 'me' | 'colleague' = 'me'): Promise<void> {
  await app.pass(60_000);
  await reply(person, own, text, as);
  // Without a name it waits a little.
  await app.pass(as === 'colleague' ? 5 * 60_000 : 0);
}

export const about = () => at(own);
export const saved = async (form: Form, values: Record<string, string> = {}): Promise<Card> =>
  recordOf(ada, submit(ada, form, { decision: 'I name the end early.', rationale: 'It keeps the frame.', ...values }));
export const copied = async (card: Card) => words(await expectCard(press(ada, card, 'Copy for my chart')));
