import type { Browser } from 'playwright-core';
import { ask, consultationOf, press, submit } from '../../test/fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person } from '../../test/fixtures/test-app.ts';
import type { Face } from './faces.ts';
import { onAll } from './pane.tsx';
import { save } from './save.ts';

const minute = 60_000;
const firstAt = Date.parse('2026-03-12T16:00:00Z');
/** Who presents, and who asks for the statement. */
const presenter = 3;

/** A meeting's agenda and its opening card, and what consultation earned the person who presented. */
export async function meetingPictures(browser: Browser, faces: readonly Face[]): Promise<void> {
  const shown = (name: string, shows: (face: Face) => Promise<Buffer>) =>
    onAll(browser, faces, shows).then((png) => save(browser, png, `meeting-${name}`));
  for (const face of faces) await planned(face);
  await shown('agenda', (face) => face.privately({ member: presenter, command: '/meeting agenda' }));
  for (const face of faces) await face.pass(firstAt - face.now() + minute);
  await shown('opening', (face) => face.channel(1100));
  for (const face of faces) await documented(face);
  await shown('statement', (face) => face.privately({ member: presenter, command: '/consult statement' }, 1450));
}

/** Thursdays at noon, two cases each: one of them is a question that was asked before. */
async function planned(face: Face): Promise<void> {
  const [owner] = face.people as [Person];
  const presents = face.people[presenter] as Person;
  const at = { group: await groupId(owner) };
  const form = await expectForm(owner.does('meeting.series.form', at));
  const series = { title: 'Thursday lunch', startsOn: '2026-03-12', time: '12:00', minutes: '60', slots: '2' };
  await expectCard(submit(owner, form, series));
  const list = await expectCard(owner.does('meeting.series', at));
  const each = await expectForm(press(owner, list, 'Structure of each case'));
  await submit(owner, each, { template2: 'case_presentation' });
  const own = await ask(presents, { question: 'How do I end with a client who does not want to end?' });
  await face.pass(minute);
  await expectCard(presents.does('meeting.put', { ...at, consultation: consultationOf(own) }));
}

/** Consultations that happened elsewhere, on both sides. */
async function documented(face: Face): Promise<void> {
  const presents = face.people[presenter] as Person;
  const at = { group: await groupId(presents) };
  const texts = { guidance: 'Announce the end early.', decision: 'Announce it.', rationale: 'It keeps the frame.' };
  for (const [date, minutes, question] of [
    ['2026-02-10', '30', 'How do I answer a message late at night?'],
    ['2026-03-03', '45', 'When is it time to refer?'],
  ] as const) {
    await face.pass(minute);
    const form = await expectForm(presents.does('consult.log', at));
    const values = { ...texts, question, minutes, date, outsiders: 'Juno Marsh, PhD', draft: 'yes' };
    await expectCard(press(presents, await expectCard(submit(presents, form, values)), 'Finish and lock'));
  }
  const advised = await expectForm(presents.does('credit.advised', at));
  await expectCard(
    submit(presents, advised, { date: '2026-02-24', minutes: '40', topic: 'ethics', credentials: 'LPC' }),
  );
}
