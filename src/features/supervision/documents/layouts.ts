import { say } from '../../../i18n/message.ts';
import { paragraph } from '../../../view/build-document.ts';
import type { Document } from '../../../view/document.ts';
import { entryTable, givenTable } from './entries.ts';
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

const beforeAndAfterDegree = paragraph(say('documents.degree'));

/** What each document has between its head and its end (docs/domain.md, Supervision). */
const layouts: Readonly<Record<DocumentId, (source: Source) => Layout>> = {
  'weekly-log': (source) => ({ landscape: true, body: weekTables(source, yearOfWeeks) }),
  'tx-supervision-log': (source) => ({ landscape: true, body: weekTables(source, texasWeeks) }),
  'experience-verification': (source) => ({ body: [beforeAndAfterDegree, ...summary(source, () => [])] }),
  'tx-supervised-experience': (source) => ({ body: summary(source, () => []) }),
  'tx-supervisor-file': (source) => ({ body: [...supervisorFile(source), entryTable(source, source.entries)] }),
  'nc-quarterly-report': (source) => ({ body: summary(source, () => []) }),
  'nc-final-report': (source) => ({ body: summary(source, () => []) }),
  'ny-form-4b': (source) => ({ body: [paragraph(say('documents.notRead')), ...summary(source, () => [])] }),
  'bacb-log': (source) => ({ landscape: true, body: [entryTable(source, source.entries)] }),
  'bacb-monthly-verification': (source) => ({ body: summary(source, (here) => [shares(here)]) }),
  'bacb-final-verification': (source) => ({ body: summary(source, (here) => [shares(here)]) }),
  checklist: (source) => ({ body: checklist(source) }),
  'verification-letter': (source) => ({ body: letter(source) }),
  'supervisor-export': (source) => ({ body: [givenTable(source)] }),
  evidence: (source) => ({ landscape: true, body: evidence(source) }),
  entries: (source) => ({ landscape: true, body: [entryTable(source, source.entries)] }),
};

/** The document of this kind, from what one of the two may read. Pure: the same source makes the same document. */
export const documentOf = (id: DocumentId, source: Source): Document => framed(id, source, layouts[id](source));
