import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordsOf } from '../../src/i18n/message.ts';
import { dayMs, hourMs } from '../../src/time/durations.ts';
import { submit } from '../fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  expectView,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';

import { buttons, words } from '../fixtures/view-text.ts';
import { agreementIn, on, paired, pairUp, terms } from './steps.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

it('is proposed by one, confirmed by the other in private, and then seen by both', async () => {
  const { associate, supervisor } = (await group(app, ['owner', 'associate', 'supervisor'], on)) as Record<
    string,
    Person
  > as {
    associate: Person;
    supervisor: Person;
  };
  const form = await expectForm(associate.does('supervision.pair'));
  const card = await expectCard(submit(associate, form, { ...terms, other: supervisor.who }));
  expect(words(card)).toContain('The other person hasn’t confirmed yet.');
  await app.pass(0);
  const letter = app.messages.at(-1)?.view;
  if (letter === undefined) throw new Error('nobody was told');
  expect(words(letter)).toContain('proposed a supervision agreement with you as supervisor.');
  expect(JSON.stringify(letter)).not.toContain('Harbor');
  const at = { group: await groupId(associate), agreement: agreementIn(card) };
  expect((await associate.does('supervision.log', at)).is).toBe('refused');
  const home = words(await expectView(supervisor.does('curbside.home')));
  expect(home).toMatch(/^\S.* proposed a supervision agreement with you as supervisor\.$/m);
  const [yes] = buttons(await expectCard(supervisor.does('supervision.agreement', at)));
  expect(words(await expectCard(supervisor.does(yes?.do ?? '', { ...yes?.with })))).toContain('Active');
  expect(words(await expectCard(associate.does('supervision.agreement', at)))).toMatch(/Harbor Clinic\nHill Street/);
  await app.pass(0);
  expect(words(app.messages.at(-1)?.view ?? letter)).toContain('confirmed your supervision agreement.');
});

it('is gone without a trace when it is declined', async () => {
  const { associate, supervisor } = (await group(app, ['owner', 'associate', 'supervisor'], on)) as {
    associate: Person;
    supervisor: Person;
  };
  const form = await expectForm(associate.does('supervision.pair'));
  const card = await expectCard(submit(associate, form, { ...terms, other: supervisor.who }));
  const at = { group: await groupId(associate), agreement: agreementIn(card) };
  await expectCard(supervisor.does('supervision.decline', at));
  expect((await associate.does('supervision.agreement', at)).is).toBe('refused');
});

it('says at each field what is missing, and keeps what was typed', async () => {
  const { associate } = (await group(app, ['owner', 'associate'], on)) as { associate: Person };
  const form = await expectForm(associate.does('supervision.pair'));
  const answer = await submit(associate, form, { ...terms, pack: '', sites: 'x'.repeat(90), startsOn: 'soon' });
  if (answer.is !== 'again') throw new Error('it was taken');
  const said = words(answer.form);
  expect(said).toContain('! The other person: choose your supervisor');
  expect(said).toContain('! Rules: choose the rules');
  expect(said).toContain('! Work sites: enter from 1 to 10 lines');
  expect(said).toContain('Meeting frequency: Weekly, one hour');
  const self = await submit(associate, form, { ...terms, other: associate.who });
  expect(self.is === 'again' && words(self.form)).toContain('choose one person who isn’t you');
});

it('takes a start date that may be meant, and site names that name a place to work', async () => {
  const { associate } = (await group(app, ['owner', 'associate'], on)) as { associate: Person };
  const form = await expectForm(associate.does('supervision.pair'));
  const wrong = async (changed: Record<string, string>): Promise<string> => {
    const answer = await submit(associate, form, { ...terms, outside: 'Juno Marsh, LCSW', ...changed });
    return answer.is === 'again' ? words(answer.form) : 'taken';
  };
  const far = '! Start date: enter a date within the last 10 years';
  for (const startsOn of ['12/01/1999', '2016-02-28', '2027-04-01', '2206-03-01'])
    expect(await wrong({ startsOn }), startsOn).toContain(far);
  const homes = ['Home of Mr. Vega', 'client’s home', 'Clients’ homes', 'Mr. Vega’s house', '214 Oak Street'];
  for (const site of [...homes, 'Home of a client', 'In-home (Vega)', 'Clinic, 555-201-3344', 'The patient’s office'])
    expect(await wrong({ sites: `Harbor Clinic\n${site}` }), site).toContain('! Work sites: name the clinic');
  const places =
    'Harbor Clinic\nRivera Family Therapy\nSutter\nSt. Mary’s Hospital\nSmall family home\nHome of Hope\nBoston';
  expect(await wrong({ sites: places, startsOn: '2016-04-01' })).toBe('taken');
});

it('shows owners that there are agreements and how much waits, and members not even that', async () => {
  const { owner, associate } = await paired(app);
  const form = await expectForm(associate.does('supervision.log'));
  await expectCard(submit(associate, form, { minutes: '60', kind: 'direct' }));
  const seen = words(await expectView(owner.does('curbside.status')));
  expect(seen).toContain('Supervision agreements: 1');
  expect(seen).toContain('Hours entries waiting for a signature: 1');
  expect(words(await expectView(associate.does('curbside.status')))).not.toContain('Supervision agreements');
});

it('is off until the group’s owners turn it on', async () => {
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  const answer = await ada.does('supervision.pair');
  expect(answer.is === 'refused' && words(answer.view)).toContain('This feature is off in this group');
});

