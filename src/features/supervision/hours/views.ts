import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import {
  action,
  actions,
  body,
  card,
  clock,
  day,
  facts,
  item,
  list,
  quiet,
  quote,
  title,
  when,
} from '../../../view/build.ts';
import { pageWith } from '../../../view/page-with.ts';
import type { Action, Block, Card, Item } from '../../../view/view.ts';
import { type Agreement, canSign, type Role } from '../agreement/model.ts';
import { partyIn } from '../agreement/views.ts';
import type { SupervisionEntry } from '../model.ts';
import { activityName, packOf } from '../packs.ts';
import type { Rule } from '../rules/rule.ts';
import type { Flag } from './flags.ts';
import { canRepeat, lastWritten } from './repeat.ts';
import { submittable } from './submit-all.ts';

const onPage = 8;

const activityOf = (e: SupervisionEntry, a: Agreement, ctx: Pick<Asked, 'packs'>) =>
  activityName(e.activity, packOf(ctx, a.pack));

/** How an entry stands. One that was signed on paper is never called signed. */
const statusOf = (e: SupervisionEntry) =>
  say('supervision.entry.status', { status: e.attestation === 'paper' && e.status !== 'void' ? 'paper' : e.status });

/** One entry in a list; how it stands is left out where all stand alike. */
export const entryItem = (
  e: SupervisionEntry,
  a: Agreement,
  ctx: Pick<Asked, 'packs'>,
  flags: readonly Flag[] = [],
  alike = false,
): Item =>
  item(
    [
      day(e.date),
      ...(e.start === null ? [] : [say('word.dot'), clock(e.start)]),
      say('word.dot'),
      say('supervision.length', { minutes: e.minutes }),
    ],
    {
      detail: [
        activityOf(e, a, ctx),
        ...(alike ? [] : [say('word.dot'), statusOf(e)]),
        ...(e.late ? [say('word.dot'), say('supervision.late')] : []),
        ...flags.flatMap((flag) =>
          e.late && flag === 'late' ? [] : [say('word.dot'), say('supervision.flag.short', { flag })],
        ),
      ],
      quote: e.site,
      actions: [action(say('word.open'), 'supervision.entry', { group: a.group, entry: e.id })],
    },
  );

export interface EntryFacts {
  readonly entry: SupervisionEntry;
  readonly agreement: Agreement;
  readonly role: Role;
  /** Rules under which it is at risk as things stand. */
  readonly atRisk: readonly Rule[];
  /** What is worth a look. */
  readonly flags: readonly Flag[];
}

/** One entry with what can be done about it. */
export function entryCard(of: EntryFacts, ctx: Pick<Asked, 'packs'>): Card {
  const { entry: e, agreement: a, role } = of;
  return card(say('supervision.entry.summary'), [
    title(say('supervision.entry.summary'), day(e.date)),
    facts(
      [say('record.duration'), say('supervision.length', { minutes: e.minutes })],
      [say('supervision.activity'), activityOf(e, a, ctx)],
      ...(e.modality === null
        ? []
        : [[say('supervision.modalities'), say('supervision.modality', { modality: e.modality })] as const]),
      ...(e.groupSize === null
        ? []
        : [[say('supervision.groupSize'), say('supervision.people', { n: e.groupSize })] as const]),
      ...(e.format === null
        ? []
        : [[say('supervision.format'), say('supervision.format.name', { format: e.format })] as const]),
      ...(e.start === null ? [] : [[say('supervision.start'), clock(e.start)] as const]),
      ...(e.observed === null
        ? []
        : [
            [
              say('supervision.observedHow.name', { how: e.observed.how }),
              say('supervision.length', { minutes: e.observed.minutes }),
            ] as const,
          ]),
      ...(e.restricted ? [[say('supervision.restricted'), say('word.yes')] as const] : []),
      [say('supervision.party', { role: 'supervisee' }), partyIn(a, 'supervisee')],
      [say('supervision.party', { role: 'supervisor' }), partyIn(a, 'supervisor')],
      [say('supervision.status'), statusOf(e)],
      ...(e.signedAt === null ? [] : [[say('supervision.signedAt'), when(e.signedAt)] as const]),
    ),
    quote(e.site, say('supervision.site')),
    ...(['topics', 'feedback', 'directives'] as const)
      .filter((part) => e[part] !== '')
      .map((part) => quote(e[part], say(`supervision.${part}`))),
    ...remarks(of),
    actions(...actionsOf(e, a, role)),
  ]);
}

function remarks({ entry: e, atRisk, flags }: EntryFacts): Block[] {
  return [
    ...(e.returned === null
      ? []
      : [body(say('supervision.returnedFor'), say('supervision.return.reason.name', { reason: e.returned.reason }))]),
    ...(e.returned?.note ? [quote(e.returned.note, say('supervision.return.note'))] : []),
    ...(e.late ? [quiet(say('supervision.late.entry'), when(e.writtenAt, 'date'))] : []),
    ...(e.replaces === null ? [] : [quiet(say('supervision.correct.replaces'))]),
    ...flags.filter((flag) => flag !== 'late' || !e.late).map((flag) => body(say('supervision.flag', { flag }))),
    ...atRisk
      .slice(0, 4)
      .map((rule) => body(say('supervision.atRisk.entry'), say('supervision.text', { text: rule.text }))),
  ];
}

