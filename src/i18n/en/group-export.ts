import type { Format } from '../format.ts';

/** What owners take along of their group, and its yearly number. */
export const groupExport = {
  'group.export': 'Export this group',
  'group.export.title': 'Group settings and agreement',
  'group.export.intro':
    'The file has the group’s settings, its agreement, and how many questions it asked each year. It has no posts, reports, records, or names. The list of changes will say that you exported it.',
  'group.export.ready': 'Here is the file.',
  'group.export.noted': 'The list of changes now says that you exported the group today.',
  'group.export.footer': 'Settings and agreement of a consultation group. It says nothing about any member.',
  'agreement.version': 'Version',
  'agreement.core': 'Core',
  'years.title': 'Questions each year',
  'years.intro': ({ least }: { least: number }) =>
    `Only owners see this. Each year is counted once, after it ends, and never changes. With fewer than ${least} questions, no number is shown.`,
  'years.none': 'The first number appears after the end of this year.',
  'years.year': ({ year }: { year: number }) => String(year),
  'years.n': ({ n }: { n: number | null }, { number }: Format) => (n === null ? 'Fewer than 6' : number(n)),
};
