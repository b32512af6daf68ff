import { expect, it } from 'vitest';
import { type Card, wordsOf } from '../../src/index.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { draft, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const phrase = 'only female firefighter';
const question = `How do I end on time with the ${phrase} in Duluth, a beekeeper?`;
const facts = 'The beekeeper has a cat.';

peerGroup(2);

const hide = async (card: Card, typed: string): Promise<Card> =>
  expectCard(submit(ada, await expectForm(press(ada, card, 'Hide a word')), { words: typed }));
const edited = async (card: Card, values: Record<string, string> = {}): Promise<Card> =>
  expectCard(submit(ada, await expectForm(press(ada, card, 'Edit')), values));
const offered = (card: Card): string[] =>
  card.blocks.flatMap((b) => (b.is === 'pick' ? b.options.map((o) => JSON.stringify(o)) : []));
const shown = (card: Card): string => card.blocks.flatMap((b) => (b.is === 'quote' ? [b.text] : [])).join('\n');
const rows = (card: Card) => card.blocks.flatMap((b) => (b.is === 'list' ? b.items : []));

it('offers what the filter doubts again after a word was hidden and the text edited', async () => {
  const first = await draft(ada, { question, facts });
  expect(offered(first).join()).toContain(phrase);
  const again = await edited(await hide(first, 'beekeeper'));
  expect(offered(again)).toEqual(offered(first));
  expect(words(again)).toContain('1 word you hid');
  expect(shown(again)).not.toMatch(/firefighter|beekeeper/);
});

it('offers it again when memory has let go: retyped whole, and where the filter does not find it anew', async () => {
  const hidden = await hide(await draft(ada, { question, facts }), 'beekeeper');
  const form = await expectForm(press(ada, hidden, 'Edit'));
  await app.pass(31 * 60_000);
  const whole = await expectCard(submit(ada, form, {}));
  expect(offered(whole).join()).toContain(phrase);
  expect(shown(whole)).not.toMatch(/firefighter|beekeeper/);
  await app.pass(31 * 60_000);
  const half = await expectCard(submit(ada, form, { question: question.replace(phrase, 'nervous firefighter') }));
  expect(offered(half).join()).toContain('firefighter');
  expect(shown(half)).not.toMatch(/firefighter|beekeeper/);
});

it('keeps what its author hid hidden, also where the filter doubts it', async () => {
  const hidden = await hide(await draft(ada, { question, facts }), phrase);
  const form = await expectForm(press(ada, hidden, 'Edit'));
  await app.pass(31 * 60_000);
  const again = await expectCard(submit(ada, form, {}));
  expect(shown(again)).not.toContain('firefighter');
  expect(offered(again).join()).not.toContain('firefighter');
});

it('shows a word again that its author hid by mistake, and doubts it again where the filter did', async () => {
  const first = await draft(ada, { question, facts });
  const hidden = await hide(await hide(first, 'beekeeper'), `beekeeper\n${phrase}`);
  let list = await expectCard(press(ada, hidden, 'Why?'));
  for (const one of ['beekeeper', phrase]) {
    const back = rows(list)
      .find((row) => row.quote?.startsWith(one))
      ?.actions.find((a) => wordsOf('en', a.label) === 'Show this word again');
    list = await expectCard(ada.does(back?.do ?? '', { ...back?.with }));
  }
  const preview = await expectCard(press(ada, list, 'Back'));
  expect(shown(preview)).toBe(shown(first));
  expect(offered(preview)).toEqual(offered(first));
  expect(words(list)).not.toContain('Show this word again');
});
