import { say } from '../../i18n/message.ts';
import { day } from '../../view/build.ts';
import { column, hoursWords, nothing, small, table, typed, words } from '../../view/build-document.ts';
import type { DocumentBlock, Words } from '../../view/document.ts';
import type { RenewalPack } from './renewal-pack.ts';
import type { StatementRow } from './rows.ts';
import { type CountTotal, countTotals } from './totals.ts';

/** What the lines come to under each rule of a pack, and what else the body asks for. */
export function packBlocks(pack: RenewalPack, rows: readonly StatementRow[]): DocumentBlock[] {
  const totals = countTotals(pack, rows);
  return [
    table(
      say('credit.totals'),
      [
        column(say('credit.counts'), { weight: 3, head: true }),
        column(say('credit.minutes'), { align: 'right' }),
        column(say('credit.counted'), { align: 'right' }),
        column(say('credit.least'), { align: 'right' }),
        column(say('credit.most'), { align: 'right' }),
        column(say('supervision.status'), { weight: 2 }),
      ],
      totals.map(totalCells),
    ),
    ...(pack.note === undefined ? [] : [small(say('supervision.text', { text: pack.note }))]),
    ...pack.counts
      .filter(({ requires }) => requires.length > 0)
      .map(({ what, requires }) =>
        small(say('credit.requires'), say('supervision.text', { text: `${what}: ${requires.join('; ')}` })),
      ),
    ...(pack.keep.length === 0
      ? []
      : [small(say('credit.keep'), say('supervision.text', { text: pack.keep.join('; ') }))]),
    small(say('documents.example'), day(pack.asOf)),
  ];
}

const totalCells = ({ count, minutes, counted }: CountTotal): Words[] => [
  typed(count.text === undefined ? count.what : `${count.what}. ${count.text}.`),
  hoursWords(minutes),
  hoursWords(counted),
  count.minMinutes === undefined ? nothing : hoursWords(count.minMinutes),
  count.maxMinutes === undefined ? nothing : hoursWords(count.maxMinutes),
  words(say('supervision.rule.status', { status: count.status })),
];
