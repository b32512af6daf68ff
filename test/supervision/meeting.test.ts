import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AgendaItems, type Meeting, Meetings, Reflections } from '../../src/features/supervision/meeting/model.ts';
import { outlineOf } from '../../src/storage/sealing.ts';
import { dayMs } from '../../src/time/durations.ts';
import { press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, expectView, type Person, type TestApp } from '../fixtures/test-app.ts';
import { type buttons, words } from '../fixtures/view-text.ts';
import { agreementOf, noteIn, writeNote } from './meeting-steps.ts';
import { entryIn, finish, log, openPair, type Pair } from './steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

const at = () => agreementOf(pair);

const write = (who: Person, values: Record<string, string>, meeting?: string) => writeNote(pair, who, values, meeting);
const pickOf = (card: Parameters<typeof buttons>[0]) => {
  const pick = card.blocks.find((b) => b.is === 'pick');
  if (pick?.is !== 'pick') throw new Error('no actions to mark');
  return pick;
};

describe('a meeting note', () => {
  it('is written by both, says who wrote what, and locks once both finished it', async () => {
    const { associate, supervisor } = pair;
    const mine = await write(associate, { focus: 'case,ethics', topics: 'Pacing the work', actions: 'Read on pacing' });
    const note = noteIn(mine);
    const both = await write(supervisor, { feedback: 'Clear goals', directives: 'Keep the frame' });
    expect(noteIn(both)).toBe(note);
    const seen = words(both);
    expect(seen).toContain(`Written by <${associate.who}>\nFocus: Case discussion, Ethics\nTopics: Pacing the work`);
    expect(seen).toContain(`Written by <${supervisor.who}>\nFeedback: Clear goals\nDirectives: Keep the frame`);
    expect(words(await expectCard(associate.does('supervision.meeting', { group: pair.at, meeting: note })))).toContain(
      'Keep the frame',
    );
    await expectCard(press(supervisor, both, 'Finish note'));
    await app.pass(0);
    expect(words(app.messages.at(-1)?.view as never)).toContain(
      'finished a note on your supervision meeting. It’s ready for you to read and finish.',
    );
    expect(JSON.stringify(app.messages.map((m) => m.view))).not.toMatch(/Pacing|Keep the frame/);
    const home = await expectView(associate.does('curbside.home'));
    expect(words(home)).toContain('1 supervision meeting note is ready');
    const before = await expectCard(associate.does('supervision.meeting', { group: pair.at, meeting: note }));
    expect(words(before)).toContain('Finished by the other person');
    const locked = await expectCard(press(associate, before, 'Finish note'));
    expect(words(locked)).toContain('Locked since');
    expect((await supervisor.does('supervision.meeting.write', { ...at(), meeting: note })).is).toBe('refused');
    expect((await supervisor.does('supervision.meeting.save', { ...at(), meeting: note, topics: 'New' })).is).toBe(
      'refused',
    );
    expect((await associate.does('supervision.meeting.delete', { group: pair.at, meeting: note })).is).toBe('refused');
  });

  it('finishes nothing that the presser has not seen: a stale button shows how the note stands', async () => {
    const { associate, supervisor } = pair;
    const meeting = { group: pair.at, meeting: noteIn(await write(associate, { topics: 'Pacing' })) };
    const stale = await expectCard(supervisor.does('supervision.meeting', meeting));
    app.advance(1000);
    await write(associate, { topics: 'I may see clients alone from now on' });
    await finish(associate, meeting);
    const answer = await press(supervisor, stale, 'Finish note');
    expect(answer).toMatchObject({ note: { key: 'meeting.changed' } });
    expect(words(await expectCard(Promise.resolve(answer)))).not.toContain('Locked since');
    expect(words(await finish(supervisor, meeting))).toContain('Locked since');
  });

  it('asks both again when one changes what the other had finished', async () => {
    const mine = await write(pair.associate, { topics: 'Pacing' });
    await expectCard(press(pair.associate, mine, 'Finish note'));
    await write(pair.supervisor, { feedback: 'Clear goals' });
    const seen = await expectCard(
      pair.associate.does('supervision.meeting', { group: pair.at, meeting: noteIn(mine) }),
    );
    expect(words(seen)).toContain('[Edit my part] [Finish note]');
  });

  it('carries open actions to the next meeting, which locks the one before', async () => {
    const first = await write(pair.associate, { actions: 'Read on pacing\nAsk for a release\nRead on pacing' });
    await write(pair.supervisor, { actions: 'Send the article' });
    const pick = pickOf(
      await expectCard(pair.supervisor.does('supervision.meeting', { group: pair.at, meeting: noteIn(first) })),
    );
    expect(pick.options.map(({ label }) => 'typed' in label && label.typed)).toEqual([
      'Read on pacing',
      'Ask for a release',
      'Send the article',
    ]);
    await expectCard(pair.associate.does(pick.do, { ...pick.with, chosen: pick.options[0]?.value ?? '' }));
    await app.pass(7 * dayMs);
    const next = await write(pair.supervisor, { topics: 'Endings' });
    expect(noteIn(next)).not.toBe(noteIn(first));
    expect(words(next)).toMatch(
      /From an earlier meeting Ask for a release\n.*From an earlier meeting Send the article/,
    );
    expect(words(next)).not.toContain('Read on pacing');
    const old = words(
      await expectCard(pair.associate.does('supervision.meeting', { group: pair.at, meeting: noteIn(first) })),
    );
    expect(old).toContain('Locked since');
    expect(old).toMatch(/Done .* Read on pacing/);
    expect(old).toMatch(/Carried to a later meeting .*Ask for a release/);
    await expectCard(press(pair.supervisor, next, 'Delete note'));
    const back = words(
      await expectCard(pair.associate.does('supervision.meeting', { group: pair.at, meeting: noteIn(first) })),
    );
    expect(back).toMatch(/Open .*Ask for a release/);
  });

  it('that the next one locked has a link of the chain, by which a later change shows', async () => {
    const first = await write(pair.associate, { topics: 'Pacing' });
    await app.pass(7 * dayMs);
    await write(pair.supervisor, { topics: 'Endings' });
    const links = (await stored(app.store, app.scope)).filter(
      ({ kind, doc }) => kind === 'supervisionLink' && (doc as { entry?: string }).entry === noteIn(first),
    );
    expect(links.map(({ doc }) => (doc as { act?: string }).act)).toEqual(['met']);
    const seen = async () =>
      words(await expectCard(pair.associate.does('supervision.meeting', { group: pair.at, meeting: noteIn(first) })));
    expect(await seen()).toContain('Unchanged since it was locked.');
    await app.store.transact(app.scope, async (tx) => {
      const note = (await tx.get(Meetings, noteIn(first))) as Meeting;
      const own = note.parts.supervisee as NonNullable<Meeting['parts']['supervisee']>;
      await tx.put(Meetings, { ...note, parts: { ...note.parts, supervisee: { ...own, topics: 'Paperwork' } } });
    });
    expect(await seen()).toContain('This has changed since it was locked.');
  });

  it('takes ten open actions of up to 200 characters, and says so', async () => {
    const form = await expectForm(pair.associate.does('supervision.meeting.write', at()));
    const many = await submit(pair.associate, form, {
      actions: Array.from({ length: 11 }, (_, i) => `Step ${i}`).join('\n'),
    });
    expect(many.is === 'again' && words(many.form)).toContain('! Actions: up to 10 can be open at once');
    const long = await submit(pair.associate, form, { actions: 'x'.repeat(201) });
    expect(long.is === 'again' && words(long.form)).toContain('! Actions: enter up to 200 characters');
    const future = await submit(pair.associate, form, { topics: 'x', date: '2026-04-01' });
    expect(future.is === 'again' && words(future.form)).toContain('! Date of the meeting: this day is in the future');
  });

  it('takes identifiers out of every text before anything is kept', async () => {
    const form = await expectForm(pair.supervisor.does('supervision.meeting.write', at()));
    const name = 'Gloria Whitcombe';
    const typed = {
      topics: `Met ${name}`,
      feedback: `About ${name}`,
      directives: `Call ${name}`,
      actions: `Write to ${name}`,
    };
    const again = await submit(pair.supervisor, form, typed);
    if (again.is !== 'again') throw new Error('it was taken');
    expect(words(again.form)).not.toContain(name);
    for (const field of ['Topics', 'Feedback', 'Directives', 'Actions'])
      expect(words(again.form)).toMatch(new RegExp(`! ${field}: \\d possible identifiers? (?:was|were) replaced`));
    const saved = await expectCard(submit(pair.supervisor, again.form, {}));
    expect(words(saved)).not.toContain('Whitcombe');
    expect(await app.disk()).not.toContain('Whitcombe');
  });

  it('opens from the agreement, and from a logged session on its day', async () => {
    const agreement = await expectCard(pair.associate.does('supervision.agreement', at()));
    expect(words(await expectCard(press(pair.associate, agreement, 'Meeting notes')))).toContain(
      'There are no meeting notes yet.',
    );
    const session = await log(pair.associate, { minutes: '60', kind: 'sup_ind.individual', date: '2026-03-02' });
    const form = await expectForm(press(pair.associate, session, 'Meeting note'));
    expect(form.fields.find((f) => f.name === 'date')?.value).toBe('2026-03-02');
    const note = await expectCard(submit(pair.associate, form, { topics: 'Pacing' }));
    const entry = await expectCard(
      pair.supervisor.does('supervision.entry', { group: pair.at, entry: entryIn(session) }),
    );
    const opened = await expectCard(press(pair.supervisor, entry, 'Meeting note'));
    expect(noteIn(opened)).toBe(noteIn(note));
    const twice = await submit(pair.associate, form, { topics: 'Something else' });
    expect(twice.is === 'again' && words(twice.form)).toContain('this day already has a note');
  });

  it('goes with its agreement after seven years', async () => {
    await write(pair.associate, { topics: 'Pacing' });
    await pair.associate.does('supervision.bring.save', { ...at(), topic: 'ethics' });
    await expectCard(
      submit(pair.supervisor, await expectForm(pair.supervisor.does('supervision.end', at())), { reason: 'completed' }),
    );
    const count = () =>
      app.store.read(
        app.scope,
        async (r) => (await r.count(Meetings, 'id', { all: true })) + (await r.count(AgendaItems, 'id', { all: true })),
      );
    expect(await count()).toBe(2);
    await app.pass((7 * 365 + 3) * dayMs);
    expect(await count()).toBe(0);
  });
});

