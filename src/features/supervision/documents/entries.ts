import { say } from '../../../i18n/message.ts';
import { clock, day, when } from '../../../view/build.ts';
import {
  column,
  factTable,
  hoursWords,
  nothing,
  paragraph,
  table,
  typed,
  words,
} from '../../../view/build-document.ts';
import type { DocumentBlock, Words } from '../../../view/document.ts';
import { logged, minutesOf } from '../hours/counted.ts';
import type { SupervisionEntry } from '../model.ts';
import { activityName } from '../packs.ts';
import { referenceOf, type Source, supervisionGiven } from './source.ts';

type Standing = SupervisionEntry['status'] | 'paper';
const standingOf = (e: SupervisionEntry): Standing =>
  e.attestation === 'paper' && e.status !== 'void' ? 'paper' : e.status;

const statusWords = (e: SupervisionEntry): Words =>
  words(
    say('supervision.entry.status', { status: standingOf(e) }),
    ...(e.signedAt === null ? [] : [when(e.signedAt, 'date')]),
    ...(e.status === 'void' || logged([e]).length > 0 ? [] : [say('documents.notCounted')]),
  );

const formatWords = (e: SupervisionEntry): Words =>
  words(
    ...(e.modality === null ? [] : [say('supervision.modality', { modality: e.modality })]),
    ...(e.format === null ? [] : [say('word.comma'), say('supervision.format.name', { format: e.format })]),
  );

/** In this order, of what a total is made up. */
const standings = ['signed', 'paper', 'submitted', 'noted', 'unsignable', 'returned', 'draft'] as const;

/** What the total of a list holds, in words and by where its entries stand: the same as Logged has on the screen. */
export function whatCounts({ agreement: a }: Source, entries: readonly SupervisionEntry[]): DocumentBlock[] {
  if (a.purpose === 'growth' || entries.length === 0) return [];
  const all = logged(entries);
  const rows = standings.flatMap((status) => {
    const minutes = minutesOf(all.filter((e) => standingOf(e) === status));
    return minutes === 0 ? [] : [[say('supervision.entry.status', { status }), hoursWords(minutes)] as const];
  });
  return [
    ...(rows.length < 2 ? [] : [factTable([say('supervision.totals.logged'), hoursWords(minutesOf(all))], ...rows)]),
    paragraph(say('documents.loggedMeans')),
  ];
}

/** Every entry with when it was signed; a void one stands there, and counts nothing. */
export function entryTable(source: Source, entries: readonly SupervisionEntry[]): DocumentBlock {
  if (entries.length === 0) return paragraph(say('documents.nothing'));
  return table(
    say('supervision.entries'),
    [
      column(say('document.date'), { weight: 1.4, head: true }),
      column(say('supervision.start'), { weight: 0.9 }),
      column(say('documents.hours'), { align: 'right', weight: 0.8 }),
      column(say('supervision.activity'), { weight: 2 }),
      column(say('supervision.modalities'), { weight: 1.5 }),
      column(say('supervision.site'), { weight: 1.5 }),
      column(say('supervision.status'), { weight: 1.8 }),
    ],
    entries.map((e) => [
      words(day(e.date)),
      e.start === null ? nothing : words(clock(e.start)),
      hoursWords(e.minutes),
      words(activityName(e.activity, source.pack), ...(e.restricted ? [say('documents.restricted')] : [])),
      formatWords(e),
      typed(e.site),
      statusWords(e),
    ]),
    [
      words(say('supervision.totals.logged')),
      nothing,
      hoursWords(minutesOf(logged(entries))),
      nothing,
      nothing,
      nothing,
      nothing,
    ],
  );
}

/** For a supervisor's own renewal: dates and minutes of supervision given, by a reference and no name. */
export function givenTable(source: Source): DocumentBlock {
  const given = supervisionGiven(source.entries);
  if (given.length === 0) return paragraph(say('documents.nothing'));
  return table(
    say('documents.given'),
    [
      column(say('document.date'), { head: true }),
      column(say('documents.trainee')),
      column(say('supervision.modalities')),
      column(say('documents.hours'), { align: 'right' }),
    ],
    given.map((e) => [
      words(day(e.date)),
      words(say('supervision.text', { text: referenceOf(source) })),
      formatWords(e),
      hoursWords(e.minutes),
    ]),
    [words(say('documents.total')), nothing, nothing, hoursWords(minutesOf(given))],
  );
}
