import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Meetings } from '../../src/features/supervision/meeting/model.ts';
import { dayMs } from '../../src/time/durations.ts';
import { ask, consultationOf, press } from '../fixtures/steps.ts';
import { expectCard, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { agreementOf, noteIn, writeNote } from './meeting-steps.ts';
import { openPair, type Pair } from './steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

describe('between consultation and supervision', () => {
  const closing = async (how: 'Post as me' | 'Post anonymously') => {
    const own = await ask(
      pair.associate,
      { question: 'How do I end a session that always runs over?', topic: 'ethics' },
      how,
    );
    await app.pass(30 * 60_000);
    const now =
      how === 'Post as me'
        ? own
        : await expectCard(pair.associate.does('consult.show', { group: pair.at, consultation: consultationOf(own) }));
    const asked = await expectCard(press(pair.associate, now, 'Close consultation'));
    return expectCard(press(pair.associate, asked, 'Close consultation'));
  };

  it('a closed consultation is taken to the next meeting by its topic alone', async () => {
    const closed = await closing('Post as me');
    expect(button(closed, 'Take it to supervision').with).toEqual({
      group: pair.at,
      topic: expect.any(String),
      anonymous: 'no',
    });
    const chosen = await expectCard(press(pair.associate, closed, 'Take it to supervision'));
    const list = await expectCard(press(pair.associate, chosen, 'Add to agenda'));
    expect(words(list)).toContain('For the next meeting');
    await press(pair.associate, chosen, 'Add to agenda');
    const next = await writeNote(pair, pair.supervisor, { topics: 'Endings' });
    expect(words(next)).toContain('Brought from consultation: Ethics');
    expect(words(next)).not.toMatch(/runs over|session/);
    const stored = await app.store.read(app.scope, async (r) =>
      JSON.stringify((await r.find(Meetings, 'id', { all: true })).docs),
    );
    expect(stored).not.toMatch(/runs over|consultation/);
    expect(words(await expectCard(pair.associate.does('supervision.meetings', agreementOf(pair))))).not.toContain(
      'For the next meeting',
    );
  });

  it('one that was asked without a name says what its topic could hint at', async () => {
    const chosen = await expectCard(press(pair.associate, await closing('Post anonymously'), 'Take it to supervision'));
    expect(words(chosen)).toContain('could hint that this question was yours');
  });

  it('it is offered to supervisees alone', async () => {
    const own = await ask(pair.stranger, { question: 'How do I end a session that always runs over?' });
    const asked = await expectCard(press(pair.stranger, own, 'Close consultation'));
    const closed = await expectCard(press(pair.stranger, asked, 'Close consultation'));
    expect(buttons(closed).map((b) => b.do)).not.toContain('supervision.bring');
    expect((await pair.stranger.does('supervision.bring.save', { ...agreementOf(pair), topic: 'ethics' })).is).toBe(
      'refused',
    );
  });

  it('a supervisor suggests asking the group; the associate alone is told, and nothing shows it', async () => {
    const { associate, supervisor } = pair;
    const note = await writeNote(pair, supervisor, { topics: 'Pacing' });
    const look = async () =>
      JSON.stringify([
        await supervisor.does('supervision.meeting', { group: pair.at, meeting: noteIn(note) }),
        await associate.does('supervision.meeting', { group: pair.at, meeting: noteIn(note) }),
        await supervisor.does('supervision.meetings', agreementOf(pair)),
        await pair.owner.does('curbside.status'),
      ]);
    const before = await look();
    const suggested = () =>
      app.messages.filter(({ view }) => words(view).includes('suggests asking your consultation group')).length;
    await expectCard(press(supervisor, note, 'Suggest asking the group'));
    await expectCard(press(supervisor, note, 'Suggest asking the group'));
    await app.pass(0);
    // Pressed twice, it is one message.
    expect(suggested()).toBe(1);
    const letter = app.messages.at(-1);
    expect(words(letter?.view as never)).toContain('Your supervisor suggests asking your consultation group');
    expect(await look()).toBe(before);
    await app.pass(2 * dayMs);
    const own = await ask(associate, { question: 'How do I end a session that always runs over?' });
    await app.pass(0);
    expect(JSON.stringify(await supervisor.does('consult.list'))).not.toMatch(/suggest/i);
    expect(words(own)).not.toMatch(/suggest/i);
    expect((await associate.does('supervision.meeting.suggest', { group: pair.at, meeting: noteIn(note) })).is).toBe(
      'refused',
    );
  });
});
