import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
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
  title,
} from '../../../view/build.ts';
import type { Action, Block, Card, Item, Span } from '../../../view/view.ts';
import { packsOf } from '../packs.ts';
import type { Details } from './details-model.ts';
import { type Agreement, canSign, type Role, roleIn } from './model.ts';

type Row = readonly [label: Msg, ...value: (Msg | Span)[]];

/** What of the details is filled in, without what was typed: a row for each. */
export function detailRows(a: Pick<Agreement, 'details' | 'methods' | 'purpose'>): Row[] {
  const d = a.details;
  const dates = ['supervisorExpires', 'superviseeExpires', 'video', 'contract', 'licensed'] as const;
  const said = ['volunteer', 'employer', 'selfEmployed'] as const;
  return [
    ...(a.methods.length === 0
      ? []
      : [
          [
            say('supervision.details.methods'),
            ...listed(...a.methods.map((method) => say('supervision.method', { method }))),
          ] as const,
        ]),
    ...(d.stage === null || a.purpose === 'growth'
      ? []
      : [[say('supervision.details.stage'), say('supervision.stage', { stage: d.stage })] as const]),
    ...(d.setting === null
      ? []
      : [[say('supervision.details.setting'), say('supervision.setting', { setting: d.setting })] as const]),
    ...dates.flatMap((name): Row[] => {
      const date = d[name];
      return date === null ? [] : [[say(`supervision.details.${name}`), day(date)]];
    }),
    ...said.filter((name) => d[name]).map((name) => [say(`supervision.details.${name}`), say('word.yes')] as const),
  ];
}

const typedDetails = [
  'supervisorCredential',
  'supervisorLicense',
  'superviseeLicense',
  'emergency',
  'fee',
  'concerns',
] as const satisfies (keyof Details)[];

/** What was typed, with the name of its field. */
export const typedRows = (d: Details): { readonly label: Msg; readonly typed: string }[] =>
  typedDetails
    .filter((name) => d[name] !== '')
    .map((name) => ({ label: say(`supervision.details.${name}`), typed: d[name] }));

/** The page of an agreement’s details: what is filled in, leave, and what can be changed. */
export function detailsCard(a: Agreement, ctx: Pick<Asked, 'me' | 'packs'>, today: string): Card {
  const role = roleIn(a, ctx.me) ?? 'supervisee';
  const rows = detailRows(a);
  const typed = typedRows(a.details);
  return card(say('supervision.details'), [
    title(say('supervision.details')),
    ...(rows.length === 0 ? [] : [facts(...rows)]),
    ...typed.map((one) => quote(one.typed, one.label)),
    ...(rows.length + typed.length === 0
      ? [body(say('supervision.details.none', { counts: a.purpose !== 'growth' }))]
      : []),
    ...expiring(a, today),
    ...leaveBlocks(a),
    ...(a.unsignable === null ? [] : [body(say('supervision.unsignable.is', { why: a.unsignable.why }))]),
    quiet(say('supervision.details.stated')),
    actions(...ways(a, role, ctx)),
  ]);
}

/** A license that has run out, or is about to: hours after that day may not count. */
function expiring({ details: d, purpose, endsOn }: Agreement, today: string): Block[] {
  if (purpose === 'growth' || (endsOn !== null && endsOn < today)) return [];
  return (['supervisorExpires', 'superviseeExpires'] as const).flatMap((name) => {
    const date = d[name];
    return date !== null && date < today ? [body(say('supervision.details.expired', { name }), day(date))] : [];
  });
}

function leaveBlocks(a: Agreement): Block[] {
  if (a.leave.length === 0) return [];
  const items = [...a.leave]
    .sort((x, y) => y.from.localeCompare(x.from))
    .slice(0, 5)
    .map(
      ({ from, to, approvedOn }): Item =>
        item([day(from), say('supervision.to'), day(to)], {
          detail:
            approvedOn === null
              ? [say('supervision.leave.notApproved')]
              : [say('supervision.leave.approved'), day(approvedOn)],
          actions: [
            action(
              say('supervision.leave.remove'),
              'supervision.leave.remove',
              { group: a.group, agreement: a.id, from },
              { confirm: say('supervision.leave.remove.confirm') },
            ),
          ],
        }),
    );
  return [heading(say('supervision.leave')), list(items, say('supervision.leave'))];
}

function ways(a: Agreement, role: Role, ctx: Pick<Asked, 'packs'>): Action[] {
  const ids = { group: a.group, agreement: a.id };
  const open = a.endsOn === null;
  return [
    action(say('supervision.details.edit'), 'supervision.details.edit', ids, { tone: 'main' }),
    ...(a.purpose === 'growth' ? [] : [action(say('supervision.leave.add'), 'supervision.leave', ids)]),
    ...(open ? [action(say('supervision.replace'), 'supervision.replace', ids)] : []),
    ...(a.purpose !== 'growth' && packsOf(ctx).length > 1
      ? [action(say('supervision.otherPack'), 'supervision.otherPack', ids)]
      : []),
    ...(role === 'supervisee' && canSign(a)
      ? [action(say('supervision.unsignable'), 'supervision.unsignable', ids)]
      : []),
    ...(a.unsignable === null ? [] : [action(say('supervision.signable', { role }), 'supervision.signable', ids)]),
    ...(role === 'supervisor' && canSign(a)
      ? [action(say('supervision.batchDay'), 'supervision.batchDay', { group: a.group })]
      : []),
    action(say('supervision.agreement.summary'), 'supervision.agreement', ids),
  ];
}
