import type { QuasiIdentifier } from '../../../deidentify/index.ts';
import { type Msg, plain, say } from '../../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  msg,
  quiet,
  quote,
  rule,
  title,
  typedOption,
  urgent,
} from '../../../view/build.ts';
import type { Block, Card, Mark, Span, Values } from '../../../view/view.ts';
import { type Group, urgentText } from '../../group/model.ts';
import { type Draft, type Structure, smallGroup } from '../model.ts';
import { quickId } from '../templates/all.ts';
import { category } from '../words.ts';
import { goesTo } from './ask-view.ts';
import { earlierBlocks } from './earlier-view.ts';
import { otherLanguageBlocks } from './other-language.ts';
import { barredBlocks, guessBlocks, mayBeAnonymous, nameBlocks, waysOn } from './posting-ways.ts';
import { idsOf, type PreviewOf, type ReportNote } from './preview-of.ts';
import { doubtCount, type Review, type Taken } from './review.ts';

/** Exactly what colleagues will see, what was taken out, what to decide, and the ways on. */
export function previewCard(of: PreviewOf): Card {
  const { draft, review, members } = of;
  const isCase = draft.purpose === 'case' || draft.purpose === 'edit';
  const own = draft.purpose === 'amendment';
  return card(say('preview.summary'), [
    ...(draft.urgency === 'risk' && draft.purpose === 'case' ? [...urgentBlocks(of.place), ...of.duty] : []),
    ...(draft.unsure ? unsureBlocks('consult.looked', { ...idsOf(draft), version: String(draft.version) }) : []),
    ...reportBlocks(of.report),
    ...recordBlocks(of),
    title(say(own ? 'preview.amendment' : 'preview.title')),
    ...(isCase ? [quiet(category(draft))] : []),
    ...caseBlocks(draft.fields, review?.marks ?? {}, draft.structure),
    rule,
    ...of.choices,
    ...(review === null ? restored(draft) : decisions(draft, review, of.owner)),
    ...(review === null ? [] : together(review.together(members))),
    ...earlierBlocks(of.earlier),
    ...clientBlocks(of),
    ...betterBlocks(of),
    ...(isCase && draft.topic === 'addiction' ? [quiet(say('preview.part2'))] : []),
    ...(own ? [] : [attest(draft)]),
    ...otherLanguageBlocks(draft, of.otherParts, of.otherLanguages),
    ...nameBlocks(of),
    ...barredBlocks(of),
    ...(draft.purpose === 'case' && members < smallGroup && mayBeAnonymous(of)
      ? [body(say('preview.small', { members })), ...(draft.warnedSmall ? [body(say('preview.smallAgain'))] : [])]
      : []),
    ...guessBlocks(of),
    ...goesTo(of.elsewhere),
    ...waysOn(of),
    ...(draft.purpose === 'case' && mayBeAnonymous(of)
      ? [quiet(say(draft.urgency === 'risk' ? 'preview.noDelay' : 'preview.delay'))]
      : []),
    ...(of.soon === null ? [] : [quiet(plain(of.soon))]),
    ...closing(of),
  ]);
}

/** Sharing comes between a record and its end: what keeps it open, and the way there. */
function recordBlocks({ draft, record }: PreviewOf): Block[] {
  if (record === null) return [];
  const { id, n, phrases, missing, replaced } = record;
  return [
    body(say('posting.unlocked', { n, phrases, replaced: replaced && missing.length === 0 })),
    ...(missing.length === 0 ? [] : [body(say('record.toFinish', { missing }))]),
    actions(action(say('posting.openRecord'), 'record.show', { group: draft.group, record: id })),
  ];
}

/** Comes first: the author is to look, whatever the filter finds. */
const reportBlocks = (note: ReportNote | null): Block[] =>
  note === null ? [] : [urgent(say('report.title')), body(say('report.text', { ...note }))];

/** What the filter can say of the text: nothing, when it was not made for its language. */
function closing({ draft, review, report }: PreviewOf): Block[] {
  // Under the question whether hidden words are back it would answer that they are not.
  if (draft.foreign || draft.unsure) return [];
  // A colleague saw what the filter did not.
  if (report !== null) return [quiet(say('report.responsible'))];
  if (draft.purpose === 'amendment') return [quiet(say('preview.ownRecord'))];
  return [quiet(say(review?.clean ? 'preview.nothingFound' : 'preview.remains'))];
}

/** Comes first wherever somebody may be at risk (docs/domain.md, Crisis words). Posting stays possible. */
export const urgentBlocks = (place: Group['place']): Block[] => [
  urgent(say('urgent.title')),
  urgent(urgentText(place)),
];

/** Names that the filter leaves in a private record are shown: only its owner knows whose they are. */
export const namesLeft = ({ named }: Review): Block[] =>
  named.length === 0 ? [] : [quote(named.join(', '), say('record.namesLeft'))];

