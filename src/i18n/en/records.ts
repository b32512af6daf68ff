import type { Format } from '../format.ts';

/** Records as files. */
export const records = {
  'records.export': 'Download records',
  'records.export.intro': 'Your complete records, to keep or give to someone. Only you get the file.',
  'records.ready': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { 0: 'The file has no records.', one: 'Here is your record.', other: 'Here are your # records.' }),
  'file.preparing': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      0: 'Preparing your file. This takes a few seconds.',
      one: 'Preparing your file: # entry. This takes a few seconds.',
      other: 'Preparing your file: # entries. This takes a few seconds.',
    }),
  'records.year': 'Year',
  'records.year.all': 'All years',
  'records.between': 'Period',
  'records.overview': 'Records',
  'records.left': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'One record is left out: it’s about a question you asked anonymously, and files stay in this workspace. You can open it with /consult records.',
      other:
        '# records are left out: they’re about questions you asked anonymously, and files stay in this workspace. You can open them with /consult records.',
    }),
  'records.amended': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: 'Final, amended once', other: 'Final, amended # times' }),
  'records.footer': ({ fingerprint }: { fingerprint: string }) =>
    `Consultation is advice between colleagues. It is not supervision. Fingerprint ${fingerprint}`,
};
