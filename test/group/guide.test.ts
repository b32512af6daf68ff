import { afterEach, beforeEach, expect, it } from 'vitest';
import { advice } from '../../src/features/group/guide.ts';
import { press } from '../fixtures/steps.ts';
import { expectCard, openTestApp, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

it.each([
  ['licensed', 'case', undefined, 'guide.consultation'],
  ['licensed', 'ethics', undefined, 'guide.either'],
  ['licensed', 'hours', undefined, 'guide.supervision'],
  ['prelicensed', 'case', 'no', 'guide.supervision'],
  ['prelicensed', 'case', 'yes', 'guide.either'],
  ['prelicensed', 'ethics', 'yes', 'guide.either'],
  ['prelicensed', 'hours', undefined, 'guide.supervision'],
] as const)('%s, %s, told the supervisor: %s → %s', (licence, need, told, fits) => {
  expect(advice({ licence, need, told }).fits).toBe(fits);
});

it.each([
  [{ licence: 'licensed', need: 'case', place: 'uk' }, 'guide.either', 'guide.why.uk'],
  [{ licence: 'licensed', need: 'case', place: 'au' }, 'guide.consultation', 'guide.why.au'],
  [{ licence: 'prelicensed', need: 'case', told: 'no', reachable: 'no' }, 'guide.either', 'guide.why.unreachable'],
  [{ licence: 'prelicensed', need: 'case', told: 'no', reachable: 'yes' }, 'guide.supervision', 'guide.why.tellFirst'],
  [
    { licence: 'prelicensed', need: 'ethics', told: 'yes', reachable: 'no', risk: 'yes' },
    'guide.supervision',
    'guide.why.onCall',
  ],
  [
    { licence: 'prelicensed', need: 'case', told: 'no', reachable: 'yes', risk: 'yes' },
    'guide.supervision',
    'guide.why.tellFirst',
  ],
] as const)('%o → %s, as %s says', (said, fits, why) => {
  const given = advice(said);
  expect(given.fits).toBe(fits);
  expect(given.why).toContain(why);
});

const through = async (labels: readonly string[]) => {
  const ben = await app.person('ben');
  let card = await expectCard(ben.does('curbside.guide'));
  for (const label of labels) card = await expectCard(press(ben, card, label));
  return card;
};

it('asks step by step and says why', async () => {
  const card = await through([
    ...['No', 'United States', 'Pre-licensed or in training'],
    ...['A colleague’s view on a case', 'Not yet', 'Yes'],
  ]);
  expect(words(card)).toContain('Take this case to your supervisor first');
});

it('says at once what to do where somebody may be at risk, and never ends in waiting for colleagues', async () => {
  const steps = ['Yes', 'United States', 'Pre-licensed or in training', 'A colleague’s view on a case', 'Yes', 'No'];
  for (let n = 1; n <= steps.length; n++)
    expect(words(await through(steps.slice(0, n)))).toContain(
      n === 1 ? 'call your local emergency number' : 'call 911',
    );
  const last = await through(steps);
  expect(words(last)).toContain('backup or on-call supervisor');
  expect(buttons(last).map((b) => b.do)).toEqual(['curbside.guide']);
});
