import type { Format } from '../format.ts';

const issueWords = {
  date: 'Date not recognized',
  future: 'Date in the future',
  length: 'Length not recognized, or more than 8 hours',
  empty: 'No question and no advice',
  short: 'Question shorter than 10 characters',
  colleague: 'Colleague: name or credential too long, or more than 12',
  logged: 'Already in your log',
} as const;
const targetWords = {
  date: 'Date',
  minutes: 'Length in minutes',
  hours: 'Length in hours',
  question: 'Question',
  background: 'Relevant background',
  guidance: 'Advice received',
  decision: 'Decision',
  rationale: 'Rationale',
  colleague: 'Colleague',
  credential: 'Credential',
  mode: 'Format (phone, video, in person)',
  topic: 'Topic',
  codes: 'Codes or laws consulted',
} as const;

/** An old consultation log from a spreadsheet. */
export const logImport = {
  'import.help': 'Import an old consultation log by pasting it',
  'import.log': 'Import an old log',
  'import.log.intro':
    'Curbside doesn’t take files. Open your log in a spreadsheet, copy the rows with the line that names the columns, and paste them. You see every row before anything is saved, and can undo the import later.',
  'import.log.columns':
    'Curbside looks for a date, a length, and a question or the advice. It also reads decision, rationale, colleague, credential, format, and topic.',
  'import.log.issue': ({ issue }: { issue: keyof typeof issueWords }) => issueWords[issue],
  'import.log.target': ({ target }: { target: keyof typeof targetWords }) => targetWords[target],
  'import.log.noColumns':
    'Curbside doesn’t know these columns yet. Match at least the date, the length, and the question or the advice.',
  'import.log.columns.intro': 'Choose what each column of your log holds.',
  'import.log.columns.length': 'Length in minutes: choose a column with minutes or with hours.',
  'import.log.columns.text': 'Question: choose a column with the question or with the advice.',
  'import.log.columns.save': 'Check rows',
  'import.log.nothingYet':
    'Nothing is saved yet. Possible identifiers are replaced as shown. Check that “Consulted” names no client.',
  'import.log.whom': 'Consulted',
  'import.log.cut': 'Shortened to fit',
  'import.log.toRead': 'Saved as a draft for you to check',
  'import.log.unfinished': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'One row is saved as a draft, because its question, decision, or rationale is blank.',
      other: '# rows are saved as drafts, because their question, decision, or rationale is blank.',
    }),
  'import.log.save': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: 'Save 1 record', other: 'Save # records' }),
  'import.log.saved': ({ n, left }: { n: number; left: number }, { plural }: Format) => {
    const saved = plural(n, { one: '1 record was saved.', other: '# records were saved.' });
    return left === 0 ? saved : `${saved} ${plural(left, { one: '1 is left.', other: '# are left.' })}`;
  },
  'import.log.past': 'Imported records',
  'import.log.past.none': 'You haven’t imported any records.',
  'import.log.count': ({ n }: { n: number }, { plural }: Format) => plural(n, { one: '1 record', other: '# records' }),
  'import.log.undo': 'Undo import',
  'import.log.undo.confirm': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'Undo this import? Its record is deleted, unless you’ve changed it.',
      other: 'Undo this import? Its # records are deleted, except those you’ve changed.',
    }),
  'import.log.undone': ({ n, stay }: { n: number; stay: number }, { plural }: Format) => {
    const gone = plural(n, {
      0: 'No record was deleted.',
      one: '1 record was deleted.',
      other: '# records were deleted.',
    });
    return stay === 0
      ? gone
      : `${gone} ${plural(stay, { one: '1 that you changed stays.', other: '# that you changed stay.' })}`;
  },
  'import.log.from': 'Imported',
};
