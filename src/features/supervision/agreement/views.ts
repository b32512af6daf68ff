import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import {
  action,
  actions,
  body,
  card,
  day,
  facts,
  former,
  item,
  list,
  listed,
  person,
  quiet,
  quote,
  title,
  when,
} from '../../../view/build.ts';
import type { Action, Block, Card, Item, Span } from '../../../view/view.ts';
import { packOf } from '../packs.ts';
import { type Agreement, awaited, canSign, type Role, roleIn } from './model.ts';

/** One of the two by name; of somebody who erased their data or is not here, that. */
export const partyIn = (a: Agreement, role: Role): Span => {
  if (role === 'supervisor' && a.supervisor === null) return { is: 'msg', msg: say('supervision.outside.name') };
  const who = role === 'supervisee' ? a.supervisee : a.supervisor;
  return who ? person(who) : former('');
};

/** What the other one is told: that there is a proposal, and nothing of what is in it. */
export const proposalCard = (a: Agreement, from: string): Card =>
  card(say('supervision.letter.summary'), [
    body(person(from), say('supervision.letter.proposal', { role: a.proposedBy })),
    actions(
      action(say('supervision.review'), 'supervision.agreement', { group: a.group, agreement: a.id }, { tone: 'main' }),
    ),
  ]);

const statusOf = (a: Agreement, today: string) =>
  a.status === 'proposed' ? 'proposed' : a.endsOn !== null && a.endsOn < today ? 'ended' : 'active';

function termsOf(a: Agreement, ctx: Pick<Asked, 'packs'>, today: string): Block[] {
  const pack = packOf(ctx, a.pack);
  return [
    facts(
      [say('supervision.party', { role: 'supervisee' }), partyIn(a, 'supervisee')],
      [say('supervision.party', { role: 'supervisor' }), partyIn(a, 'supervisor')],
      [say('supervision.purpose'), say('supervision.purpose.name', { purpose: a.purpose })],
      ...(pack === null ? [] : [[say('supervision.pack'), say('supervision.text', { text: pack.title })] as const]),
      [
        say('supervision.modalities'),
        ...listed(...a.modalities.map((modality) => say('supervision.modality', { modality }))),
      ],
      [say('supervision.startsOn'), day(a.startsOn)],
      ...(a.endsOn === null
        ? []
        : [
            [say('supervision.endsOn'), day(a.endsOn)] as const,
            [
              say('supervision.endReason'),
              say('supervision.endReason.name', { reason: a.endReason ?? 'other' }),
            ] as const,
          ]),
      [say('supervision.status'), say('supervision.agreement.status', { status: statusOf(a, today) })],
      ...(a.confirmedAt === null ? [] : [[say('supervision.confirmedAt'), when(a.confirmedAt, 'date')] as const]),
    ),
    ...(a.outside === '' ? [] : [quote(a.outside, say('supervision.outside'))]),
    quote(a.sites.join('\n'), say('supervision.sites')),
    ...(a.frequency === '' ? [] : [quote(a.frequency, say('supervision.frequency'))]),
    ...(a.replaces === null || a.status === 'active'
      ? []
      : [body(say('supervision.replace.does')), quiet(say('supervision.replace.stays'))]),
    ...(a.unsignable === null ? [] : [body(say('supervision.unsignable.is', { why: a.unsignable.why }))]),
    ...(a.notice === null
      ? []
      : [body(say('supervision.notice.given'), day(a.notice.from)), quiet(say('supervision.notice.goodFaith'))]),
  ];
}

