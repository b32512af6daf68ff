import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { put } from '../../runtime/decision.ts';
import type { Contribution, Hook } from '../../runtime/hooks.ts';
import { query } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import {
  action,
  actions,
  card,
  day,
  former,
  item,
  line,
  list,
  listed,
  msg,
  person,
  quiet,
  title,
} from '../../view/build.ts';
import type { Card, Item } from '../../view/view.ts';
import { AuditEntries, type AuditEntry, Members, memberId } from './model.ts';

/** Entries on one page. */
const most = 10;

/** What was changed about the group, by whom, on which day: for its owners. */
export const audit = query({
  name: 'group.audit',
  who: 'owner',
  ack: 'private',
  input: z.object({ group: z.string().optional(), page: z.coerce.number().int().min(0).max(1000).default(0) }),
  show: async ({ page }, ctx) => auditCard(ctx, page),
});

async function auditCard(ctx: Asked, page: number): Promise<Card> {
  const { id } = groupOf(ctx);
  const all = (await allOf(ctx.read, AuditEntries, 'group', { equal: id })).sort(byDay);
  const here = all.slice(page * most, (page + 1) * most);
  const members = await ctx.read.getMany(
    Members,
    here.map(({ who }) => memberId(id, who ?? '')),
  );
  const turn = (to: number, label: 'audit.newer' | 'audit.older') =>
    action(say(label), 'group.audit', { group: id, page: String(to) });
  return card(say('audit.title'), [
    title(say('audit.title')),
    quiet(say('audit.intro')),
    list(
      here.map((entry, i) => auditItem(entry, members[i] != null)),
      say('audit.none'),
    ),
    actions(
      ...(page > 0 ? [turn(page - 1, 'audit.newer')] : []),
      ...(all.length > (page + 1) * most ? [turn(page + 1, 'audit.older')] : []),
      action(say('group.export'), 'group.export.form', { group: id }),
      action(say('word.back'), 'curbside.home', { group: id }),
    ),
  ]);
}

/** The newest day first; within a day in no order that tells of the time. */
const byDay = (a: AuditEntry, b: AuditEntry): number =>
  a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1;

function auditItem({ who, what, settings, day: date }: AuditEntry, isMember: boolean): Item {
  const by = who !== null && isMember ? person(who) : former('');
  return item([say('audit.what', { what })], {
    detail: [
      ...(settings.length === 0
        ? []
        : [...listed(...settings.map((s) => say('audit.setting', { setting: s }))), msg(say('word.dot'))]),
      by,
      msg(say('word.dot')),
      day(date),
    ],
  });
}

/** The way to it, on the home page of owners. */
export const auditAction = (group: string) => action(say('audit.open'), 'group.audit', { group });

/** In the entries of whoever is erased stands a former member. */
export const unnamedInAudit: Hook<'onErased'> = async (ctx) => ({
  changes: (await allOf(ctx.read, AuditEntries, 'person', { equal: ctx.me })).map((e) =>
    put(AuditEntries, { ...e, who: null }),
  ),
});

export const ownAuditLines: Contribution<'exportLines'> = async (ctx) =>
  (await allOf(ctx.read, AuditEntries, 'person', { equal: ctx.me }))
    .sort(byDay)
    .map((e) => line(say('audit.what', { what: e.what }), day(e.day)));
