import { describe, expect, it } from 'vitest';
import { dayMs } from '../../src/time/durations.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { afterAgreed, agreed, app, at, page, pair } from './agreed.ts';
import { entryIn, log, signAll } from './steps.ts';

afterAgreed();

const messagesTo = (from: number) => app.messages.slice(from).map(({ view }) => words(view));

describe('details', () => {
  it('are filled in by either of the two, and the other one is told that, not what', async () => {
    await agreed();
    const form = await expectForm(pair.associate.does('supervision.details.edit', at));
    const names = form.fields.map(({ name }) => name);
    expect(names).toContain('employer');
    expect(names).not.toContain('contract');
    expect(names).not.toContain('concerns');
    await expectCard(
      submit(pair.associate, form, { superviseeLicense: 'AMFT 11', stage: 'associate', superviseeExpires: '3/4/2027' }),
    );
    await app.pass(0);
    const told = words(app.messages.at(-1)?.view ?? form);
    expect(told).toContain('changed details of your supervision agreement.');
    expect(told).not.toContain('AMFT');
    const seen = await page(pair.supervisor, 'supervision.details');
    expect(seen).toContain('AMFT 11');
    expect(seen).toContain('March 4, 2027');
    expect((await pair.stranger.does('supervision.details', at)).is).toBe('refused');
  });

  it('saved twice send one message', async () => {
    await agreed();
    const form = await expectForm(pair.associate.does('supervision.details.edit', at));
    const before = app.messages.length;
    for (let i = 0; i < 2; i++) await expectCard(submit(pair.associate, form, { fee: 'None' }));
    await app.pass(0);
    expect(messagesTo(before)).toHaveLength(1);
  });

  it('name the field of a date that is none, and take identifiers out of concerns', async () => {
    await agreed();
    const form = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    const again = await submit(pair.supervisor, form, {
      video: 'soon',
      concerns: 'Late notes for Gloria Whitcombe, 415-555-0134',
    });
    const said = again.is === 'again' ? words(again.form) : '';
    expect(said).toContain('! Date:');
    expect(said).toContain('! Concerns and remediation plan:');
    expect(said).not.toContain('Whitcombe');
  });

  it('of growth ask for no license', async () => {
    await agreed({ purpose: 'growth', pack: '' });
    const form = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    expect(words(form)).not.toMatch(/licens|board|employer|concern/i);
    expect(await page(pair.supervisor, 'supervision.details')).not.toMatch(/licens|leave|rules/i);
  });

  it('lose the license and what names somebody who erases their data', async () => {
    await agreed();
    const form = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    await expectCard(
      submit(pair.supervisor, form, {
        supervisorLicense: 'LMFT 22',
        superviseeLicense: 'AMFT 11',
        emergency: 'Call Rowan, 555 0100',
      }),
    );
    await pair.supervisor.does('privacy.erase', { confirmed: 'yes' });
    const seen = await page(pair.associate, 'supervision.details');
    expect(seen).toContain('AMFT 11');
    expect(seen).not.toMatch(/LMFT 22|Rowan/);
  });
});

describe('leave', () => {
  it('is kept with the date of its approval, changed by saying it again, and removed', async () => {
    await agreed();
    const form = await expectForm(pair.associate.does('supervision.leave', at));
    const wrong = await submit(pair.associate, form, { from: '2026-04-10', to: '2026-04-01' });
    expect(wrong.is === 'again' && words(wrong.form)).toContain('! Last day away: choose a day on or after');
    await expectCard(submit(pair.associate, form, { from: '2026-04-01', to: '2026-05-15' }));
    expect(await page(pair.supervisor, 'supervision.details')).toContain('No written approval');
    await expectCard(submit(pair.supervisor, form, { from: '2026-04-01', to: '2026-05-20', approvedOn: '2026-03-01' }));
    const seen = await page(pair.associate, 'supervision.details');
    expect(seen).toContain('Approved in writing on March 1, 2026');
    expect(seen).not.toContain('May 15');
    await press(pair.associate, await expectCard(pair.associate.does('supervision.details', at)), 'Remove');
    expect(await page(pair.associate, 'supervision.details')).not.toContain('April 1');
  });
});