/** A name that a thread hides under one placeholder got another one: only its author can tell that both are one. */
export const perhapsKnown = ({ perhapsKnown: labels }: Review): Block[] =>
  labels.length === 0 ? [] : [body(say('preview.perhapsKnown', { labels: labels.join(', '), n: labels.length }))];

/** Hidden words may be back: said first, and nothing is posted before its author has looked. */
export const unsureBlocks = (looked: string, values: Values): Block[] => [
  urgent(say('preview.unsure')),
  body(say('preview.unsureText')),
  actions(action(say('preview.looked'), looked, values)),
];

/** The text of a case or reply, part by part; placeholders marked. */
export function caseBlocks(
  fields: Readonly<Record<string, string>>,
  marks: Readonly<Record<string, readonly Mark[]>>,
  structure: Structure | null = null,
): Block[] {
  const part = (name: string, label: Msg | null): Block[] =>
    fields[name] ? [quote(fields[name], label, marks[name] ?? [])] : [];
  if (structure !== null)
    return Object.entries(structure.labels).flatMap(([name, text]) => part(name, say('template.text', { text })));
  return [
    ...part('question', null),
    ...part('facts', say('ask.facts')),
    ...part('tried', say('case.tried')),
    ...part('text', null),
    ...part('reason', say('record.amendReason')),
  ];
}

/** A question about one's own work is to hold no client: its author reads where it still does. */
function clientBlocks({ draft, client }: PreviewOf): Block[] {
  if (client === 'none') return [];
  const asCase = action(say('preview.asCase'), 'consult.draft.edit', { ...idsOf(draft), template: quickId });
  return [
    body(say(client === 'couldBeCase' ? 'preview.clientOrCase' : 'preview.client')),
    ...(client === 'couldBeCase' ? [actions(asCase)] : []),
  ];
}

/** Questions on this topic open with another structure here: one press takes what was typed along. */
function betterBlocks({ draft, better }: PreviewOf): Block[] {
  if (better === null) return [];
  const use = action(say('preview.topic.use'), 'consult.draft.edit', { ...idsOf(draft), template: better.id });
  return [body(say('preview.topic'), better.name), actions(use)];
}

/** A gentle question about details that are harmless alone. */
function together(details: readonly QuasiIdentifier[]): Block[] {
  if (details.length === 0) return [];
  const named = details.flatMap((detail, i): Span[] => [
    ...(i > 0 ? [msg(say('word.dot'))] : []),
    msg(plain(`risk.${detail}`)),
  ]);
  return [body(say('preview.together')), quiet(...named)];
}

/** Whoever counts what was removed counts names, whatever the filter saw them by. */
const names: ReadonlySet<Taken['reason']> = new Set(['firstName', 'lastName', 'fullName', 'nickname', 'namedPerson']);

function decisions(draft: Draft, review: Review, owner: boolean): Block[] {
  const blocks: Block[] = [];
  if (review.taken.length > 0) {
    const counts = new Map<Taken['reason'], number>();
    for (const { reason } of review.taken) {
      const kind = names.has(reason) ? 'namedPerson' : reason;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const kinds = [...counts].map(([reason, n]) => ({ reason, n }));
    // As many as the rows of "Why?" that replace something.
    const unsure = review.doubts.filter((d) => !d.kept).length;
    blocks.push(body(say('preview.taken', { n: review.taken.length + unsure, kinds, unsure })));
  }
  if (review.doubts.length > 0) {
    blocks.push({
      is: 'pick',
      label: say('preview.checkWords', doubtCount(review.doubts)),
      options: review.doubts
        .slice(0, 25)
        .map((d, i) => typedOption(String(i), d.surface, say('reason.doubt', { reason: d.reason }))),
      chosen: review.doubts.flatMap((d, i) => (d.kept ? [String(i)] : [])),
      many: true,
      do: 'consult.keep',
      with: { ...idsOf(draft), version: String(draft.version) },
    });
  }
  blocks.push(...perhapsKnown(review), ...namesLeft(review));
  const why = review.rows.length === 0 ? [] : [action(say('preview.why'), 'consult.why', idsOf(draft))];
  const always =
    owner && review.doubts.some((d) => d.kept) ? [action(say('preview.always'), 'group.words', idsOf(draft))] : [];
  blocks.push(actions(...why, action(say('preview.hide'), 'consult.hide', idsOf(draft)), ...always));
  return blocks;
}

/** Memory let go of what was typed; words of the kept text can still be hidden. */
const restored = (draft: Draft): Block[] => [
  quiet(say('preview.restored')),
  actions(action(say('preview.hide'), 'consult.hide', idsOf(draft))),
];

const attest = (draft: Draft): Block => ({
  is: 'switch',
  label: say('preview.attest'),
  on: draft.attested,
  do: 'consult.attest',
  with: { ...idsOf(draft), version: String(draft.version) },
});
