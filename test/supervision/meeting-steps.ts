import type { Card } from '../../src/index.ts';
import { submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { buttons } from '../fixtures/view-text.ts';
import type { Pair } from './steps.ts';

/** The agreement of a pair, as commands name it. */
export const agreementOf = (pair: Pair) => ({ group: pair.at, agreement: pair.agreement });

/** Writes one’s part of today’s note, or of the one that is named. */
export async function writeNote(
  pair: Pair,
  who: Person,
  values: Record<string, string>,
  meeting?: string,
): Promise<Card> {
  const of = { ...agreementOf(pair), ...(meeting ? { meeting } : {}) };
  return expectCard(submit(who, await expectForm(who.does('supervision.meeting.write', of)), values));
}

/** The note that a card is about. */
export const noteIn = (card: Card): string => buttons(card).find((b) => b.with.meeting)?.with.meeting ?? '';

/** Begins an evaluation and returns what it is called by. */
export async function startEvaluation(pair: Pair, who: Person, values: Record<string, string> = {}) {
  const card = await expectCard(
    submit(who, await expectForm(who.does('supervision.evaluation.start', agreementOf(pair))), values),
  );
  return { group: pair.at, evaluation: buttons(card).find((b) => b.with.evaluation)?.with.evaluation ?? '' };
}
