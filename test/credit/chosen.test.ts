import { expect, it } from 'vitest';
import { folded, unfolded } from '../../src/features/credit/chosen.ts';

it('what a statement is of comes back from one short value, whatever its days', () => {
  for (const [from, to] of [
    ['1970-01-01', '1970-01-01'],
    ['1971-05-09', '2026-12-31'],
    ['2024-04-01', '2026-03-31'],
    ['2096-01-01', '2098-02-28'],
    ['2098-01-01', '2110-02-28'],
  ] as const)
    for (const anonymous of ['yes', 'no'] as const) {
      const choice = { pack: 'us-wa-certified-counselor', from, to, anonymous };
      const s = folded(choice);
      expect(s.length).toBeLessThan(36);
      expect(unfolded({ s })).toMatchObject(choice);
    }
  expect(unfolded({ s: folded({ pack: 'plain', anonymous: 'no' }) })).toEqual({
    ...{ pack: 'plain', anonymous: 'no', s: 'plain.' },
  });
  // A button of an older message names each part.
  const named = { s: undefined, pack: 'plain', from: '2026-01-01', to: '2026-12-31', anonymous: 'no' as const };
  expect(unfolded(named)).toEqual(named);
});