describe('a supervisor who can’t sign', () => {
  it('has nothing waiting any more; entries say so; nobody is reminded; it can be taken back', async () => {
    await agreed();
    const entry = entryIn(await log(pair.associate, { minutes: '60', kind: 'direct', submit: 'yes' }));
    const form = await expectForm(pair.associate.does('supervision.unsignable', at));
    await expectCard(submit(pair.associate, form, { why: 'unreachable' }));
    expect(await page(pair.associate, 'supervision.entry', { entry })).toContain('Can’t be signed');
    expect(words(await expectCard(pair.supervisor.does('supervision.sign')))).not.toContain('1 entry');
    const draft = entryIn(await log(pair.associate, { minutes: '30', kind: 'direct' }));
    expect((await pair.associate.does('supervision.submit', { ...at, entry: draft })).is).toBe('refused');
    expect((await pair.supervisor.does('supervision.unsignable', at)).is).toBe('refused');
    const before = app.messages.length;
    await app.pass(30 * dayMs);
    expect(messagesTo(before).filter((text) => text.includes('signature'))).toEqual([]);
    await press(pair.supervisor, await expectCard(pair.supervisor.does('supervision.details', at)), 'I can sign');
    await signAll(pair.supervisor);
    expect(await page(pair.associate, 'supervision.entry', { entry })).toContain('Status: Signed');
  });

  it('who died gets no message', async () => {
    await agreed();
    await app.pass(0);
    const before = app.messages.length;
    const form = await expectForm(pair.associate.does('supervision.unsignable', at));
    await expectCard(submit(pair.associate, form, { why: 'died' }));
    await app.pass(0);
    expect(app.messages).toHaveLength(before);
  });
});

describe('documents', () => {
  const made = async (who: Person, document: string) =>
    JSON.stringify(await expectCard(who.does('supervision.document', { ...at, document, format: 'json' })));

  it('carry the licenses and the setting that the two filled in', async () => {
    await agreed();
    await log(pair.associate, { minutes: '60', kind: 'direct', submit: 'yes' });
    expect(await made(pair.supervisor, 'experience-verification')).not.toContain('documents.paidAs');
    const form = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    await expectCard(
      submit(pair.supervisor, form, { supervisorLicense: 'LMFT 22', setting: 'clinic', volunteer: 'yes' }),
    );
    const document = await made(pair.associate, 'experience-verification');
    expect(document).toContain('LMFT 22');
    expect(document).toContain('{"key":"supervision.setting","with":{"setting":"clinic"}}');
    expect(document).toContain('{"key":"documents.paidAs","with":{"volunteer":true}}');
  });

  it('of what was and was not signed are there for a supervisee whose supervisor can’t sign, and for nobody else', async () => {
    await agreed();
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    await signAll(pair.supervisor);
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-03', submit: 'yes' });
    const asked = { ...at, document: 'evidence', format: 'json' };
    expect((await pair.associate.does('supervision.document', asked)).is).toBe('refused');
    const form = await expectForm(pair.associate.does('supervision.unsignable', at));
    await expectCard(submit(pair.associate, form, { why: 'died' }));
    expect((await pair.supervisor.does('supervision.document', asked)).is).toBe('refused');
    const document = await made(pair.associate, 'evidence');
    expect(document).toContain('{"key":"supervision.unsignable.reason","with":{"why":"died"}}');
    expect(document).toContain('"status":"unsignable"');
    expect(document.match(/"act":"unsignable"/g)).toHaveLength(1);
  });
});

it('a letter that reaches no direct message stands above the next answer, once', async () => {
  await agreed();
  app.answers.push({ ok: false, why: 'forbidden', detail: 'cannot_dm', problem: 'noDirect' });
  const form = await expectForm(pair.associate.does('supervision.leave', at));
  await expectCard(submit(pair.associate, form, { from: '2026-04-01', to: '2026-05-15' }));
  await app.pass(0);
  const seen = () => page(pair.supervisor, 'supervision.mine');
  expect(await seen()).toContain('changed leave in your supervision agreement.');
  expect(await seen()).not.toContain('Leave in your supervision agreement');
});
