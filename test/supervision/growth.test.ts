import { expect, it } from 'vitest';
import { supervisionRoutes } from '../../src/features/supervision/routes.ts';
import type { Answer } from '../../src/index.ts';
import { words } from '../fixtures/view-text.ts';
import { afterAgreed, agreed, at, pair } from './agreed.ts';
import { entryIn, log } from './steps.ts';

afterAgreed();

/** Whatever the agreement: the rules that are installed, proposing another, and what ends this one. */
const others = /^supervision\.(pack|pair|redeem|end\.save|forget|decline)/;
const seenIn = (answer: Answer): string => words(answer.is === 'again' ? answer.form : answer.view);

it('31 Growth: no way into any page says a word of a license, a board, or rules, to either of the two', async () => {
  await agreed({ purpose: 'growth', pack: '', startsOn: '2026-02-02' });
  const entry = entryIn(await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-02' }));
  const routes = supervisionRoutes.filter(({ name, who }) => who !== 'timer' && !others.test(name));
  expect(routes.length).toBeGreaterThan(60);
  for (const who of [pair.associate, pair.supervisor])
    for (const { name } of routes)
      expect(seenIn(await who.does(name, { ...at, entry })), name).not.toMatch(
        /licens|board|certif|likely to count|worksheet|\brules?\b|requirement/i,
      );
});
