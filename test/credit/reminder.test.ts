import { beforeEach, describe, expect, it } from 'vitest';
import { unfolded } from '../../src/features/credit/chosen.ts';
import { happens } from '../fixtures/happens.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, expectView, groupId } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';

const hour = 60 * 60_000;
const says = 'You asked to be reminded of your renewal.';

let at: string;
peerGroup(2);
beforeEach(async () => {
  at = await groupId(ada);
});

const statement = (more: Record<string, string> = {}, who = ada) =>
  expectCard(who.does('credit.statement', { group: at, ...more }));
const formOn = async (more: Record<string, string> = {}, label = 'Remind me', who = ada) =>
  expectForm(press(who, await statement(more, who), label));
const set = async (date: string, who = ada) => expectCard(submit(who, await formOn({}, 'Remind me', who), { date }));
/** Lets the clock run to an instant, looking around every hour, as the timer does. */
async function until(instant: string): Promise<void> {
  for (const end = Date.parse(instant); app.now() < end; ) await app.pass(Math.min(hour, end - app.now()));
}
const told = () =>
  app.messages.filter((m) => m.place.is === 'direct' && m.view.summary.key === 'credit.reminder.summary');
const kept = async () => (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'creditReminder');
const jobs = async () =>
  (await stored(app.store, app.scope)).filter(({ doc }) => (doc as { job?: string }).job === 'credit.remind');
const home = async () => words(await expectView(ada.does('curbside.home', { group: at })));

describe('setting a renewal reminder', () => {
  it('is offered on the statement, 60 days before the end of the chosen cycle, and any later day can be typed', async () => {
    expect(words(await statement())).toContain('Curbside sends no reminders about renewals unless you set one.');
    const value = async (more: Record<string, string>) => (await formOn(more)).fields[0]?.value;
    // Australia’s cycle ends on 30 November.
    expect(await value({ pack: 'au-psychologist' })).toBe('2026-10-01');
    expect(await value({ from: '2025-07-01', to: '2027-06-30' })).toBe('2027-05-01');
    // Of a cycle that ends sooner, or whose end nobody said, no day is proposed.
    expect(await value({ from: '2025-05-01', to: '2026-04-30' })).toBe('');
    expect(await value({ pack: 'us-ca-psychologist' })).toBe('');
    const card = await expectCard(submit(ada, await formOn({ pack: 'au-psychologist' }), { date: 'Sep 15' }));
    expect(words(card)).toMatch(/Renewal reminder: September 15, 2026/);
    // The same statement as before.
    expect(unfolded(button(card, 'Change reminder').with as { s: string })).toMatchObject({
      pack: 'au-psychologist',
      to: '2026-11-30',
    });
  });

  it.each(['2026-03-05', '2026-03-04', '2036-03-06', 'soon', ''])('refuses “%s” and keeps the form', async (date) => {
    const again = await submit(ada, await formOn(), { date });
    expect(again).toMatchObject({ is: 'again' });
    expect(await kept()).toEqual([]);
  });

  it('is changed and removed by its owner, and nobody else sees one', async () => {
    await set('2026-09-15');
    const form = await formOn({}, 'Change reminder');
    expect(form.fields[0]?.value).toBe('2026-09-15');
    await submit(ada, form, { date: '2026-04-06' });
    expect(await jobs()).toHaveLength(1);
    expect(words(await statement())).toContain('April 6, 2026');
    expect(words(await statement({}, ben))).not.toContain('April 6');
    const removed = await expectCard(press(ada, await statement(), 'Remove reminder'));
    expect(buttons(removed).some((b) => b.do === 'credit.reminder')).toBe(true);
    expect([...(await kept()), ...(await jobs())]).toEqual([]);
    await until('2026-04-07T16:00:00Z');
    expect(told()).toEqual([]);
  });

  it('is in its owner’s copy and count, sealed on disk, and goes with the person', async () => {
    await set('2026-09-15', ben);
    expect(words(await expectCard(ben.does('privacy.export', { group: at })))).toMatch(
      /Renewal reminder: September 15, 2026/,
    );
    expect(words(await expectCard(ben.does('curbside.privacy', { group: at })))).toMatch(/Renewal reminders: 1/);
    const [{ doc } = { doc: {} }] = await kept();
    expect(JSON.stringify(doc)).not.toContain('2026-09-15');
    expect(JSON.stringify(doc)).not.toContain(ben.who);
    await expectCard(ben.does('privacy.erase'));
    expect([...(await kept()), ...(await jobs())]).toEqual([]);
  });
});

