import { say } from '../../../i18n/message.ts';
import {
  column,
  factTable,
  heading,
  hoursWords,
  paragraph,
  signatures,
  table,
  typed,
  words,
} from '../../../view/build-document.ts';
import type { DocumentBlock, Words } from '../../../view/document.ts';
import { counted, minutesOf } from '../hours/counted.ts';
import type { SupervisionEntry } from '../model.ts';
import { activitiesOf, activityName } from '../packs.ts';
import { dayOf, periodAround } from '../rules/calendar.ts';
import { partyWords } from './frame.ts';
import type { Source } from './source.ts';
import { isPart } from './weeks.ts';

const number = (n: number): Words => words(say('status.count', { n }));

/** Hours by activity: all, as signed here, and as signed on paper, which nobody can check here. */
export function hoursTable(source: Source, entries: readonly SupervisionEntry[]): DocumentBlock {
  const activities = activitiesOf(source.pack);
  const row = (name: Words, of: readonly SupervisionEntry[]): Words[] => [
    name,
    hoursWords(minutesOf(of)),
    hoursWords(minutesOf(of.filter(({ status }) => status === 'signed'))),
    hoursWords(minutesOf(of.filter(({ attestation }) => attestation === 'paper'))),
  ];
  return table(
    say('documents.hoursByCategory'),
    [
      column(say('supervision.activity'), { weight: 3, head: true }),
      column(say('documents.total'), { align: 'right' }),
      column(say('supervision.totals.signed'), { align: 'right' }),
      column(say('documents.onPaper'), { align: 'right' }),
    ],
    activities.map(({ id }) =>
      row(
        words(activityName(id, source.pack)),
        entries.filter((e) => isPart(e.activity, id, activities)),
      ),
    ),
    row(words(say('documents.total')), entries),
  );
}

/** What boards ask besides hours: weeks, and those with individual supervision. */
function counts(source: Source, entries: readonly SupervisionEntry[]): DocumentBlock {
  const weekOf = (e: SupervisionEntry) => periodAround(dayOf(e.date), 'week', source.pack?.weekStartsOn ?? 1).from;
  const weeks = (of: readonly SupervisionEntry[]): number => new Set(of.map(weekOf)).size;
  const supervision = entries.filter(({ entryType }) => entryType === 'supervision');
  const alone = supervision.filter(({ modality }) => modality === 'individual' || modality === 'triadic');
  return factTable(
    [say('documents.weeks'), number(weeks(entries))],
    [say('documents.weeksSupervised'), number(weeks(supervision))],
    [say('documents.weeksIndividual'), number(weeks(alone))],
    [say('documents.sessions'), number(supervision.length)],
    ...(supervision.some(({ observed }) => observed !== null)
      ? ([[say('documents.observed'), number(supervision.filter(({ observed }) => observed !== null).length)]] as const)
      : []),
  );
}

/** The shares that certification boards ask for: hours by what was restricted, and by how they were supervised. */
export function shares(entries: readonly SupervisionEntry[]): DocumentBlock {
  const all = minutesOf(entries);
  const supervised = entries.filter(({ entryType }) => entryType === 'supervision');
  const group = minutesOf(supervised.filter(({ modality }) => modality === 'group'));
  const unrestricted = all - minutesOf(entries.filter((e) => e.restricted || e.activity === 'res'));
  const percent = (part: number, whole: number): Words =>
    words(say('documents.percent', { n: whole === 0 ? 0 : Math.floor((part * 10_000) / whole) / 100 }));
  return factTable(
    [say('documents.supervisedShare'), percent(minutesOf(supervised), all)],
    [say('documents.unrestrictedShare'), percent(unrestricted, all)],
    [say('documents.groupShare'), percent(group, minutesOf(supervised))],
  );
}

/** Hours by category, one part for each site, with places to sign. */
export function summary(
  source: Source,
  more: (entries: readonly SupervisionEntry[]) => readonly DocumentBlock[],
): DocumentBlock[] {
  const all = counted(source.entries);
  const sites = [...new Set(all.map(({ site }) => site))].sort();
  if (sites.length === 0) return [paragraph(say('documents.nothing'))];
  return sites.flatMap((site, i) => {
    const here = all.filter((e) => e.site === site);
    return [
      ...(i === 0 ? [] : [{ is: 'newPage' } as const]),
      heading(2, say('supervision.site')),
      { is: 'paragraph', style: 'body', text: typed(site) } as const,
      hoursTable(source, here),
      counts(source, here),
      ...more(here),
      signatures(
        [say('supervision.party', { role: 'supervisee' }), partyWords(source, 'supervisee')],
        [say('supervision.party', { role: 'supervisor' }), partyWords(source, 'supervisor')],
      ),
    ];
  });
}
