import { afterEach, beforeEach, expect, it } from 'vitest';
import { ask, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, expectView, openTestApp, type TestApp } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';
import { log, type Pair, paired } from '../supervision/steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  app = await openTestApp();
  pair = await paired(app);
  const settings = { group: pair.at, zone: 'America/New_York', features: 'consultation,checkin,supervision' };
  await expectView(
    pair.owner.does('setup.save', {
      ...settings,
      ...{ quietFrom: '', quietTo: '', weekends: 'no', nudgeHours: '24', owners: '' },
    }),
  );
});
afterEach(() => app.remove());

const month = async (who: Pair['associate']) => words(await expectCard(who.does('curbside.month', { group: pair.at })));

it('shows consultation, supervision and check-in side by side, a check-in without its value', async () => {
  const { associate } = pair;
  await ask(associate, { question: 'How do I end a session that always runs over?' });
  await ask(associate, { question: 'How do I begin with a group that stays silent?' }, 'Post anonymously');
  await log(associate, { minutes: '60', kind: 'sup_ind.individual', date: 'today' });
  await log(associate, { minutes: '90', kind: 'direct', date: '2026-03-02' });
  await log(associate, { minutes: '45', kind: 'direct', date: '2026-02-20' });
  await associate.does('checkin.start', { group: pair.at });
  await associate.does('checkin.answer', { group: pair.at, value: '4' });
  const seen = await month(associate);
  expect(seen).toContain('Questions asked by name: 1');
  expect(seen).toContain('Supervision logged: 1 h\nOther hours logged: 1 h 30 min');
  expect(seen).toContain('Week of March 2, 2026: Answered');
  expect(seen).not.toMatch(/Heavy|Manageable|\b4\b/);
  expect(seen).toContain('Consultation is in none of these hours.');
});

it('is there when it is asked for alone: the home page leads to it and holds nothing of it', async () => {
  await log(pair.associate, { minutes: '60', kind: 'sup_ind.individual' });
  const home = await expectView(pair.associate.does('curbside.home'));
  if (home.is !== 'home') throw new Error('no home page');
  expect(button(home, 'This month').do).toBe('curbside.month');
  expect(words(home)).not.toMatch(/Supervision logged|Questions asked|Answered/);
});

it('says nothing of check-ins to those who have none, and nothing of others to anybody', async () => {
  await pair.associate.does('checkin.start', { group: pair.at });
  await pair.associate.does('checkin.answer', { group: pair.at, value: '4' });
  await log(pair.associate, { minutes: '60', kind: 'direct' });
  for (const who of [pair.owner, pair.supervisor, pair.stranger]) {
    const seen = await month(who);
    expect(seen).not.toMatch(/Check-in\n|Week of|Answered/);
    expect(seen).not.toContain('1 h');
  }
  expect(await month(pair.supervisor)).toContain('Entries waiting for your signature: 1');
  expect(await month(pair.owner)).not.toContain('Supervision');
});

it('the home page differs for an associate, a licensed clinician and a supervisor', async () => {
  const home = async (who: Pair['associate']) => words(await expectView(who.does('curbside.home')));
  expect(await home(pair.associate)).toMatch(/Your supervisor shares responsibility[\s\S]*\[Ask[^\]]*\] \[Log hours\]/);
  expect(await home(pair.supervisor)).toMatch(/You supervise in this group[\s\S]*\[Your supervision agreements\]/);
  expect(await home(pair.stranger)).not.toMatch(/supervis/i);
  const newcomer = await app.person('newcomer');
  const join = await expectForm(newcomer.does('agreement.form', { group: pair.at }));
  await submit(newcomer, join, { credential: 'AMFT', licensed: 'no' });
  expect(await home(newcomer)).toContain('[Propose an agreement]');
});
