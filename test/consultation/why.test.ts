import { expect, it } from 'vitest';
import { type Card, wordsOf } from '../../src/index.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { draft, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const question = 'How do I end on time with Gloria Whitcombe, MRN 00482913?';
const facts = 'Gloria is late. Call 415-555-0134. SSN 555-12-3456.';

peerGroup(2);

const shown = (card: Card): string => card.blocks.flatMap((b) => (b.is === 'quote' ? [b.text] : [])).join('\n');
const table = (card: Card) => card.blocks.flatMap((b) => (b.is === 'list' ? b.items : []));
const why = async (card: Card): Promise<Card> => expectCard(press(ada, card, 'Why?'));

/** Names what stands for the row whose original begins so. */
async function named(card: Card, original: string, as: string): Promise<Card> {
  const row = table(await why(card)).find((i) => i.quote?.startsWith(original));
  const change = row?.actions[0];
  if (!change) throw new Error(`no row ${original}`);
  const saved = await expectCard(submit(ada, await expectForm(ada.does(change.do, { ...change.with })), { as }));
  return expectCard(press(ada, saved, 'Back'));
}

it('shows original, replacement and reason; numbers down to two digits, a social security number not at all', async () => {
  const text = words(await why(await draft(ada, { question, facts })));
  expect(text).toContain('Gloria Whitcombe → [');
  expect(text).toMatch(/•+-•+-••34 → \[Phone number\]/);
  expect(text).not.toMatch(/00482913|555-0134|3456|56 →/);
  expect(text).toMatch(/•{6}13 → /);
});

it('has the cells of a table: words, replacement and reason, and nothing that the rows hide', async () => {
  const card = await why(await draft(ada, { question, facts }));
  const rows = table(card).map(({ cells = [] }) =>
    cells.map((cell) => ('typed' in cell ? cell.typed : wordsOf('en-US', cell))),
  );
  expect(rows.find(([original]) => original === 'Gloria Whitcombe')?.[1]).toMatch(/^\[.+\]$/);
  expect(rows.every((cells) => cells.length === 3)).toBe(true);
  expect(rows.flat()).toContain('Not shown');
  expect(rows.flat().join()).not.toMatch(/00482913|555-0134|3456/);
});

it('names what stands for one thing in all its spellings, through edit, time-out and posting', async () => {
  let preview = await named(await draft(ada, { question, facts }), 'Gloria Whitcombe', 'colleague');
  expect(shown(preview)).toMatch(/with \[Colleague\][\s\S]*\[Colleague\] is late/);
  const form = await expectForm(press(ada, preview, 'Edit'));
  const again = await expectCard(submit(ada, form, { facts: `${facts} She cries.` }));
  expect(shown(again)).toContain('[Colleague] is late');
  await app.pass(31 * 60_000);
  preview = await expectCard(submit(ada, form, { facts: `${facts} He cries.` }));
  expect(shown(preview)).toMatch(/with \[Colleague\][\s\S]*\[Colleague\] is late/);
  expect(await app.disk()).not.toContain('Gloria');
});

it('claims no more than it knows: what it doubts may be a name, and what its author keeps is said to be kept', async () => {
  const card = await draft(ada, { question: 'Is Hope a fair word to use when a session ends late?', facts });
  const reason = async (original: string, of: Card) => {
    const row = table(await why(of)).find((i) => i.quote?.startsWith(original));
    return [row?.title.map((span) => (span.is === 'msg' ? wordsOf('en', span.msg) : '')).join(''), row?.quote];
  };
  expect(await reason('Hope', card)).toEqual(['Possibly a name', 'Hope → [Person]']);
  expect((await reason('•', card))[0]).toBe('Phone number');
  expect(await reason('Hope', await named(card, 'Hope', 'keep'))).toEqual(['Kept (not about a client)', 'Hope']);
});

it('keeps a doubtful word, never a certain one', async () => {
  const card = await draft(ada, { question: 'Is Hope a fair word to use when a session ends late?', facts });
  expect(shown(await named(card, 'Hope', 'keep'))).toContain('Is Hope a fair word');
  const phone = table(await why(card)).find((i) => i.quote?.endsWith('[Phone number]'));
  const change = phone?.actions[0];
  const form = await expectForm(ada.does(change?.do ?? '', { ...change?.with, version: '2' }));
  expect(JSON.stringify(form.fields)).not.toContain('"keep"');
});

it('counts what was removed as the table does, with what it was unsure of, and all names as names', async () => {
  const text = 'My client and her friend Dawn often argue. She met Sage again, and Bell too. Call 415-555-0134.';
  const preview = await draft(ada, { question: 'How do I talk about it with Gloria Whitcombe?', facts: text });
  const removed = (card: Card) => words(card).match(/Removed \((\d+)\): ([^\n]*)/);
  const [, n, kinds] = removed(preview) ?? [];
  expect(Number(n)).toBe(table(await why(preview)).length);
  expect(kinds).toMatch(/^\d names?, .*1 phone number.* we weren’t sure about$/);
  const pick = preview.blocks.find((b) => b.is === 'pick');
  if (pick?.is !== 'pick') throw new Error('nothing to keep');
  const kept = await expectCard(ada.does(pick.do, { ...pick.with, chosen: '0' }));
  expect(Number(removed(kept)?.[1])).toBe(Number(n) - 1);
});

it('lets its author say that a word stands for an employer', async () => {
  const preview = await named(await draft(ada, { question, facts }), 'Gloria Whitcombe', 'organization');
  expect(shown(preview)).toContain('with [Organization]');
});

it('offers to change every word, ten a page, what it doubts first', async () => {
  const phones = Array.from({ length: 13 }, (_, i) => `Call 415-555-01${String(i + 10)}.`).join(' ');
  const card = await draft(ada, {
    question: 'How do I end on time with Gloria Whitcombe?',
    facts: `${phones} Is Hope here?`,
  });
  const first = await why(card);
  expect(table(first)).toHaveLength(10);
  expect(table(first)[0]?.quote).toMatch(/^Hope/);
  const second = await expectCard(press(ada, first, 'More words'));
  const changes = [...table(first), ...table(second)].map((row) => row.actions.find((a) => a.do === 'consult.relabel'));
  expect(changes.every(Boolean)).toBe(true);
  expect(new Set(changes.map((a) => a?.with.row)).size).toBe(changes.length);
  expect(changes.length).toBeGreaterThan(13);
  expect(words(second)).toContain(`11 to ${changes.length} of ${changes.length}`);
  const last = table(second).at(-1)?.actions[0];
  expect(words(await expectForm(ada.does(last?.do ?? '', { ...last?.with })))).toContain(table(second).at(-1)?.quote);
});
