import { type Msg, say } from '../../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  colleague,
  copy,
  day,
  facts,
  former,
  heading,
  item,
  msg,
  quiet,
  quote,
  title,
  typedOption,
  when,
} from '../../../view/build.ts';
import type { Block, Card, Item, Span } from '../../../view/view.ts';
import type { Group } from '../../group/model.ts';
import { namesLeft, perhapsKnown, unsureBlocks, urgentBlocks } from '../case/preview-view.ts';
import { doubtCount, type Review } from '../case/review.ts';
import { shareAction } from '../thread/outcome-reminder.ts';
import { adviceOf } from './advice.ts';
import type { Named } from './advisers.ts';
import { lookBackBlocks } from './look-back-view.ts';
import { atRisk, type ConsultationRecord, missingToFinish } from './model.ts';
import { consultantSpans, dayParts, leavesOutAdvice, noteLines } from './note.ts';

const ids = (r: ConsultationRecord) => ({ group: r.group, record: r.id });
/** For what decides about the texts as they stand on this card. */
const thisState = (r: ConsultationRecord) => ({ ...ids(r), version: String(r.version) });

/** What a record card shows besides the record: the name of its structure, and the owner's date. */
interface Beside {
  readonly structure: Msg | null;
  readonly today: string;
  /** Where the members of its group practice. */
  readonly practice: Group['place'];
  /** The draft of its outcome, which is not shared yet. */
  readonly unshared: string | null;
  /** Where in the log it was opened from; null where it was opened from elsewhere. */
  readonly place: Readonly<Record<string, string>> | null;
}

/** A record as its owner sees it. `review` tells what was taken out, while memory still holds the raw text. */
export function recordCard(
  r: ConsultationRecord,
  named: Named,
  review: Review | null,
  { structure, today, unshared, place, practice }: Beside,
): Card {
  return card(say('record.summary'), [
    ...(atRisk(r) && r.status === 'draft' ? urgentBlocks(practice) : []),
    ...(r.unsure && r.status === 'draft' ? unsureBlocks('record.looked', thisState(r)) : []),
    title(say('record.summary')),
    ...contents(r, named, structure),
    ...(review && r.status === 'draft' ? checked(r, review) : []),
    ...(r.status === 'draft' && missingToFinish(r).length > 0
      ? [body(say('record.toFinish', { missing: missingToFinish(r) }))]
      : []),
    ...(unshared === null ? [] : [body(say('outcome.notShared')), actions(shareAction(r.group, unshared))]),
    ...lookBackBlocks(r, today),
    quiet(say('record.disclaimer')),
    actions(
      ...waysOn(r, place ?? {}),
      ...(place === null ? [] : [action(say('word.back'), 'consult.records', { group: r.group, ...place })]),
    ),
  ]);
}

const contents = (r: ConsultationRecord, named: Named, structure: Msg | null): Block[] => [
  facts(...factRows(r, named, structure)),
  ...parts(r, named),
  ...r.amendments.flatMap((a) => [
    quiet(say('record.amendment'), when(a.at)),
    quote(a.text),
    quote(a.reason, say('record.amendReason')),
  ]),
];

/** Colleagues of another community: nobody here knows them by name. */
export const namedElsewhere: Named = ({ person, credential }) =>
  person === null ? former(credential) : colleague(credential);

/** A record of a linked account: to read and to copy. */
export const elsewhereCard = (
  r: ConsultationRecord,
  {
    structure,
    scope,
    back,
  }: { readonly structure: Msg | null; readonly scope: string; readonly back: Readonly<Record<string, string>> },
): Card =>
  card(say('record.summary'), [
    title(say('record.summary')),
    quiet(say('log.from', { platform: scope.split('.', 1)[0] ?? '' })),
    ...contents(r, namedElsewhere, structure),
    quiet(say('log.elsewhere')),
    quiet(say('record.disclaimer')),
    copy(say('note.label'), noteLines(r, namedElsewhere, structure)),
    actions(action(say('word.back'), 'consult.records', back)),
  ]);

type Row = readonly [Msg, ...(Msg | Span)[]];

function factRows(r: ConsultationRecord, named: Named, structure: Msg | null): Row[] {
  return [
    [say('record.on'), ...dayParts(r), ...(r.late ? [say('record.late')] : [])],
    ...(r.late ? [[say('record.written'), when(r.writtenAt)] as const] : []),
    [say('record.duration'), say('record.length', { minutes: r.minutes })],
    [say('record.mode'), say('record.mode.name', { mode: r.mode })],
    [say('record.topic'), say('topic.name', { topic: r.topic })],
    ...(structure === null ? [] : [[say('record.structure'), structure] as const]),
    ...(r.followUpOn ? [[say('record.followUp'), day(r.followUpOn)] as const] : []),
    ...(r.changed ? [[say('lookBack.changed'), say('lookBack.answer', { changed: r.changed })] as const] : []),
    [say('record.state'), say('record.state.name', { status: r.status })],
    ...(r.imported === null ? [] : [[say('import.log.from'), when(r.writtenAt, 'date')] as const]),
    ...(r.consultants.length > 0 ? [[say('record.advisers'), ...consultantSpans(r, named)] as const] : []),
  ];
}