describe('a private reflection', () => {
  it('is the supervisee’s alone: the supervisor learns nothing of it', async () => {
    const { associate, supervisor } = pair;
    const note = await write(associate, { topics: 'Pacing' });
    const meeting = { group: pair.at, meeting: noteIn(note) };
    const look = async () =>
      JSON.stringify([
        await supervisor.does('supervision.meeting', meeting),
        await supervisor.does('supervision.meetings', at()),
        await supervisor.does('supervision.agreement', at()),
        await supervisor.does('supervision.reflections', { group: pair.at }),
        await supervisor.does('supervision.reflect', meeting),
        await supervisor.does('curbside.home'),
        await supervisor.does('curbside.privacy'),
        await supervisor.does('privacy.export'),
      ]);
    const before = await look();
    const saved = await expectCard(
      submit(associate, await expectForm(press(associate, note, 'Add private reflection')), {
        text: 'I was lost today',
      }),
    );
    expect(words(saved)).toContain('Your private reflection (only you can read it): I was lost today');
    expect(await look()).toBe(before);
    expect(await app.disk()).not.toContain('I was lost today');
    expect(JSON.stringify(await associate.does('privacy.export'))).toContain('I was lost today');
    const list = await expectCard(associate.does('supervision.reflections', { group: pair.at }));
    expect(words(await expectCard(press(associate, list, 'Delete')))).toContain('You have no private reflections.');
  });

  it('is erased with its owner; a locked note stays to the other one, without the name', async () => {
    const { associate, supervisor } = pair;
    const note = await write(associate, { topics: 'Pacing' });
    await write(supervisor, { feedback: 'Clear goals' });
    const meeting = { group: pair.at, meeting: noteIn(note) };
    await submit(associate, await expectForm(press(associate, note, 'Add private reflection')), { text: 'I was lost' });
    await finish(associate, meeting);
    await finish(supervisor, meeting);
    await app.pass(7 * dayMs);
    const open = await write(associate, { topics: 'Endings' });
    await associate.does('supervision.bring.save', { ...at(), topic: 'ethics' });
    await associate.does('privacy.erase', { confirmed: 'yes' });
    const seen = words(await expectCard(supervisor.does('supervision.meeting', meeting)));
    expect(seen).toContain('Written by a former member\nTopics: Pacing');
    expect((await supervisor.does('supervision.meeting', { ...meeting, meeting: noteIn(open) })).is).toBe('refused');
    await app.store.read(app.scope, async (r) => {
      expect(await r.count(outlineOf(Reflections), 'id', { all: true })).toBe(0);
      expect(await r.count(AgendaItems, 'id', { all: true })).toBe(0);
    });
  });
});