/** An agreement, as one of its two people sees it, with what they can do. `waiting`: entries that wait for a signature. */
export function agreementCard(a: Agreement, ctx: Pick<Asked, 'me' | 'packs'>, today: string, waiting: number): Card {
  const role = roleIn(a, ctx.me) ?? 'supervisee';
  return card(say('supervision.agreement.summary'), [
    title(say('supervision.agreement.summary')),
    ...termsOf(a, ctx, today),
    ...(a.status === 'proposed'
      ? [body(say(awaited(a) === ctx.me ? 'supervision.confirm.ask' : 'supervision.confirm.waits'))]
      : []),
    ...(waiting > 0 ? [body(say('supervision.waiting', { n: waiting, role }))] : []),
    quiet(say('supervision.pairOnly')),
    actions(...(a.status === 'proposed' ? proposalActions(a, ctx.me) : activeActions(a, role, today))),
  ]);
}

function proposalActions(a: Agreement, me: string): Action[] {
  const ids = { group: a.group, agreement: a.id };
  const confirm = say('supervision.decline.confirm');
  return awaited(a) === me
    ? [
        action(say('supervision.confirm'), 'supervision.confirm', ids, { tone: 'main' }),
        action(say('supervision.decline'), 'supervision.decline', ids, { tone: 'danger', confirm }),
      ]
    : [action(say('supervision.withdraw'), 'supervision.decline', ids, { tone: 'danger', confirm })];
}

function activeActions(a: Agreement, role: Role, today: string): Action[] {
  const ids = { group: a.group, agreement: a.id };
  const over = a.endsOn !== null && a.endsOn < today;
  return [
    ...(role === 'supervisee'
      ? [action(say('supervision.log'), 'supervision.log', ids, { tone: 'main' })]
      : canSign(a)
        ? [action(say('supervision.sign'), 'supervision.sign', ids, { tone: 'main' })]
        : []),
    action(say('supervision.entries'), 'supervision.entries', ids),
    action(say('meeting.list'), 'supervision.meetings', ids),
    ...(a.supervisor === null ? [] : [action(say('evaluation.list'), 'supervision.evaluate', ids)]),
    ...(a.purpose === 'growth' ? [] : [action(say('supervision.totals'), 'supervision.totals', ids)]),
    action(say('documents.button'), 'supervision.documents', ids),
    action(say('supervision.details'), 'supervision.details', ids),
    ...(role === 'supervisor' && canSign(a) && !over
      ? [action(say('supervision.notice'), 'supervision.notice', ids)]
      : []),
    ...(a.endsOn === null ? [action(say('supervision.end'), 'supervision.end', ids)] : []),
  ];
}

/** All my agreements, as supervisee and as supervisor. */
export function mineCard(all: readonly Agreement[], me: string, group: string, today: string): Card {
  return card(say('supervision.mine.summary'), [
    title(say('supervision.mine.summary')),
    list(
      all.slice(0, 8).map((a) => agreementItem(a, me, today)),
      say('supervision.mine.none'),
    ),
    actions(
      action(say('supervision.propose'), 'supervision.pair', { group }, all.length === 0 ? { tone: 'main' } : {}),
    ),
  ]);
}

function agreementItem(a: Agreement, me: string, today: string): Item {
  const other = roleIn(a, me) === 'supervisor' ? 'supervisee' : 'supervisor';
  return item([say('supervision.party', { role: other }), partyIn(a, other)], {
    detail: [say('supervision.agreement.status', { status: statusOf(a, today) }), say('word.dot'), day(a.startsOn)],
    actions: [action(say('word.open'), 'supervision.agreement', { group: a.group, agreement: a.id })],
  });
}

/** Which agreement is meant, where there are several: each leads on to the same command. */
export function chooseCard(
  all: readonly Agreement[],
  me: string,
  to: string,
  also: Readonly<Record<string, string>> = {},
): Card {
  return card(say('supervision.choose'), [
    title(say('supervision.choose')),
    list(
      all.slice(0, 8).map((a) => {
        const other = roleIn(a, me) === 'supervisor' ? 'supervisee' : 'supervisor';
        return item([say('supervision.party', { role: other }), partyIn(a, other)], {
          detail: [day(a.startsOn)],
          actions: [action(say('supervision.choose.this'), to, { group: a.group, agreement: a.id, ...also })],
        });
      }),
      say('supervision.mine.none'),
    ),
  ]);
}
