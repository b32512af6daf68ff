import { say } from '../../../i18n/message.ts';
import { paragraph } from '../../../view/build-document.ts';
import type { Document, DocumentBlock } from '../../../view/document.ts';
import { entryTable, givenTable, whatCounts } from './entries.ts';
import { evidence } from './evidence.ts';
import { framed, type Layout } from './frame.ts';
import { checklist, letter, supervisorFile } from './lists.ts';
import type { DocumentId } from './model.ts';
import type { Source } from './source.ts';
import { shares, summary } from './summary.ts';
import { weekTables } from './weeks.ts';

/** Weeks on one page of the Texas log; others have as many as fit. */
const texasWeeks = 12;
const yearOfWeeks = 53;

/** What a document to hand in adds up, said once below all of its parts. */
const handedIn = (body: readonly DocumentBlock[]) => [...body, paragraph(say('documents.handedIn'))];

const beforeAndAfterDegree = paragraph(say('documents.degree'));

/** Each entry, and what of them is in the total. */
const allEntries = (source: Source) => [entryTable(source, source.entries), ...whatCounts(source, source.entries)];

/** What each document has between its head and its end (docs/domain.md, Supervision). */
const layouts: Readonly<Record<DocumentId, (source: Source) => Layout>> = {
  'weekly-log': (source) => ({ landscape: true, body: handedIn(weekTables(source, yearOfWeeks)) }),
  'tx-supervision-log': (source) => ({ landscape: true, body: handedIn(weekTables(source, texasWeeks, true)) }),
  'experience-verification': (source) => ({ body: handedIn([beforeAndAfterDegree, ...summary(source, () => [])]) }),
  'tx-supervised-experience': (source) => ({ body: handedIn(summary(source, () => [])) }),
  'tx-supervisor-file': (source) => ({ body: [...supervisorFile(source), ...allEntries(source)] }),
  'nc-quarterly-report': (source) => ({ body: handedIn(summary(source, () => [])) }),
  'nc-final-report': (source) => ({ body: handedIn(summary(source, () => [])) }),
  'ny-form-4b': (source) => ({ body: handedIn([paragraph(say('documents.notRead')), ...summary(source, () => [])]) }),
  'bacb-log': (source) => ({ landscape: true, body: allEntries(source) }),
  'bacb-monthly-verification': (source) => ({ body: handedIn(summary(source, (here) => [shares(here)])) }),
  'bacb-final-verification': (source) => ({ body: handedIn(summary(source, (here) => [shares(here)])) }),
  checklist: (source) => ({ body: checklist(source) }),
  'verification-letter': (source) => ({ body: letter(source) }),
  'supervisor-export': (source) => ({ body: [givenTable(source)] }),
  evidence: (source) => ({ landscape: true, body: evidence(source) }),
  entries: (source) => ({ landscape: true, body: allEntries(source) }),
};

/** The document of this kind, from what one of the two may read. Pure: the same source makes the same document. */
export const documentOf = (id: DocumentId, source: Source): Document => framed(id, source, layouts[id](source));
