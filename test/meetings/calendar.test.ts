import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import type { Card, Document } from '../../src/index.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button } from '../fixtures/view-text.ts';
import { minute, next, openCircle, thursdays } from './circle.ts';

const names = ['ada', 'ben', 'cleo', 'dina'] as const;
let app: TestApp;
let at: { group: string };
let people: Record<(typeof names)[number], Person>;
beforeEach(async () => {
  ({ app, people, at } = await openCircle(names));
});
afterEach(() => app.remove());

describe('/meeting calendar', () => {
  const documents = createDocuments(createSigner(Buffer.alloc(32, 7)));
  const events = async (who: Person) => {
    const card: Card = await expectCard(who.does('meeting.calendar', at));
    const { document } = card.blocks.find((b) => b.is === 'file') as { document: Document };
    const { bytes } = await documents.render(
      document,
      'ics',
      { locale: 'en', zone: 'UTC', name: () => 'x' },
      app.now(),
    );
    const text = Buffer.from(bytes).toString('utf8').replaceAll('\r\n ', '');
    const all = text
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => {
        const of = (name: string) => event.match(new RegExp(`^${name}:(.*)\r?$`, 'm'))?.[1] ?? '';
        return { uid: of('UID'), start: of('DTSTART'), sequence: of('SEQUENCE'), status: of('STATUS') };
      });
    return { text, all };
  };

  it('has every meeting at its instant across clock changes, with no word of a case, a title or a name', async () => {
    await thursdays(people.ada, at, { startsOn: '2026-10-22' });
    const own = await ask(people.ada, { question: 'How do I end a session that keeps running over?' });
    await app.pass(minute);
    await people.ada.does('meeting.put', { ...at, consultation: consultationOf(own) });
    const { text, all } = await events(people.cleo);
    expect(all.slice(0, 3).map(({ start }) => start)).toEqual([
      '20261022T160000Z',
      '20261029T160000Z',
      '20261105T170000Z',
    ]);
    expect(all).toHaveLength(13);
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(13);
    for (const said of ['session', 'Thursday lunch', people.ada.who]) expect(text).not.toContain(said);
  });

  it('keeps the name of an event that moves, is canceled, or whose series changes', async () => {
    await thursdays(people.ada, at);
    const before = (await events(people.cleo)).all;
    const meeting = { ...at, meeting: button(await next(people.ada, at), 'Agenda').with.meeting ?? '' };
    const form = await expectForm(people.ada.does('meeting.move', meeting));
    await expectCard(submit(people.ada, form, { date: '2026-03-13', time: '1:00 PM' }));
    const moved = (await events(people.cleo)).all;
    expect(moved.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(moved[0]).toMatchObject({ start: '20260313T170000Z', sequence: '1', status: 'CONFIRMED' });
    expect(moved.slice(1)).toEqual(before.slice(1));
    await expectCard(people.ada.does('meeting.cancel', meeting));
    const canceled = (await events(people.cleo)).all;
    expect(canceled.find(({ uid }) => uid === before[0]?.uid)).toMatchObject({ sequence: '2', status: 'CANCELLED' });
    expect(canceled.find(({ uid }) => uid === before[1]?.uid)).toEqual(before[1]);
    // Those after the end of the series leave a calendar, too.
    await expectCard(press(people.ada, await expectCard(people.ada.does('meeting.series', at)), 'End series'));
    const ended = (await events(people.cleo)).all;
    expect(ended.length).toBeGreaterThan(12);
    expect(new Set(ended.map(({ status }) => status))).toEqual(new Set(['CANCELLED']));
    expect(ended.find(({ uid }) => uid === before[2]?.uid)).toMatchObject({ sequence: '1' });
  });
});
