import { say } from '../../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  day,
  facts,
  heading,
  item,
  list,
  listed,
  quiet,
  quote,
  rule,
  title,
  typedOption,
  when,
} from '../../../view/build.ts';
import { pageWith } from '../../../view/page-with.ts';
import type { Action, Block, Card, Item } from '../../../view/view.ts';
import { type Agreement, type Role, roles } from '../agreement/model.ts';
import { partyIn } from '../agreement/views.ts';
import type { FoundMeeting } from './find.ts';
import {
  type AgendaItem,
  isLocked,
  isOpen,
  type Meeting,
  type MeetingAction,
  mayDelete,
  type Reflection,
} from './model.ts';

const onPage = 8;

/** The page of the list that a note is on; the first where it is on none. */
export const pageOf = (all: readonly Meeting[], meeting: string): number => pageWith(all, meeting, onPage);

const meetingsAction = (a: Agreement, meeting: string): Action =>
  action(say('meeting.list'), 'supervision.meetings', { group: a.group, agreement: a.id, meeting });

interface Seen {
  /** It can still be written. */
  readonly open: boolean;
  /** Whether it is as it was when both were through with it; null where nothing says so. */
  readonly asKept: boolean | null;
  readonly reflection: Reflection | null;
  /** What the button that finishes it carries of the note. */
  readonly shown: string;
  /** The group uses consultation. */
  readonly canAsk: boolean;
}

/** A note as one of the two sees it: who wrote what, what is to be done, and to the supervisee their reflection. */
export function meetingCard({ meeting: m, agreement: a, role }: FoundMeeting, seen: Seen): Card {
  const wrote = roles.filter((one) => m.parts[one] !== null);
  return card(say('meeting.title'), [
    title(say('meeting.title'), say('word.dot'), day(m.date)),
    standing(m, a, role),
    ...(seen.asKept === null ? [] : [quiet(say('supervision.kept', { same: seen.asKept }))]),
    ...(m.agenda.length === 0
      ? []
      : [
          facts([say('meeting.agenda'), ...listed(...m.agenda.map((topic) => say('meeting.agenda.topic', { topic })))]),
        ]),
    ...(wrote.length === 0 ? [body(say('meeting.blank'))] : wrote.flatMap((one) => partBlocks(m, a, one))),
    ...actionBlocks(m, a, seen.open),
    ...(seen.reflection === null ? [] : [quote(seen.reflection.text, say('meeting.reflection.yours'))]),
    actions(...waysOn(m, a, role, seen)),
  ]);
}

function standing(m: Meeting, a: Agreement, role: Role): Block {
  if (m.lockedAt !== null) return quiet(say('meeting.locked'), when(m.lockedAt, 'date'));
  const other = role === 'supervisee' ? 'supervisor' : 'supervisee';
  if (m.finished[other] !== null) return body(say('meeting.finishedBy'), partyIn(a, other));
  return quiet(say(m.finished[role] !== null ? 'meeting.waits' : 'meeting.open'));
}

function partBlocks(m: Meeting, a: Agreement, by: Role): Block[] {
  const part = m.parts[by];
  if (part === null) return [];
  const text = (field: 'topics' | 'feedback' | 'directives'): Block[] =>
    part[field] === '' ? [] : [quote(part[field], say('meeting.field', { field }))];
  return [
    rule,
    body(say('meeting.by'), partyIn(a, by)),
    ...(part.focus.length === 0
      ? []
      : [facts([say('meeting.focus'), ...listed(...part.focus.map((focus) => say('meeting.focus.name', { focus })))])]),
    ...text('topics'),
    ...text('feedback'),
    ...text('directives'),
  ];
}

/** The actions in words, and while the note is open the line in which they are marked as done. */
function actionBlocks(m: Meeting, a: Agreement, open: boolean): Block[] {
  if (m.actions.length === 0) return [];
  return [
    rule,
    heading(say('meeting.field', { field: 'actions' })),
    list(
      m.actions.map((one) => actionItem(one, a)),
      say('meeting.none'),
    ),
    ...(open
      ? [
          {
            is: 'pick' as const,
            label: say('meeting.done'),
            options: m.actions.map(({ id, text }) => typedOption(id, text)),
            chosen: m.actions.filter(({ doneAt }) => doneAt !== null).map(({ id }) => id),
            many: true,
            do: 'supervision.meeting.done',
            with: { group: a.group, meeting: m.id },
          },
        ]
      : []),
  ];
}

