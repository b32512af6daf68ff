import { say } from '../../../i18n/message.ts';
import { former, person } from '../../../view/build.ts';
import { words } from '../../../view/build-document.ts';
import type { ExportData, Sheet, Value, Words } from '../../../view/document.ts';
import { columns } from '../csv-row.ts';
import { counted } from '../hours/counted.ts';
import type { SupervisionEntry } from '../model.ts';
import { signedContent } from '../sign-off/signed-content.ts';
import { type DocumentId, isWithoutTrainee } from './model.ts';
import { referenceOf, type Source, supervisionGiven } from './source.ts';

/** An entry for a program. `content` and `salt` are what its signature in the chain covers. */
const entryValue = (e: SupervisionEntry): { readonly [name: string]: Value } => ({
  id: e.id,
  status: e.attestation === 'paper' ? 'paper' : e.status,
  date: e.date,
  minutes: e.minutes,
  observedMinutes: e.observed?.minutes ?? 0,
  restricted: e.restricted,
  excluded: e.excluded,
  writtenAt: e.writtenAt,
  submittedAt: e.submittedAt,
  signedAt: e.signedAt,
  content: signedContent(e) as { readonly [name: string]: Value },
  salt: e.salt,
});

const nameOf = (who: string | null): Words => words(who ? person(who) : former(''));

/** What the signed export of a document holds: every entry it is made of, and the whole chain of the agreement. */
export function exportOf(id: DocumentId, source: Source): ExportData {
  const { agreement: a, links, period, pack, now } = source;
  const entries = isWithoutTrainee(id) ? supervisionGiven(source.entries) : source.entries;
  return {
    kind: 'supervision',
    facts: {
      document: id,
      madeAt: new Date(now).toISOString(),
      agreement: a.id,
      supervisee: isWithoutTrainee(id) ? referenceOf(source) : { words: nameOf(a.supervisee) },
      supervisor: a.supervisor === null ? a.outside : { words: nameOf(a.supervisor) },
      startsOn: a.startsOn,
      endsOn: a.endsOn,
      period,
      pack: pack === null ? null : { id: pack.id, version: pack.version, asOf: pack.asOf },
    },
    entries: entries.map(entryValue),
    chains: [
      {
        agreement: a.id,
        length: a.chain.length,
        hash: a.chain.hash,
        links: links.map((l) => ({ ...l })),
      },
    ],
  };
}

/** The columns that `curbside hours` reads (docs/packs.md), and when each entry was signed. */
const sheetColumns = [...columns, 'signed_at'] as const;

const statusOf = (e: SupervisionEntry): string => {
  if (e.status === 'void') return 'void';
  return e.attestation === 'paper' ? 'paper' : e.status === 'signed' ? 'signed' : 'logged';
};

/** Why a row counts nowhere: what its owner said, or that it is a correction, and what it corrects still counts. */
const excludedOf = (e: SupervisionEntry): Words | string =>
  e.replaces !== null && e.status !== 'signed' && e.status !== 'void'
    ? words(say('documents.correctionWaits'))
    : e.excluded;

/**
 * Entries as a sheet that `curbside hours` adds up as Curbside does: of all entries every one, of another document those that
 * count in it.
 */
export function sheetOf(id: DocumentId, source: Source): Sheet {
  const { agreement: a } = source;
  const counting = isWithoutTrainee(id) ? supervisionGiven : counted;
  const entries = id === 'entries' ? source.entries : counting(source.entries);
  const supervisor = a.supervisor === null ? a.outside : nameOf(a.supervisor);
  return {
    columns: sheetColumns,
    rows: entries.map((e) => [
      e.date,
      e.start ?? '',
      e.minutes,
      e.entryType,
      e.activity,
      e.modality ?? '',
      e.groupSize ?? '',
      e.format ?? '',
      e.site,
      supervisor,
      e.observed?.minutes ?? '',
      e.restricted ? 'yes' : 'no',
      statusOf(e),
      excludedOf(e),
      e.signedAt === null ? '' : new Date(e.signedAt).toISOString(),
    ]),
  };
}
