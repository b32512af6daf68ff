import { describe, expect, it } from 'vitest';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, consultationOf, draft, press } from '../fixtures/steps.ts';
import { expectCard, group, groupId, openTestApp, type Person } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';

const clean = 'How do I end a session that keeps running over?';

/** The acceptance stories of docs/domain.md, from the question to the thread; those of records are beside. */
describe('acceptance', () => {
  peerGroup(7);

  it('story 1: client name in the question is neither posted nor stored, and replaced in the preview', async () => {
    const preview = await draft(ada, { question: 'Help with Maria Gonzalvez, 34, who stopped coming' });
    expect(words(preview)).not.toMatch(/Maria|Gonzalvez/);
    expect(words(preview)).toMatch(/\[.+\], 34, who stopped coming/);
    expect(app.messages).toHaveLength(0);
    const said = await expectCard(press(ada, await attest(ada, preview), 'Post as me'));
    await app.pass(0);
    expect(said.summary.key).toBe('posted.named');
    expect(JSON.stringify(app.messages)).not.toMatch(/Maria|Gonzalvez/);
    expect(JSON.stringify(app.messages.map((m) => m.view.summary))).not.toContain('stopped');
    expect(await app.disk()).not.toMatch(/Maria|Gonzalvez/);
  });

  it('story 4: a one-line question becomes a thread with need and urgency on its line', async () => {
    await ask(ada, { question: clean, need: 'ideas', urgency: 'today' });
    await app.pass(0);
    const [line, inThread] = app.messages;
    expect(line && words(line.view)).toContain('Case question · Needs an answer today');
    expect(line && words(line.view)).toContain('Looking for ideas');
    expect(line?.place.is).toBe('channel');
    expect(line && words(line.view)).not.toContain('session');
    expect(inThread?.place).toMatchObject({ is: 'thread', under: line?.ref });
    expect(inThread && words(inThread.view)).toContain(clean);
  });

  it('story 5: someone at risk: the urgent card comes first and posting stays possible', async () => {
    const preview = await draft(ada, { question: clean, urgency: 'risk' });
    expect(words(preview).split('\n')[0]).toBe('Someone may be at risk');
    expect(words(preview)).toContain('Don’t wait for an answer here');
    await expectCard(press(ada, await attest(ada, preview), 'Post as me'));
    await app.pass(0);
    expect(app.messages).toHaveLength(2);
  });

  it('story 11: the same delivery twice, and a double tap, make one thread', async () => {
    const preview = await attest(ada, await draft(ada, { question: clean }));
    const { do: command, with: values } = button(preview, 'Post as me');
    const [once, again] = await Promise.all([
      ada.does(command, { ...values }, 'same'),
      ada.does(command, { ...values }, 'same'),
    ]);
    expect(again).toEqual(once);
    const tapped = await expectCard(ada.does(command, { ...values }, 'another'));
    expect(tapped.summary.key).toBe('posted.already');
    await app.pass(0);
    await app.pass(60_000);
    expect(app.messages).toHaveLength(2);
  });

  it('story 12: no route, export or log names an anonymous author; owners can hide and mute', async () => {
    const own = await ask(ben, { question: clean }, 'Post anonymously');
    await app.pass(21 * 60_000);
    const at = { group: await groupId(ada), consultation: consultationOf(own) };
    const seen = await expectCard(ada.does('consult.show', at));
    expect(words(seen)).toContain('No command shows who asked, not even to owners. Colleagues may still guess.');
    for (const command of [
      'consult.show',
      'consult.list',
      'curbside.status',
      'privacy.export',
      'consult.edit',
      'record.form',
      'consult.close',
    ]) {
      expect(JSON.stringify(await ada.does(command, at)), command).not.toContain(ben.who);
    }
    expect(JSON.stringify(app.messages)).not.toContain(ben.who);
    expect(app.logged.join()).not.toContain(ben.who);
    const early = await attest(ben, await draft(ben, { question: clean }));
    await press(ada, seen, 'Pause this author’s anonymous posts');
    await press(cleo, await expectCard(cleo.does('consult.show', at)), 'Agree to pause');
    const refused = await press(ben, early, 'Post anonymously');
    expect(refused.is === 'refused' && words(refused.view)).toContain('You can post under your name');
  });

  it('story 13: nothing is posted until “as me” or “anonymously” is pressed', async () => {
    const preview = await attest(ada, await draft(ada, { question: clean }));
    const posts = buttons(preview).filter((a) => a.do === 'consult.post');
    expect(posts.map((a) => a.with.as)).toEqual(['me', 'anonymous']);
    const { as: _unset, ...without } = posts[0]?.with ?? {};
    expect((await ada.does('consult.post', without)).is).toBe('refused');
    await app.pass(0);
    expect(app.messages).toHaveLength(0);
  });

  it('an unticked statement stops the post and says so', async () => {
    const preview = await draft(ada, { question: clean });
    const answer = await press(ada, preview, 'Post as me');
    expect(answer.is === 'view' && answer.note?.key).toBe('refusal.attestFirst');
    await app.pass(0);
    expect(app.messages).toHaveLength(0);
  });
});

describe('a small group', () => {
  it('story 14: in a group of 4 the form says that colleagues may guess, and asks again', async () => {
    const small = await openTestApp();
    const people = await group(small, ['ada', 'ben', 'cleo', 'dina']);
    const cleo = people.cleo as Person;
    const preview = await attest(cleo, await draft(cleo, { question: clean }));
    expect(words(preview)).toContain('This group has 4 members, so colleagues may guess who asked.');
    const asked = await expectCard(press(cleo, preview, 'Post anonymously'));
    await small.pass(21 * 60_000);
    expect(small.messages).toHaveLength(0);
    await expectCard(press(cleo, asked, 'Post anonymously anyway'));
    await small.pass(21 * 60_000);
    expect(small.messages).toHaveLength(2);
    await small.remove();
  });
});
