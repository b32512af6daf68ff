import { describe, expect, it } from 'vitest';
import { happens } from '../fixtures/happens.ts';
import { logged, records } from '../fixtures/log-steps.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, closeAndDocument, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, expectView, type Person } from '../fixtures/test-app.ts';
import { adaElsewhere, codeFor, enter, groupIn, otherTeam } from '../fixtures/two-accounts.ts';
import { words } from '../fixtures/view-text.ts';
import { minute } from './thread-steps.ts';

peerGroup(2);

/** Note and card: what just happened stands above the card. */
async function entered(who: Person, code: string): Promise<string> {
  const form = await expectForm(who.does('consult.link.enter'));
  const answer = await who.does(form.do, { ...form.with, code, made: 'me' });
  return answer.is === 'view' ? JSON.stringify(answer.note) : answer.is;
}

describe('one log for two accounts', () => {
  it('shows both on both sides once a code was entered, and each alone after unlinking', async () => {
    const far = await adaElsewhere(app);
    await logged(ada, 'How do others end on time with a client who begins late?');
    await logged(far, 'What helps when a family wants to sit in on sessions?', { minutes: '45' });
    expect(await records(far)).not.toContain('end on time');
    expect(await enter(far, (await codeFor(ada)).toLowerCase().replaceAll('-', ' '))).toContain('Fake linked');
    for (const who of [ada, far]) {
      const card = await records(who);
      expect(card).toContain('end on time');
      expect(card).toContain('sit in on sessions');
      expect(card).toContain('2 consultations, 75 min');
    }
    expect(await records(ben)).not.toContain('end on time');
    await press(ada, await expectCard(ada.does('consult.link')), 'Unlink');
    expect(await records(ada)).not.toContain('sit in on sessions');
    expect(await records(far)).not.toContain('end on time');
  });

  it('opens a linked record to read and copy, with colleagues by credential, and changes nothing of it', async () => {
    const far = await adaElsewhere(app);
    await logged(far, 'What helps when a family wants to sit in on sessions?');
    await enter(far, await codeFor(ada));
    const there = await expectCard(press(ada, await expectCard(ada.does('consult.records')), 'Open'));
    expect(words(there)).toContain('sit in on sessions');
    expect(words(there)).toContain('Logged in your linked account');
    expect(JSON.stringify(there)).not.toContain('record.discard');
    // Somebody else who names the same link reads nothing.
    const link = (await app.vault.linksOf({ ref: ada.who, scope: app.scope }))[0]?.id ?? '';
    const open = JSON.stringify(await expectCard(ada.does('consult.records')));
    const record = /"record":"([^"]+)"/.exec(open)?.[1] ?? '';
    expect(await ben.does('record.elsewhere', { group: groupIn(open), link, record })).toMatchObject({ is: 'refused' });
  });

  it('a code works once, for ten minutes, and for no account twice', async () => {
    const far = await adaElsewhere(app);
    const code = await codeFor(ada);
    expect(await entered(ada, code)).toContain('link.own');
    expect(await entered(far, code)).toContain('link.done');
    expect(await entered(ben, code)).toContain('link.unknown');
    const late = await codeFor(ada);
    app.advance(10 * minute);
    expect(await entered(ben, late)).toContain('link.unknown');
    expect(await entered(far, 'no code')).toBe('again');
  });

  it('links nobody to a colleague who gave them a code, and asks who made it', async () => {
    const code = await codeFor(ben);
    expect(await entered(ada, code)).toContain('link.colleague');
    expect(await app.vault.linksOf({ ref: ada.who, scope: app.scope })).toEqual([]);
    const far = await adaElsewhere(app);
    const form = await expectForm(far.does('consult.link.enter'));
    for (const made of ['given', '']) expect(await submit(far, form, { code, made })).toMatchObject({ is: 'again' });
    expect(await records(far)).not.toContain('linked account');
  });

  it('shows what was asked without a name in the account that asked it alone', async () => {
    const far = await adaElsewhere(app);
    await logged(far, 'What helps when a family wants to sit in on sessions?');
    await ask(ada, { question: 'How do I slow down work that runs ahead?' }, 'Post anonymously');
    await app.pass(20 * minute);
    const own = await expectCard(press(ada, await expectCard(ada.does('consult.mine')), 'View'));
    const form = await closeAndDocument(ada, own);
    await submit(ada, form, {
      guidance: 'Set a timer.',
      decision: 'A timer.',
      rationale: 'It is calm.',
      outsiders: 'Lee,',
    });
    expect(await records(ada)).toContain('runs ahead');
    const record = /"record":"([^"]+)"/.exec(JSON.stringify(await expectCard(ada.does('consult.records'))))?.[1] ?? '';
    await enter(far, await codeFor(ada));
    expect(await records(far)).not.toContain('runs ahead');
    const [link] = await app.vault.linksOf({ ref: far.who, scope: await otherTeam(app) });
    const open = { group: groupIn(JSON.stringify(await far.does('consult.records'))), link: link?.id ?? '', record };
    expect(await far.does('record.elsewhere', open)).toMatchObject({ is: 'refused' });
  });

  it('refuses a sixth code within the hour, and takes the next one after it', async () => {
    for (let n = 0; n < 5; n += 1) expect(await entered(ben, '0000-0000-0000')).toContain('link.unknown');
    expect(await entered(ben, '0000-0000-0000')).toBe('refused');
    app.advance(61 * minute);
    expect(await entered(ben, '0000-0000-0000')).toContain('link.unknown');
  });

  it('can be ended by whoever has left the group', async () => {
    const far = await adaElsewhere(app);
    await enter(far, await codeFor(ben));
    await happens(app, ben, 'platform.personLeft', null);
    expect(await ben.does('consult.link')).toMatchObject({ is: 'refused' });
    const linked = await expectCard(press(ben, await expectCard(ben.does('curbside.privacy')), 'Linked accounts'));
    const after = await expectCard(press(ben, linked, 'Unlink'));
    expect(words(after)).not.toContain('Unlink');
    expect(await app.vault.linksOf({ ref: ben.who, scope: app.scope })).toEqual([]);
    expect(words(after)).toContain('No other account is linked.');
  });

  it('ends with the erasure of either account', async () => {
    const far = await adaElsewhere(app);
    await logged(ben, 'What helps when a family wants to sit in on sessions?');
    await enter(far, await codeFor(ben));
    expect(await records(far)).toContain('sit in on sessions');
    await expectView(ben.does('privacy.erase', { posts: 'keep' }));
    expect(await app.vault.linksOf({ ref: ben.who, scope: app.scope })).toEqual([]);
    expect(await records(far)).not.toContain('sit in on sessions');
  });

  it('tells nobody: no message, and no document of a store names both', async () => {
    const far = await adaElsewhere(app);
    const before = app.messages.length;
    await enter(far, await codeFor(ada));
    await app.pass(60 * minute);
    expect(app.messages.length).toBe(before);
    const otherScope = (await app.vault.linksOf({ ref: ada.who, scope: app.scope }))[0]?.scope ?? '';
    for (const scope of [app.scope, otherScope]) {
      const all = JSON.stringify(await stored(app.store, scope));
      expect(all).toContain(scope === app.scope ? ada.who : far.who);
      expect(all).not.toContain(scope === app.scope ? far.who : ada.who);
    }
    expect(app.logged.join('\n')).not.toContain(far.who);
  });
});
