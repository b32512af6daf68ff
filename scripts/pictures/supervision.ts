import type { Browser } from 'playwright-core';
import { createDocuments } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import type { Document } from '../../src/index.ts';
import { expectCard, groupId, type Person } from '../../test/fixtures/test-app.ts';
import { log, pairUp, signAll } from '../../test/supervision/steps.ts';
import type { Face } from './faces.ts';
import { onAll, sideBySide } from './pane.tsx';
import { firstPage } from './pdf-page.ts';
import { save } from './save.ts';

const [associate, supervisor] = [1, 2];
const minute = 60_000;
const day = 24 * 60 * minute;

const terms = {
  pack: 'us-tx-lpca',
  modalities: 'individual,group',
  sites: 'Harbor Clinic\nHill Street Practice',
  startsOn: '2026-03-02',
};

/** An associate's hours: logging them, a week at once, what waits for the supervisor, the totals, and three documents. */
export async function supervisionPictures(browser: Browser, faces: readonly Face[]): Promise<void> {
  const agreements = new Map<Face, string>();
  for (const face of faces) agreements.set(face, await hours(face));
  const shown = (name: string, shows: (face: Face) => Promise<Buffer>) =>
    onAll(browser, faces, shows).then((png) => save(browser, png, `supervision-${name}`));

  const entry = { minutes: '90' };
  await shown('log', (face) => face.privately({ member: associate, command: '/supervision log', typed: entry }, 1250));
  const week = { d1c0: '4', d2c0: '5', d3c0: '3.5', d4c0: '4', d2c1: '1', d4c1: '1.5', supLength: '1', supDay: '3' };
  await shown('week', (face) => face.privately({ member: associate, command: '/supervision week', typed: week }, 1500));
  await shown('batch', (face) => face.privately({ member: supervisor, command: '/supervision sign' }, 1500));
  await shown('totals', (face) => face.privately({ member: associate, command: '/supervision totals' }, 1500));
  const [face] = faces as [Face];
  await save(browser, await documents(browser, face, agreements.get(face) ?? ''), 'supervision-documents');
}

/** Five weeks of hours, each logged on its Friday. The first four are signed; the last one waits. Returns the agreement. */
async function hours(face: Face): Promise<string> {
  const mine = face.people[associate] as Person;
  const signs = face.people[supervisor] as Person;
  const agreement = await pairUp(mine, signs, terms);
  const one = async (date: string, minutes: string, kind: string, more: Record<string, string> = {}) => {
    await log(mine, { date, minutes, kind, submit: 'yes', site: '0', groupSize: '', topics: '', ...more });
    await face.pass(minute);
  };
  for (const [i, monday] of ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30'].entries()) {
    const on = (plus: number) => new Date(Date.parse(monday) + plus * day).toISOString().slice(0, 10);
    await face.pass(Math.max(0, Date.parse(`${on(4)}T20:00:00Z`) - face.now()));
    await one(on(0), String(240 + (i % 3) * 60), 'direct');
    await one(on(1), '60', 'sup_ind.individual', { topics: 'Pacing, and ending sessions on time' });
    await one(on(1), '210', 'direct', { site: '1' });
    await one(on(2), '120', 'other');
    if (i % 2 === 0) await one(on(2), '60', 'sup_grp.group', { groupSize: '5' });
    if (i !== 2) await one(on(3), '240', 'direct');
    if (i < 4) await signAll(signs);
  }
  return agreement;
}

const kinds = ['tx-supervision-log', 'tx-supervised-experience', 'entries'] as const;

/** The first page of three documents, as somebody prints them. */
async function documents(browser: Browser, face: Face, agreement: string): Promise<Buffer> {
  const mine = face.people[associate] as Person;
  const rendering = createDocuments(createSigner(Buffer.alloc(32, 7)));
  const names = new Map([
    [face.people[associate]?.who, 'Mateo Larkspur'],
    [face.people[supervisor]?.who, 'Saoirse Windermere'],
  ]);
  const reader = { locale: 'en-US', zone: 'America/New_York', name: (who: Person['who']) => names.get(who) ?? null };
  const panes: { name: string; png: Buffer }[] = [];
  for (const document of kinds) {
    const at = { group: await groupId(mine), agreement, document, format: 'pdf' };
    const card = await expectCard(mine.does('supervision.document', at));
    const block = card.blocks.find((b) => b.is === 'file') as { document: Document } | undefined;
    if (block === undefined) throw new Error(`no file of ${document}`);
    const { bytes } = await rendering.render(block.document, 'pdf', reader as never, face.now());
    panes.push({ name: '', png: await firstPage(browser, bytes) });
  }
  return sideBySide(browser, panes);
}
