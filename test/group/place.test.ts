import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Group } from '../../src/features/group/model.ts';
import type { Card } from '../../src/index.ts';
import { happens } from '../fixtures/happens.ts';
import { ask, closeAndDocument, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { accept, expectCard, expectForm, group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

describe('the place', () => {
  it('story 10: a deleted thread: reminders stop, the text is purged, the record stays, nothing comes back', async () => {
    const { ada } = (await group(app, ['ada'])) as { ada: Person };
    const own = await ask(ada, { question: 'How do I end a session on time?' });
    await app.pass(0);
    const form = await closeAndDocument(ada, own);
    await submit(ada, form, { guidance: 'Announce it.', outsiders: 'Juno Marsh, PhD' });
    const line = app.messages[0];
    await happens(app, ada, 'platform.threadGone', 'C1', { under: line?.ref ?? '' });
    const before = app.calls.length;
    await app.pass(30 * 60 * 60_000);
    expect(app.calls.slice(before)).toEqual([{ op: 'edit', ref: line?.ref }]);
    expect(words(line?.view as Card)).toContain('Taken down');
    const kept = await stored(app.store, app.scope);
    expect(JSON.stringify(kept)).not.toContain('How do I end');
    expect(words(await expectCard(ada.does('consult.records')))).toContain('How do I end a session on time?');
  });

  it('whoever leaves a channel is out of its group, and of no other', async () => {
    const { ada, ben } = (await group(app, ['ada', 'ben'])) as { ada: Person; ben: Person };
    const leaves = (channel: string) => happens(app, ben, 'platform.personLeft', channel);
    const members = async () =>
      (await stored(app.store, app.scope))
        .filter(({ kind }) => kind === 'member')
        .map(({ doc }) => JSON.stringify(doc));
    await leaves('C9');
    expect((await members()).some((m) => m.includes(ben.who))).toBe(true);
    await leaves('C1');
    expect((await members()).some((m) => m.includes(ben.who))).toBe(false);
    expect((await members()).some((m) => m.includes(ada.who))).toBe(true);
    expect((await ben.does('consult.ask')).is).toBe('refused');
  });

  it('an invitation to its channel brings a group back from a removal there, and not from one of the whole app', async () => {
    const { ada } = (await group(app, ['ada'])) as { ada: Person };
    const gone = async () =>
      (await stored(app.store, app.scope)).flatMap(({ kind, doc }) => (kind === 'group' ? [(doc as Group).gone] : []));
    await happens(app, ada, 'platform.channelGone', 'C1', { why: 'removed' });
    expect(await gone()).toEqual(['removed']);
    await happens(app, ada, 'platform.channelBack');
    expect(await gone()).toEqual([null]);
    await happens(app, ada, 'platform.uninstalled');
    await app.pass(1);
    await happens(app, ada, 'platform.channelBack');
    await happens(app, ada, 'platform.channelGone', 'C1', { why: 'archived' });
    expect(await gone()).toEqual(['uninstalled']);
  });

  it('story 24: removed and added again: nothing posts itself, the agreement is asked again, records can be claimed', async () => {
    const { ada } = (await group(app, ['ada'])) as { ada: Person };
    await submit(ada, await expectForm(ada.does('consult.log')), {
      question: 'What did we say about grief?',
      guidance: 'Go slow.',
      outsiders: 'Juno Marsh, PhD',
    });
    await ask(ada, { question: 'How do I end a session on time?' });
    await happens(app, ada, 'platform.uninstalled', null);
    await app.pass(10 * 24 * 60 * 60_000);
    expect(app.messages).toHaveLength(0);
    const early = await ada.does('consult.records');
    expect(early.is === 'refused' && words(early.view)).toContain('needs to run /curbside setup first');
    await submit(ada, await expectForm(ada.does('curbside.setup')), {});
    const stopped = await ada.does('consult.records');
    expect(stopped.is === 'refused' && button(stopped.view, 'Accept and continue').do).toBe('agreement.form');
    await accept(ada);
    await app.pass(40 * 24 * 60 * 60_000);
    expect(words(await expectCard(ada.does('consult.records')))).toContain('What did we say about grief?');
  });

  it('story 21: somebody leaves: no member any more, nothing is sent to them, what they posted by name stays', async () => {
    const people = await group(app, ['ada', 'ben']);
    const ben = people.ben as Person;
    const log = await expectForm(ben.does('consult.log'));
    await submit(ben, log, {
      question: 'What did we say about grief?',
      guidance: 'Go slow.',
      outsiders: 'Juno Marsh, PhD',
      followUp: '2026-03-10',
    });
    await ask(ben, { question: 'Who knows a good text on grief?' });
    await app.pass(0);
    await happens(app, ben, 'platform.personLeft', null);
    await app.pass(10 * 24 * 60 * 60_000);
    expect(app.messages.filter((m) => m.place.is === 'direct')).toEqual([]);
    const members = (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'member');
    expect(JSON.stringify(members)).not.toContain(ben.who);
    expect(JSON.stringify(app.messages)).toContain('Who knows a good text on grief?');
  });

  it('nobody can press what only a platform or the timer may say', async () => {
    const { ada } = (await group(app, ['ada'])) as { ada: Person };
    for (const command of [
      'platform.uninstalled',
      'platform.personLeft',
      'privacy.sweep',
      'platform.purge',
      'consult.unlink',
    ]) {
      expect((await ada.does(command, { consultation: 'x' })).is, command).toBe('refused');
    }
    expect((await ada.does('consult.ask')).is).toBe('view');
  });
});
