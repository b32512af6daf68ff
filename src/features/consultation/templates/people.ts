import type { Read } from '../../../ports/store.ts';
import type { Asked } from '../../../runtime/context.ts';
import { dateOf } from '../../../time/time.ts';
import { Members, memberId } from '../../group/model.ts';
import { isMine, namedAll } from '../authorship.ts';
import type { Author, Consultation } from '../model.ts';
import { isAway } from '../paused.ts';
import { byWhom } from '../thread/views.ts';
import type { Running, Session } from './session.ts';
import type { People } from './step-view.ts';
import { isRole, type Role, roles, type Step } from './template.ts';

const byName = (person: string): Author => ({ as: 'me', person, credential: '' });

/** Everybody whom a card of a step names, as colleagues see them. */
export async function peopleOf(read: Read, c: Consultation, { parts }: Session): Promise<People> {
  const taken = roles.filter((role) => parts[role] !== null);
  const all = await namedAll(read, c.group, [c.author, ...taken.map((role) => byName(parts[role] ?? ''))]);
  const spans = all.map((one) => byWhom(one, 'asker'));
  const spanOf = (role: Role) => (taken.includes(role) ? (spans[1 + taken.indexOf(role)] ?? null) : null);
  return {
    presenter: spans[0] ?? byWhom({ author: c.author, credential: null }, 'asker'),
    parts: { facilitator: spanOf('facilitator'), secretary: spanOf('secretary'), observer: spanOf('observer') },
  };
}

/** Who may end a step: whoever has the turn, and whoever leads the session. Where nobody leads, the person who presents. */
export function moversOf({ template, step }: Running): readonly ('presenter' | Role)[] {
  const leads = template.parts.some(({ role }) => role === 'facilitator');
  const lead = leads ? ('facilitator' as const) : ('presenter' as const);
  return step.turn === 'group' || step.turn === lead ? [lead] : [step.turn, lead];
}

/**
 * Whether the person who asks may act in place of one of these. A part that nobody has, or whose holder is away, holds
 * nobody up: the person who presents acts for it.
 */
export async function mayAct(
  ctx: Asked,
  c: Consultation,
  { session }: Running,
  who: readonly Step['turn'][],
): Promise<boolean> {
  if (who.includes('group')) return true;
  if (who.some((one) => isRole(one) && session.parts[one] === ctx.me)) return true;
  if (!(await isMine(ctx, c))) return false;
  if (who.includes('presenter')) return true;
  for (const one of who) if (isRole(one) && (await isMissing(ctx, session, one))) return true;
  return false;
}

async function isMissing(ctx: Pick<Asked, 'read' | 'now'>, session: Session, role: Role): Promise<boolean> {
  const holder = session.parts[role];
  return holder === null || (await awayUntil(ctx, session.group, holder)) !== null;
}

/** The days away of a member who is away today, or null. */
export async function awayUntil({ read, now }: Pick<Asked, 'read' | 'now'>, group: string, person: string) {
  const days = (await read.get(Members, memberId(group, person)))?.away ?? null;
  return days !== null && isAway(dateOf(now, days.zone), days) ? days : null;
}

/** The person whose turn it is, where that is one person who is known by name. */
export function turnHolder(c: Consultation, { session, step }: Running): string | null {
  if (isRole(step.turn)) return session.parts[step.turn];
  return step.turn === 'presenter' && c.author.as === 'me' ? c.author.person : null;
}