function actionsOf(e: SupervisionEntry, a: Agreement, role: Role): Action[] {
  const ids = { group: a.group, entry: e.id };
  const submitted = String(e.submittedAt ?? 0);
  const note = e.entryType === 'supervision' ? [action(say('meeting.title'), 'supervision.meeting.entry', ids)] : [];
  const back = [
    ...note,
    action(say('supervision.entries'), 'supervision.entries', { group: a.group, agreement: a.id, entry: e.id }),
  ];
  if (role === 'supervisor')
    return e.status !== 'submitted'
      ? back
      : [
          action(say('supervision.sign.one'), 'supervision.sign.one', { ...ids, submitted }, { tone: 'main' }),
          action(say('supervision.return'), 'supervision.return', ids),
          ...back,
        ];
  const open =
    e.status === 'draft' ||
    e.status === 'returned' ||
    e.status === 'submitted' ||
    e.status === 'noted' ||
    e.status === 'unsignable';
  return [
    ...(e.status === 'draft' && canSign(a)
      ? [action(say('supervision.submit.do'), 'supervision.submit', ids, { tone: 'main' })]
      : []),
    ...(open ? [action(say('supervision.edit'), 'supervision.log.edit', ids)] : []),
    ...(e.status === 'signed' ? [action(say('supervision.correct'), 'supervision.log.edit', ids)] : []),
    ...(open
      ? [
          action(say('supervision.delete'), 'supervision.delete', ids, {
            tone: 'danger',
            confirm: say('supervision.delete.confirm'),
          }),
        ]
      : []),
    action(say('supervision.again'), 'supervision.log', { group: a.group, agreement: a.id }),
    ...back,
  ];
}

/** What a supervisee can do with their entries: log more, the same again, send what is a draft. */
function ownWays(a: Agreement, all: readonly SupervisionEntry[], ctx: Pick<Asked, 'packs'>): Action[] {
  const ids = { group: a.group, agreement: a.id };
  const last = lastWritten(all);
  const drafts = submittable(a, all).length;
  const open = a.endsOn === null;
  return [
    action(say('supervision.log'), 'supervision.log', ids, { tone: 'main' }),
    ...(last !== undefined && canRepeat(a, last, ctx)
      ? [action(say('supervision.repeat'), 'supervision.repeat', { ...ids, after: last.id })]
      : []),
    ...(open
      ? [
          action(say('supervision.week'), 'supervision.week', ids),
          action(say('supervision.import'), 'supervision.import', ids),
        ]
      : []),
    ...(drafts > 1 ? [action(say('supervision.submit.all', { n: drafts }), 'supervision.submit.all', ids)] : []),
  ];
}

/** The page of the list that an entry is on; the first where it is on none. */
export const pageOf = (all: readonly SupervisionEntry[], entry: string): number => pageWith(all, entry, onPage);

/** The entries of an agreement, the newest first, page by page. */
export function entriesCard(
  a: Agreement,
  { all, flags }: { readonly all: readonly SupervisionEntry[]; readonly flags: ReadonlyMap<string, readonly Flag[]> },
  { page: asked, role, waiting }: { readonly page: number; readonly role: Role; readonly waiting: readonly Block[] },
  ctx: Pick<Asked, 'packs'>,
): Card {
  const pages = Math.max(1, Math.ceil(all.length / onPage));
  const page = Math.min(asked, pages);
  const ids = { group: a.group, agreement: a.id };
  const shown = all.slice((page - 1) * onPage, page * onPage);
  const turn = (label: 'supervision.newer' | 'supervision.older', to: number): Action[] =>
    to < 1 || to > pages ? [] : [action(say(label), 'supervision.entries', { ...ids, page: String(to) })];
  const onPaper = role === 'supervisee' && a.supervisor === null && a.purpose !== 'growth' && all.some(isUnattested);
  return card(say('supervision.entries'), [
    title(say('supervision.entries')),
    ...waiting,
    list(
      shown.map((e) => entryItem(e, a, ctx, flags.get(e.id))),
      say('supervision.entries.none'),
    ),
    ...(pages === 1 ? [] : [quiet(say('supervision.page', { page, pages }))]),
    actions(
      ...(role === 'supervisee' ? ownWays(a, all, ctx) : []),
      ...turn('supervision.newer', page - 1),
      ...turn('supervision.older', page + 1),
      ...(onPaper ? [action(say('supervision.paper'), 'supervision.paper', ids)] : []),
      ...(a.purpose === 'growth' ? [] : [action(say('supervision.totals'), 'supervision.totals', ids)]),
      action(say('supervision.agreement.summary'), 'supervision.agreement', ids),
    ),
  ]);
}

/** Logged with a supervisor who is not here, and not said to be signed on paper yet. */
export const isUnattested = (e: SupervisionEntry): boolean => e.status === 'noted' && e.attestation === 'none';
