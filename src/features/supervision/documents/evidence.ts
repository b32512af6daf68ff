import { say } from '../../../i18n/message.ts';
import { day, listed, when } from '../../../view/build.ts';
import { column, factTable, heading, nothing, paragraph, table, typed, words } from '../../../view/build-document.ts';
import type { DocumentBlock, Words } from '../../../view/document.ts';
import { detailRows, typedRows } from '../agreement/details-views.ts';
import type { Meeting, Part } from '../meeting/model.ts';
import { entryTable } from './entries.ts';
import type { Source } from './source.ts';

/**
 * What a supervisee has to show where the supervisor can’t sign any more: the agreement, what was signed and what was not, and
 * the meeting notes. It says who states what, and puts nothing in the place of a signature.
 */
export function evidence(source: Source): DocumentBlock[] {
  const { agreement: a, entries } = source;
  const live = entries.filter(({ status }) => status !== 'void');
  return [
    paragraph(say('documents.evidence.intro')),
    ...(a.unsignable === null
      ? []
      : [
          factTable(
            [say('supervision.unsignable.why'), words(say('supervision.unsignable.reason', { why: a.unsignable.why }))],
            [say('documents.evidence.since'), words(when(a.unsignable.at, 'date'))],
          ),
        ]),
    heading(2, say('documents.evidence.agreement')),
    terms(source),
    heading(2, say('documents.evidence.signed')),
    entryTable(
      source,
      live.filter(({ status }) => status === 'signed'),
    ),
    heading(2, say('documents.evidence.unsigned')),
    entryTable(
      source,
      live.filter(({ status }) => status !== 'signed'),
    ),
    heading(2, say('documents.evidence.meetings')),
    meetingTable(source),
  ];
}

function terms({ agreement: a }: Source): DocumentBlock {
  return factTable(
    [say('supervision.purpose'), words(say('supervision.purpose.name', { purpose: a.purpose }))],
    [
      say('supervision.modalities'),
      words(...listed(...a.modalities.map((modality) => say('supervision.modality', { modality })))),
    ],
    [say('supervision.startsOn'), words(day(a.startsOn))],
    ...(a.confirmedAt === null
      ? []
      : ([[say('supervision.confirmedAt'), words(when(a.confirmedAt, 'date'))]] as const)),
    ...a.sites.map((site) => [say('supervision.site'), typed(site)] as const),
    ...detailRows(a).map(([label, ...value]) => [label, words(...value)] as const),
    ...typedRows(a.details).map((one) => [one.label, typed(one.typed)] as const),
  );
}

/** One row for what each of the two wrote of a meeting. */
function meetingTable({ meetings }: Source): DocumentBlock {
  const rows = meetings.flatMap((m) =>
    (['supervisee', 'supervisor'] as const).flatMap((role) => {
      const part = m.parts[role];
      return part === null ? [] : [rowOf(m, part, role)];
    }),
  );
  if (rows.length === 0) return paragraph(say('documents.evidence.noMeetings'));
  return table(
    say('documents.evidence.meetings'),
    [
      column(say('document.date'), { weight: 1.3, head: true }),
      column(say('meeting.by'), { weight: 1.1 }),
      ...(['topics', 'feedback', 'directives'] as const).map((field) =>
        column(say('meeting.field', { field }), { weight: 2 }),
      ),
      column(say('documents.evidence.locked'), { weight: 1.3 }),
    ],
    rows,
  );
}

const rowOf = (m: Meeting, part: Part, role: 'supervisee' | 'supervisor'): Words[] => [
  words(day(m.date)),
  words(say('supervision.party', { role })),
  ...[part.topics, part.feedback, part.directives].map((text) => (text === '' ? nothing : typed(text))),
  m.finished.supervisee === null || m.finished.supervisor === null
    ? nothing
    : words(when(Math.max(m.finished.supervisee, m.finished.supervisor), 'date')),
];