describe('the reminder', () => {
  it('is one private message, in the morning where the person is, without a license, a total or a case; then it is gone', async () => {
    const away = await app.person('ada', { zone: 'America/Los_Angeles' });
    const logged = await expectForm(press(away, await statement({}, away), 'Log that I advised'));
    await expectCard(submit(away, logged, { minutes: '45' }));
    await set('2026-04-06', away);
    await until('2026-04-06T15:59:00Z');
    expect(told()).toEqual([]);
    // 9:00 in Los Angeles.
    await until('2026-04-06T16:00:00Z');
    expect(told().map((m) => m.place)).toEqual([expect.objectContaining({ to: away.who })]);
    const text = words(told()[0]?.view as never);
    expect(text).toContain(says);
    expect(text).not.toMatch(/\d/);
    expect([...(await kept()), ...(await jobs())]).toEqual([]);
    await until('2026-04-08T16:00:00Z');
    expect(told()).toHaveLength(1);
    expect(await home()).not.toContain(says);
    await expectCard(press(away, told()[0]?.view as never, 'Consultation statement'));
    expect(words(await statement())).toContain('unless you set one');
  });

  it('waits for the end of quiet hours, also of those that were changed meanwhile', async () => {
    // A Saturday.
    await set('2026-04-04');
    await ada.does('setup.save', {
      ...{ group: at, zone: 'America/New_York', features: 'consultation', nudgeHours: '24', owners: '' },
      ...{ quietFrom: '17:00', quietTo: '10:30', weekends: 'yes' },
    });
    await until('2026-04-06T14:29:00Z');
    expect(told()).toEqual([]);
    await until('2026-04-06T14:30:00Z');
    expect(told()).toHaveLength(1);
  });

  it('waits at home where its owner switched messages off, until they are done with it', async () => {
    await ada.does('consult.messages', { group: at, on: 'no' });
    expect(words(await formOn())).toContain('you’ll see it once on your Curbside home page');
    await set('2026-04-06');
    await until('2026-04-06T12:59:00Z');
    expect(await home()).not.toContain(says);
    await until('2026-04-06T13:00:00Z');
    expect(told()).toEqual([]);
    const page = await expectView(ada.does('curbside.home', { group: at }));
    expect(words(page)).toContain(says);
    expect(words(await expectView(ben.does('curbside.home', { group: at })))).not.toContain(says);
    await press(ada, page as never, 'Done');
    expect(await home()).not.toContain(says);
    expect(await kept()).toEqual([]);
  });

  it('nobody opens home for 90 days: it goes', async () => {
    await ada.does('consult.messages', { group: at, on: 'no' });
    await set('2026-04-06');
    await app.pass(32 * 24 * hour);
    expect(await kept()).toHaveLength(1);
    for (let day = 0; day < 92; day += 1) await app.pass(24 * hour);
    expect(await kept()).toEqual([]);
  });

  it('stands above the next answer where the platform takes no direct message', async () => {
    await set('2026-04-06');
    app.answers.push({ ok: false, why: 'forbidden', problem: 'noDirect', detail: 'no' });
    await until('2026-04-06T13:00:00Z');
    expect(told()).toEqual([]);
    expect(await home()).toContain(says);
    expect(await home()).not.toContain(says);
  });

  it.each([
    ['until a day', '2026-04-10', '2026-04-10T12:30:00Z'],
    ['until they say', '', '2026-04-09T13:00:00Z'],
  ])('reaches whoever is away %s on their return', async (_, until_, back) => {
    await ada.does('setup.save', {
      ...{ group: at, zone: 'America/New_York', features: 'consultation,checkin', nudgeHours: '24', owners: '' },
      ...{ quietFrom: '18:00', quietTo: '08:30', weekends: 'yes' },
    });
    await ada.does('curbside.away.save', { group: at, from: '2026-04-05', until: until_ });
    await set('2026-04-06');
    await until(back);
    if (until_ === '') {
      expect(told()).toEqual([]);
      await ada.does('curbside.away.end', { group: at });
      await app.pass(0);
    }
    expect(told()).toHaveLength(1);
    expect(await kept()).toEqual([]);
  });

  it('is not sent where the bot was removed', async () => {
    await set('2026-04-06');
    await happens(app, ada, 'platform.uninstalled', null);
    await until('2026-04-07T16:00:00Z');
    expect(told()).toEqual([]);
  });
});