const actionItem = (one: MeetingAction, a: Agreement): Item =>
  item([partyIn(a, one.by)], {
    detail: [
      say('meeting.action', { state: one.doneAt !== null ? 'done' : isOpen(one) ? 'open' : 'moved' }),
      ...(one.carried ? [say('word.dot'), say('meeting.carried')] : []),
      ...(one.doneAt === null ? [] : [say('word.dot'), when(one.doneAt, 'date')]),
    ],
    quote: one.text,
  });

function waysOn(m: Meeting, a: Agreement, role: Role, { open, reflection, canAsk, shown }: Seen): Action[] {
  const ids = { group: a.group, meeting: m.id };
  const written = m.parts[role] !== null;
  const unfinished = open && m.finished[role] === null;
  return [
    ...(open
      ? [
          action(
            say(written ? 'meeting.edit' : 'meeting.write'),
            'supervision.meeting.write',
            ids,
            written ? {} : { tone: 'main' },
          ),
        ]
      : []),
    ...(unfinished ? [action(say('meeting.finish'), 'supervision.meeting.finish', { ...ids, shown })] : []),
    ...(role === 'supervisee'
      ? [action(say(reflection === null ? 'meeting.reflect' : 'meeting.reflect.edit'), 'supervision.reflect', ids)]
      : []),
    ...(role === 'supervisor' && canAsk && a.supervisee !== ''
      ? [
          action(say('bridge.suggest'), 'supervision.meeting.suggest', ids, {
            confirm: say('bridge.suggest.confirm'),
          }),
        ]
      : []),
    ...(open && mayDelete(m, role)
      ? [
          action(say('meeting.delete'), 'supervision.meeting.delete', ids, {
            tone: 'danger',
            confirm: say('meeting.delete.confirm'),
          }),
        ]
      : []),
    meetingsAction(a, m.id),
  ];
}

interface Reader {
  readonly agreement: Agreement;
  readonly role: Role;
  readonly over: boolean;
}

/** All notes of an agreement, the newest first, after what waits for the next meeting. */
export function meetingsCard(
  { agreement: a, role, over }: Reader,
  { meetings, agenda }: { readonly meetings: readonly Meeting[]; readonly agenda: readonly AgendaItem[] },
  asked: number,
): Card {
  const pages = Math.max(1, Math.ceil(meetings.length / onPage));
  const page = Math.min(asked, pages);
  const ids = { group: a.group, agreement: a.id };
  const turn = (label: 'supervision.newer' | 'supervision.older', to: number): Action[] =>
    to < 1 || to > pages ? [] : [action(say(label), 'supervision.meetings', { ...ids, page: String(to) })];
  const other = role === 'supervisee' ? 'supervisor' : 'supervisee';
  return card(say('meeting.list'), [
    title(say('meeting.list')),
    facts([say('supervision.party', { role: other }), partyIn(a, other)]),
    ...(agenda.length === 0
      ? []
      : [
          heading(say('meeting.agenda.next')),
          list(
            agenda.map((i) => agendaItem(i, a, role)),
            say('meeting.none'),
          ),
        ]),
    list(
      meetings.slice((page - 1) * onPage, page * onPage).map((m) => meetingItem(m, a)),
      say('meeting.none'),
    ),
    ...(pages === 1 ? [] : [quiet(say('supervision.page', { page, pages }))]),
    quiet(say('meeting.pairOnly')),
    actions(
      ...(a.status === 'active' && !over
        ? [action(say('meeting.new'), 'supervision.meeting.write', ids, { tone: 'main' })]
        : []),
      ...turn('supervision.newer', page - 1),
      ...turn('supervision.older', page + 1),
      ...(role === 'supervisee'
        ? [action(say('meeting.reflections'), 'supervision.reflections', { group: a.group })]
        : []),
      action(say('supervision.agreement.summary'), 'supervision.agreement', ids),
    ),
  ]);
}

const agendaItem = ({ id, topic }: AgendaItem, a: Agreement, role: Role): Item =>
  item([say('meeting.agenda.topic', { topic })], {
    detail: [say('meeting.agenda.from')],
    actions:
      role === 'supervisee'
        ? [action(say('meeting.agenda.remove'), 'supervision.agenda.remove', { group: a.group, item: id })]
        : [],
  });

function meetingItem(m: Meeting, a: Agreement): Item {
  const open = m.actions.filter(isOpen).length;
  return item([day(m.date)], {
    detail: [
      say('meeting.status', { status: isLocked(m) ? 'locked' : 'open' }),
      ...(open === 0 ? [] : [say('word.dot'), say('meeting.actions.open', { n: open })]),
    ],
    actions: [action(say('word.open'), 'supervision.meeting', { group: a.group, meeting: m.id })],
  });
}