it('ends with a reason and a day; hours after it are refused, and it goes after seven years with all that is in it', async () => {
  const { associate, supervisor, at, agreement } = await paired(app);
  const form = await expectForm(supervisor.does('supervision.end', { group: at, agreement }));
  const early = await submit(supervisor, form, { endsOn: '2026-01-01', reason: 'completed' });
  expect(early.is === 'again' && words(early.form)).toContain('on or after the start date');
  await expectCard(submit(supervisor, form, { endsOn: '2026-03-04', reason: 'completed' }));
  const late = await submit(associate, await expectForm(associate.does('supervision.log', { group: at, agreement })), {
    date: '2026-03-05',
    minutes: '60',
    kind: 'direct',
  });
  expect(late.is === 'again' && words(late.form)).toContain('! Date: this is after the agreement’s last day.');
  await app.pass((7 * 365 + 3) * dayMs);
  expect((await associate.does('supervision.agreement', { group: at, agreement })).is).toBe('refused');
});

it('31 Growth: no licensure wording or total appears anywhere', async () => {
  const { associate, supervisor, at, agreement } = await paired(app, { purpose: 'growth', pack: '' });
  const shown: string[] = [];
  const look = async (who: Person, command: string, input: Record<string, string>) => {
    const answer = await who.does(command, input);
    shown.push(words(answer.is === 'again' ? answer.form : answer.view));
  };
  const form = await expectForm(associate.does('supervision.log'));
  shown.push(words(form));
  const card = await expectCard(submit(associate, form, { minutes: '50', kind: 'supervision.individual' }));
  shown.push(words(card));
  for (const who of [associate, supervisor])
    for (const command of [
      'supervision.agreement',
      'supervision.entries',
      'supervision.totals',
      'supervision.mine',
      'supervision.sign',
      'supervision.rules',
      'supervision.replace',
      'supervision.details',
      'supervision.exportCode',
      'curbside.home',
    ])
      await look(who, command, { group: at, agreement });
  await app.pass(40 * dayMs);
  shown.push(...app.messages.map(({ view }) => words(view)));
  expect(shown.join('\n')).not.toMatch(/licens|likely to count|signed\b(?! stays)|\d+\.\d\d h|board/i);
  expect(words(card)).toContain('50 min');
});

it('does not show one agreement to another supervisor of the same person', async () => {
  const { associate, stranger, at, agreement } = await paired(app);
  await pairUp(associate, stranger, { pack: 'us-tx-lpca' });
  const answer = await stranger.does('supervision.agreement', { group: at, agreement });
  expect(answer.is === 'refused' && words(answer.view)).toContain('isn’t here, or isn’t yours');
});

it('is not asked for in the morning when it was answered or taken back in the evening', async () => {
  const evening = { ...on, quietFrom: '18:00', quietTo: '08:30' };
  const people = await group(app, ['owner', 'associate', 'supervisor'], evening);
  const { associate, supervisor } = people as { associate: Person; supervisor: Person };
  const hour = dayMs / 24;
  await app.pass(8 * hour);
  const propose = async (startsOn: string) => {
    const form = await expectForm(associate.does('supervision.pair'));
    const card = await expectCard(submit(associate, form, { ...terms, startsOn, other: supervisor.who }));
    return { group: await groupId(associate), agreement: agreementIn(card) };
  };
  await expectCard(associate.does('supervision.decline', await propose('2026-02-01')));
  await expectCard(supervisor.does('supervision.confirm', await propose('2026-02-02')));
  await app.pass(12 * hour);
  const told = app.messages.map((m) => [m.place.is === 'direct' && m.place.to, words(m.view)]);
  expect(told).toEqual([[associate.who, expect.stringContaining('confirmed your supervision agreement.')]]);
});

it('says when a message to the other one arrives that waits for the end of quiet hours', async () => {
  const hours = { features: 'consultation,supervision', quietFrom: '6:00 PM', quietTo: '8:30 AM', weekends: 'yes' };
  const { associate, supervisor } = (await group(app, ['owner', 'associate', 'supervisor'], hours)) as Record<
    string,
    Person
  > as { associate: Person; supervisor: Person };
  const note = async (other: Person) => {
    const form = await expectForm(associate.does('supervision.pair'));
    const answer = await submit(associate, form, { ...terms, other: other.who });
    return answer.is === 'view' && answer.note ? wordsOf('en', answer.note) : '';
  };
  app.advance(5 * hourMs);
  expect(await note(supervisor)).toBe(
    'Proposed. The other person gets a message when quiet hours end (Friday 8:30 AM). Hours can be logged once they confirm.',
  );
  await app.pass(0);
  expect(app.messages).toEqual([]);
  await app.pass(14 * hourMs);
  expect(app.messages).toHaveLength(1);
  expect(await note(await app.person('owner'))).toBe(
    'Proposed. The other person gets a message. Hours can be logged once they confirm.',
  );
});

it('takes the name and credential of an outside supervisor, and nothing that reaches somebody', async () => {
  const { associate } = (await group(app, ['owner', 'associate'], on)) as { associate: Person };
  const form = await expectForm(associate.does('supervision.pair'));
  const again = await submit(associate, form, { ...terms, outside: 'Juno Marsh, LCSW, 415-555-0132' });
  expect(again.is === 'again' && words(again.form)).toContain('Supervisor who doesn’t use Curbside: 1 possible');
});
