import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { press } from '../fixtures/steps.ts';
import { expectCard, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { log, openPair, type Pair } from './steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

const page = (who: Person, n: number): Promise<Card> =>
  expectCard(who.does('supervision.pack', { group: pair.at, pack: 'us-ca-amft', page: String(n) }));
const ownRules = async (): Promise<string> => {
  const at = { group: pair.at, agreement: pair.agreement };
  const pages = ['1', '2', '3'].map((n) => pair.associate.does('supervision.rules', { ...at, page: n }));
  return (await Promise.all(pages.map(async (answer) => words(await expectCard(answer))))).join('\n');
};
/** The button that turns on the rule of at most eight in a group. */
const ofGroups = (card: Card, does: string) => buttons(card).find((b) => b.do === does && b.with.rule === 'grp8');

it('shows each rule with its source, the day it was read, and how sure that is, to any member', async () => {
  const list = await expectCard(pair.stranger.does('supervision.packs'));
  expect(words(list)).toContain('These rules are examples. Check with your board.');
  const seen = words(await page(pair.stranger, 1));
  expect(seen).toMatch(/3,000 hours\. .*https:\/\/\S+ · read on .*2026/);
  expect(words(await page(pair.stranger, 2))).toMatch(/eight supervisees.*Not checked by Curbside: general knowledge/);
  expect(buttons(await page(pair.stranger, 2)).some((b) => b.do === 'supervision.pack.check')).toBe(false);
});

it('computes a rule that nobody read once an owner says that it was checked with the board, and no sooner', async () => {
  await log(pair.associate, { minutes: '120', kind: 'sup_grp.group', groupSize: '9' });
  expect(await ownRules()).toMatch(/eight supervisees[^\n]*Not checked · Not checked by Curbside/);
  const answer = await pair.associate.does('supervision.pack.check', {
    group: pair.at,
    pack: 'us-ca-amft',
    rule: 'grp8',
  });
  expect(answer.is).toBe('refused');
  const check = ofGroups(await page(pair.owner, 2), 'supervision.pack.check');
  expect(check?.confirm).not.toBeNull();
  const after = await expectCard(pair.owner.does('supervision.pack.check', { ...check?.with }));
  expect(await ownRules()).toMatch(
    /eight supervisees[^\n]*Above the limit \(9 of 8\) · Checked with the board by an owner of this group on/,
  );
  expect(words(await expectCard(pair.associate.does('supervision.totals')))).toContain('group larger than allowed');
  const changes = words(await expectCard(pair.owner.does('group.audit', { group: pair.at })));
  expect(changes).toContain('Rules checked with a board changed');
  expect(changes).not.toContain('eight supervisees');
  expect((await pair.associate.does('group.audit', { group: pair.at })).is).toBe('refused');
  await expectCard(press(pair.owner, after, 'Undo'));
  expect(await ownRules()).toMatch(/eight supervisees[^\n]*Not checked · Not checked by Curbside/);
});
