import { expect } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ask, attest, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, expectView, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

export const question = 'How do I end a session that keeps running over?';
export const minute = 60_000;

/** What happens around a question without a name; `ada` asks it. */
export function anonymousSteps(app: () => TestApp, ada: () => Person) {
  const at = async (own: Card) => ({ group: await groupId(ada()), consultation: consultationOf(own) });
  const inThread = () =>
    app()
      .messages.map((m) => words(m.view))
      .join('\n');
  const home = async (person: Person) => words(await expectView(person.does('curbside.home')));
  const mine = async (person: Person) => words(await expectCard(person.does('consult.mine')));
  const shown = async (person: Person, own: Card) => expectCard(person.does('consult.show', await at(own)));

  async function asked(values: Record<string, string> = {}): Promise<Card> {
    const own = await ask(ada(), { question, ...values }, 'Post anonymously');
    await app().pass(21 * minute);
    return own;
  }
  const reply = async (person: Person, own: Card, text: string, as?: string): Promise<Card> =>
    expectCard(
      submit(person, await expectForm(person.does('consult.reply', await at(own))), { text, ...(as ? { as } : {}) }),
    );
  const editTo = async (own: Card, text: string) => {
    const preview = await expectCard(
      submit(ada(), await expectForm(ada().does('consult.edit', await at(own))), { question: text }),
    );
    expect(words(preview)).toContain('it goes out 1 to 5 minutes after you send it');
    return expectCard(press(ada(), await attest(ada(), preview), 'Post the new text'));
  };
  return { at, inThread, home, mine, shown, asked, reply, editTo };
}
