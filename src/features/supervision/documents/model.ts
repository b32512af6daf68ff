import type { Agreement, Role } from '../agreement/model.ts';
import type { Pack } from '../rules/pack.ts';

/** What people hand in or keep. A pack names those of its board; the last ones are for everybody. */
export const documentIds = [
  'weekly-log',
  'experience-verification',
  'tx-supervision-log',
  'tx-supervised-experience',
  'tx-supervisor-file',
  'nc-quarterly-report',
  'nc-final-report',
  'ny-form-4b',
  'bacb-log',
  'bacb-monthly-verification',
  'bacb-final-verification',
  'checklist',
  'verification-letter',
  'supervisor-export',
  'evidence',
  'entries',
] as const;
export type DocumentId = (typeof documentIds)[number];

/** Handed over or kept as they are; all others are worksheets, to be copied onto the form of a board. */
const asTheyAre: readonly DocumentId[] = [
  'checklist',
  'verification-letter',
  'supervisor-export',
  'evidence',
  'entries',
];

/** Whether a document only prepares the form of a board. Growth counts toward nothing, so it has no form. */
export const isWorksheet = (id: DocumentId, { purpose }: Pick<Agreement, 'purpose'>): boolean =>
  purpose !== 'growth' && !asTheyAre.includes(id);

/** Papers that a pack asks for and that Curbside cannot write: they are listed, to be checked off. */
export const papers = [
  'supervision-agreement',
  'oversight-agreement',
  'w2-or-paystub',
  'volunteer-letter',
  'tx-supervisory-agreement',
  'nc-contract',
] as const;
export type Paper = (typeof papers)[number];

/** Whether a document names a trainee by a reference alone: a supervisor shows it to their own board. */
export const isWithoutTrainee = (id: DocumentId): boolean => id === 'supervisor-export';

/** Where a document covers one month or quarter of the calendar; all others cover the whole agreement. */
export const periodOf = (id: DocumentId): 'month' | 'quarter' | null =>
  id === 'bacb-monthly-verification' ? 'month' : id === 'nc-quarterly-report' ? 'quarter' : null;

export const papersOf = (pack: Pack | null): Paper[] => papers.filter((paper) => pack?.documents.includes(paper));

/** What there is for one of the two under their agreement. Growth counts nothing, so it has no form of a board. */
export function documentsFor(a: Agreement, role: Role, pack: Pack | null): DocumentId[] {
  if (a.purpose === 'growth') return ['entries'];
  return documentIds.filter((id) => {
    if (id === 'entries') return true;
    if (id === 'verification-letter') return a.endsOn !== null;
    if (id === 'evidence') return role === 'supervisee' && a.unsignable !== null;
    if (id === 'supervisor-export') return role === 'supervisor';
    if (id === 'checklist') return papersOf(pack).length > 0;
    return pack?.documents.includes(id) && (id !== 'tx-supervisor-file' || role === 'supervisor');
  });
}
