import { type Msg, say } from '../../../i18n/message.ts';
import { day, former, person, when } from '../../../view/build.ts';
import { factTable, heading, nothing, notice, paragraph, small, typed, words } from '../../../view/build-document.ts';
import type { Document, DocumentBlock, Words } from '../../../view/document.ts';
import type { Role } from '../agreement/model.ts';
import { contentHash, type Link } from '../sign-off/chain.ts';
import { exportOf, sheetOf } from './export.ts';
import { type DocumentId, isWithoutTrainee, isWorksheet } from './model.ts';
import { referenceOf, type Source } from './source.ts';

/** One of the two, by name, a supervisor with the credential that was stated; somebody who is not here as they were typed. */
export function partyWords({ agreement: a }: Source, role: Role): Words {
  if (role === 'supervisor' && a.supervisor === null) return typed(a.outside);
  const who = role === 'supervisee' ? a.supervisee : a.supervisor;
  if (!who) return words(former(''));
  const credential = role === 'supervisor' ? a.details.supervisorCredential : '';
  return credential === ''
    ? words(person(who))
    : words(person(who), say('supervision.text', { text: `, ${credential}` }));
}

export const dates = (from: string, to: string): Words => words(day(from), say('supervision.to'), day(to));

/** The days that a document covers: its period, or from the first day of the agreement to its last, or to today. */
export const coveredBy = ({ period, agreement: a, today }: Source): { readonly from: string; readonly to: string } =>
  period ?? { from: a.startsOn, to: a.endsOn !== null && a.endsOn < today ? a.endsOn : today };

/** Whose it is and under which rules, for the beginning of a document. */
function headFacts(id: DocumentId, source: Source): DocumentBlock {
  const { agreement: a, pack } = source;
  const { from, to } = coveredBy(source);
  return factTable(
    isWithoutTrainee(id)
      ? [say('documents.trainee'), words(say('supervision.text', { text: referenceOf(source) }))]
      : [say('supervision.party', { role: 'supervisee' }), partyWords(source, 'supervisee')],
    [say('supervision.party', { role: 'supervisor' }), partyWords(source, 'supervisor')],
    [say('documents.covers'), dates(from, to)],
    ...(pack === null
      ? []
      : ([
          [say('supervision.pack'), words(say('supervision.text', { text: pack.title }))],
          [say('documents.board'), words(say('supervision.text', { text: pack.board }))],
          [say('documents.rulesAsOf'), words(day(pack.asOf))],
        ] as const)),
    ...(a.frequency === '' ? [] : ([[say('supervision.frequency'), typed(a.frequency)]] as const)),
    ...licenseFacts(id, a),
  );
}

/** Licenses and setting, as forms of boards ask for them, where the two filled them in. */
function licenseFacts(
  id: DocumentId,
  { details: d, purpose }: Source['agreement'],
): (readonly [label: Msg, value: Words])[] {
  if (purpose === 'growth') return [];
  const numbers = ['supervisorLicense', 'superviseeLicense'] as const;
  return [
    ...numbers
      .filter((name) => d[name] !== '' && !(name === 'superviseeLicense' && isWithoutTrainee(id)))
      .map((name) => [say(`supervision.details.${name}`), typed(d[name])] as const),
    ...(d.setting === null
      ? []
      : [
          [say('supervision.details.setting'), words(say('supervision.setting', { setting: d.setting }))] as const,
          [say('documents.paid'), words(say('documents.paidAs', { volunteer: d.volunteer }))] as const,
        ]),
  ];
}

/** What an altered copy would not have: the chain's last hash, the hash of what is in here, and who signed it. */
function proof(source: Source): DocumentBlock[] {
  const { agreement: a, fingerprint } = source;
  const hash = contentHash('', { entries: source.entries, period: source.period, agreement: a.id });
  return [
    heading(2, say('documents.proof')),
    factTable(
      [say('documents.made'), words(when(source.now))],
      [say('documents.hash'), words(say('supervision.text', { text: hash.slice(0, 32) }))],
      [say('documents.chain'), words(chainWords(source))],
      [say('documents.fingerprint'), words(say('supervision.text', { text: fingerprint }))],
    ),
    small(say('documents.verify', { fingerprint })),
    small(say('documents.meaning')),
  ];
}

/** What the chain holds, counted by what was done: entries that were signed, what was agreed, and everything else. */
function chainWords({ agreement: a, links }: Source): Msg {
  const count = (act: Link['act']): number => links.filter((l) => l.act === act).length;
  const [signed, agreed] = [count('signed'), count('agreed')];
  const others = links.length - signed - agreed;
  return say('documents.chainIs', { signed, agreed, others, hash: a.chain.hash.slice(0, 16) });
}

export interface Layout {
  readonly landscape?: boolean;
  readonly body: readonly DocumentBlock[];
}

/** A layout with what every document says around it. */
export function framed(id: DocumentId, source: Source, { landscape = false, body }: Layout): Document {
  const { agreement: a } = source;
  const growth = a.purpose === 'growth';
  return {
    name: `${id}-${coveredBy(source).from}`,
    title: say('documents.title', { document: id }),
    about: nothing,
    landscape,
    blocks: [
      ...(isWorksheet(id, a) ? [notice(say('documents.worksheet'))] : []),
      headFacts(id, source),
      ...body,
      ...(growth || id === 'checklist' ? [] : [paragraph(say('supervision.totals.noConsultation'))]),
      ...(source.pack === null || growth ? [] : [small(say('documents.example'), day(source.pack.asOf))]),
      ...proof(source),
    ],
    footer: words(say('documents.footer', { fingerprint: source.fingerprint, growth })),
    zone: a.zone,
    sheet: sheetOf(id, source),
    data: exportOf(id, source),
  };
}
