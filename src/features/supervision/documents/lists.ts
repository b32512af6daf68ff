import { say } from '../../../i18n/message.ts';
import { day } from '../../../view/build.ts';
import {
  column,
  factTable,
  heading,
  nothing,
  paragraph,
  signatures,
  table,
  typed,
  words,
} from '../../../view/build-document.ts';
import type { DocumentBlock, Words } from '../../../view/document.ts';
import { counted } from '../hours/counted.ts';
import { coveredBy, dates, partyWords } from './frame.ts';
import { papersOf } from './model.ts';
import type { Source } from './source.ts';
import { hoursTable } from './summary.ts';

const toCheckOff = (rows: readonly Words[][]): DocumentBlock =>
  table(
    say('documents.checklist'),
    [
      column(say('document.item'), { weight: 4, head: true }),
      column(say('documents.done'), { weight: 1 }),
      column(say('document.date'), { weight: 1.2 }),
    ],
    rows,
  );

/** Papers and deadlines that a board asks for and that nobody can write here, to be checked off by hand. */
export function checklist({ pack }: Source): DocumentBlock[] {
  const deadlines = pack?.deadlines ?? [];
  return [
    toCheckOff([
      ...papersOf(pack).map((paper) => [words(say('documents.paper', { paper })), nothing, nothing]),
      ...deadlines.map(({ text }) => [words(say('supervision.text', { text })), nothing, nothing]),
    ]),
  ];
}

/** What a Texas supervisor keeps for each associate, with what the agreement says of it. */
export function supervisorFile({ agreement: a }: Source): DocumentBlock[] {
  const { fee, concerns, selfEmployed } = a.details;
  const acknowledged = words(...(selfEmployed ? [say('word.yes')] : []));
  const leave = [...a.leave].sort((x, y) => x.from.localeCompare(y.from));
  return [
    toCheckOff(
      (['agreement', 'license', 'fees', 'sessions', 'leave', 'concerns', 'selfEmployed'] as const).map((item) => [
        words(say('documents.texasFile', { item })),
        item === 'selfEmployed' ? acknowledged : nothing,
        nothing,
      ]),
    ),
    ...(fee === '' ? [] : [factTable([say('supervision.details.fee'), typed(fee)])]),
    ...(concerns === '' ? [] : [factTable([say('supervision.details.concerns'), typed(concerns)])]),
    ...(leave.length === 0
      ? []
      : [
          table(
            say('supervision.leave'),
            [
              column(say('supervision.leave.from'), { head: true }),
              column(say('supervision.leave.to')),
              column(say('supervision.leave.approvedOn')),
            ],
            leave.map(({ from, to, approvedOn }) => [
              words(day(from)),
              words(day(to)),
              approvedOn === null ? words(say('supervision.leave.notApproved')) : words(day(approvedOn)),
            ]),
          ),
        ]),
  ];
}

/** The letter at the end of an agreement. It says what was signed here, and leaves the judgment to who signs it. */
export function letter(source: Source): DocumentBlock[] {
  const { agreement: a } = source;
  const { from, to } = coveredBy(source);
  const signed = counted(source.entries).filter(({ status }) => status === 'signed');
  return [
    heading(2, say('documents.letter.to')),
    paragraph(say('documents.letter.text')),
    factTable(
      [say('documents.covers'), dates(from, to)],
      ...(a.endReason === null
        ? []
        : ([
            [say('supervision.endReason'), words(say('supervision.endReason.name', { reason: a.endReason }))],
          ] as const)),
    ),
    hoursTable(source, signed),
    paragraph(say('documents.letter.signs'), day(to)),
    signatures([say('supervision.party', { role: 'supervisor' }), partyWords(source, 'supervisor')]),
  ];
}
