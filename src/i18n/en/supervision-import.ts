import type { Format } from '../format.ts';
import { length } from './length.ts';

const sourceWords = {
  trackYourHours: 'From trackyourhours.com',
  time2track: 'Time2Track',
  ripley: 'Ripley',
  auto: 'My own spreadsheet, or not sure',
  curbside: 'Curbside’s own columns',
} as const;
const issueWords = {
  date: 'Date not recognized',
  future: 'Date in the future',
  before: 'Date before the agreement starts',
  after: 'Date after the agreement’s last day',
  length: 'Length not recognized, or more than 12 hours',
  noSite: 'No site',
  noSupervisor: 'No supervisor',
  noActivity: 'No activity',
  activity: 'Activity not known yet',
  site: 'Site not known yet',
  supervisor: 'Supervisor not known yet',
  leftOut: 'Left out',
  dropped: 'Void or left out in your rows',
  logged: 'Already logged',
} as const;
const wrongWords = {
  empty: 'paste the rows, with the line that names the columns first.',
  noRows: 'there’s only one line. Paste the line that names the columns and the rows below it.',
  unclosed: 'a quotation mark is never closed. Check the last rows.',
  tooLong: 'there are more than 5,000 rows. Paste fewer at a time.',
} as const;
const targetWords = {
  date: 'Date',
  hours: 'Length in hours',
  minutes: 'Length in minutes',
  start: 'Start time',
  end: 'End time',
  activity: 'Activity',
  modality: 'Individual or group',
  site: 'Work site',
  supervisor: 'Supervisor',
  notes: 'Notes',
  format: 'How you met',
  groupSize: 'Supervisees in the group',
  restricted: 'Restricted hours',
  unrestricted: 'Unrestricted hours',
  type: 'Type',
  status: 'Status',
  excluded: 'Excluded',
} as const;
const nameWords = { activity: 'Activity', site: 'Site', supervisor: 'Supervisor' } as const;
/** Hours from a spreadsheet. */
export const supervisionImport = {
  'supervision.import': 'Import hours',
  'supervision.help.import': 'Import hours from a spreadsheet by pasting it',
  'supervision.import.title': 'Import hours',
  'supervision.import.intro':
    'Curbside doesn’t take files. Open your export or spreadsheet, copy the rows with the line that names the columns, and paste them. You see every row before anything is saved.',
  'supervision.import.source': 'Where the rows come from',
  'supervision.import.source.name': ({ source }: { source: keyof typeof sourceWords }) => sourceWords[source],
  'supervision.import.text': ({ part }: { part: number }) => (part === 1 ? 'Rows' : `Rows, part ${part}`),
  'supervision.import.text.hint': 'If they don’t fit, continue in the next field. You can also add more later.',
  'supervision.import.wrong': ({ wrong }: { wrong: keyof typeof wrongWords }) => `Rows: ${wrongWords[wrong]}`,
  'supervision.import.read': 'Check rows',
  'supervision.import.summary': 'Rows to import',
  'supervision.import.ready': 'Ready',
  'supervision.import.count': ({ n, minutes }: { n: number; minutes: number }, format: Format) =>
    format.plural(n, { one: `1 row, ${length(minutes, format)}`, other: `# rows, ${length(minutes, format)}` }),
  'supervision.import.problems': 'Not imported',
  'supervision.import.there': 'Already logged',
  'supervision.import.none': 'No rows to show.',
  'supervision.import.nothingYet': 'Nothing is saved yet. Entries are saved as drafts, which you can submit together.',
  'supervision.import.noColumns': 'Curbside doesn’t know these columns yet. Tell us once which is which.',
  'supervision.import.unknown': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: '1 name in these rows isn’t known yet. Say what it means here, or leave its rows out.',
      other: '# names in these rows aren’t known yet. Say what they mean here, or leave their rows out.',
    }),
  'supervision.import.names': 'Match names',
  'supervision.import.names.intro':
    'Curbside remembers what you choose. Skip any you aren’t sure about; those rows will wait.',
  'supervision.import.name': ({ about, n }: { about: keyof typeof nameWords; n: number }) =>
    n === 0 ? nameWords[about] : `${n}. ${nameWords[about]}`,
  'supervision.import.leaveOut': 'Leave these rows out',
  'supervision.import.save': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: 'Save 1 entry', other: 'Save # entries' }),
  'supervision.import.saved': ({ n, left }: { n: number; left: number }, { plural }: Format) => {
    const saved = plural(n, { one: '1 entry was saved.', other: '# entries were saved.' });
    return left === 0 ? saved : `${saved} ${plural(left, { one: '1 is left.', other: '# are left.' })}`;
  },
  'supervision.import.line': ({ line }: { line: number }) => `Line ${line}`,
  'supervision.import.issue': ({ issue }: { issue: keyof typeof issueWords }) => issueWords[issue],
  'supervision.import.replaced': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 possible identifier replaced', other: '# possible identifiers replaced' }),
  'supervision.import.filter': ({ only }: { only: boolean }) => (only ? 'Show all rows' : 'Show problems only'),
  'supervision.import.add': 'Add more rows',
  'supervision.import.discard': 'Discard',
  'supervision.import.discard.confirm': 'Discard these rows? Entries you already saved stay.',
  'supervision.import.discarded': 'The rows were discarded.',
  'supervision.import.waits': 'You pasted rows that aren’t imported yet.',
  'supervision.import.memory': 'They’re kept in memory for half an hour and are gone after that.',
  'supervision.import.fresh': 'Paste other rows',
  'supervision.import.unfinished': 'You pasted rows that aren’t imported yet. Run /supervision import to continue.',
  'supervision.import.columns': 'Match columns',
  'supervision.import.columns.intro': 'Curbside remembers this for the next time you paste rows with these columns.',
  'supervision.import.columns.none': 'Not in these rows',
  'supervision.import.columns.all': 'All rows',
  'supervision.import.columns.supervisor': 'The supervisor of this agreement',
  'supervision.import.columns.date': 'Date: choose the column with the date.',
  'supervision.import.columns.length':
    'Length: choose a column with hours or minutes, or both a start and an end time.',
  'supervision.import.columns.save': 'Save and check rows',
  'supervision.import.columns.saved': 'Saved. Curbside remembers it for next time.',
  'supervision.import.target': ({ target }: { target: keyof typeof targetWords }) => targetWords[target],
  'refusal.importGone': 'These rows aren’t in memory anymore. Nothing more was saved. Paste them again.',
  'refusal.importChanged': 'The rows changed since you opened this. Nothing was saved. Open Match names again.',
};