/** The texts of a record that are not empty, in reading order. */
function parts(r: ConsultationRecord, named: Named): Block[] {
  const part = (label: Msg, text: string): Block[] => (text === '' ? [] : [quote(text, label)]);
  return [
    ...part(say('record.question'), r.question),
    ...part(say('record.facts'), r.facts),
    ...adviceBlocks(r, named),
    ...part(say('record.decision'), r.decision),
    ...part(say('record.rationale'), r.rationale),
    ...part(say('record.actions'), r.actions.join('\n')),
    ...part(say('record.codes'), r.codesOrLaws),
  ];
}

/** Advice from several replies, each under whose it is. */
function adviceBlocks(r: ConsultationRecord, named: Named): Block[] {
  const advice = adviceOf(r.guidance, r.sources);
  const [only] = advice;
  if (only === undefined) return [];
  if (advice.length === 1 && only.from === null) return [quote(only.text, say('record.guidance'))];
  return [
    heading(say('record.guidance')),
    ...advice.flatMap(({ from, text }) => [...(from === null ? [] : [quiet(named(from))]), quote(text)]),
  ];
}

function checked(r: ConsultationRecord, review: Review): Block[] {
  const foreign: Block[] = review.foreign ? [body(say('preview.foreign'))] : [];
  const taken: Block[] = review.taken.length > 0 ? [quiet(say('record.taken', { n: review.taken.length }))] : [];
  const before = [...foreign, ...taken, ...perhapsKnown(review), ...namesLeft(review)];
  if (review.doubts.length === 0) return before;
  return [
    ...before,
    {
      is: 'pick',
      label: say('preview.checkWords', doubtCount(review.doubts)),
      options: review.doubts
        .slice(0, 25)
        .map((d, i) => typedOption(String(i), d.surface, say('reason.doubt', { reason: d.reason }))),
      chosen: review.doubts.flatMap((d, i) => (d.kept ? [String(i)] : [])),
      many: true,
      do: 'record.keep',
      with: thisState(r),
    },
  ];
}

function waysOn(r: ConsultationRecord, place: Readonly<Record<string, string>>) {
  const copyIt = action(say('record.copy'), 'record.copy', ids(r), r.status === 'final' ? { tone: 'main' } : {});
  const remove = action(
    say('record.discard'),
    'record.discard',
    { ...ids(r), ...place },
    {
      tone: 'danger',
      confirm: say('record.discard.confirm'),
    },
  );
  if (r.status === 'final') return [copyIt, action(say('record.amend'), 'record.amend', ids(r)), remove];
  const finish = action(say('record.finish'), 'record.finish', thisState(r), { tone: 'main' });
  const edit = action(say('record.edit'), 'record.edit', ids(r));
  return missingToFinish(r).length > 0
    ? [{ ...edit, tone: 'main' as const }, action(say('record.details'), 'record.details', ids(r)), copyIt, remove]
    : [finish, edit, action(say('record.details'), 'record.details', ids(r)), copyIt, remove];
}

/** Plain text which the clinician pastes into their own record and completes there. */
export function chartCard(r: ConsultationRecord, named: Named, structure: Msg | null): Card {
  return card(say('record.summary'), [
    title(say('record.copy')),
    ...(leavesOutAdvice(r) ? [quiet(say('note.leftOut'))] : []),
    copy(say('note.label'), noteLines(r, named, structure)),
    actions(action(say('word.back'), 'record.show', ids(r))),
  ]);
}

/** A record in a list, which `place` leads back to. */
export const recordItem = (r: ConsultationRecord, today: string, place: Readonly<Record<string, string>> = {}): Item =>
  item(
    [
      day(r.on.date),
      msg(say('word.dot')),
      msg(say('record.state.name', { status: r.status })),
      ...(r.followUpOn !== null && r.followUpOn <= today ? [msg(say('word.dot')), msg(say('followUp.due'))] : []),
    ],
    {
      quote: r.question,
      actions: [action(say('word.open'), 'record.show', { ...ids(r), ...place })],
    },
  );

/** Sent to the owner on the day; says nothing about the case. */
export const followUpCard = (values: { group: string; followUp: string }, date: string): Card =>
  card(say('followUp.summary'), [
    body(say('followUp.text'), day(date)),
    actions(action(say('followUp.open'), 'record.show', values, { tone: 'main' })),
  ]);
