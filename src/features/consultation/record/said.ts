import { z } from 'zod';
import { type Msg, plain, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { type Show, show } from '../../../runtime/decision.ts';
import { query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { action, actions, body, card } from '../../../view/build.ts';
import type { Card } from '../../../view/view.ts';
import { consultationIn } from '../find.ts';
import { delayedOf, mineAmong } from '../thread/delayed.ts';
import { type ConsultationRecord, missingToFinish } from './model.ts';
import { myRecord } from './open.ts';

const done = ['saved', 'amended'] as const;
/** Whether saving closed the consultation too: at once, or in a few minutes. */
const closings = ['no', 'now', 'soon'] as const;
export type Closing = (typeof closings)[number];

interface Said {
  readonly of: (typeof done)[number];
  readonly closed?: Closing;
}

/** Answers a command with one line about what it did with a record, never with the record that the person has just written. */
export const saidOfRecord = (
  r: Pick<ConsultationRecord, 'id' | 'group' | 'version'>,
  { of, closed = 'no' }: Said,
): Show => show('record.said', { group: r.group, record: r.id, of, closed, version: String(r.version) });

/** One line, and the way to the record. Read later, it says how the record stands by then. */
export const recordSaid = query({
  name: 'record.said',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({
    group: z.string(),
    record: Id,
    of: z.enum(done),
    closed: z.enum(closings).default('no'),
    version: z.coerce.number().int(),
  }),
  show: async (input, ctx) => {
    const r = await myRecord(ctx, input.record);
    if ('refused' in r) return r;
    if (input.of === 'amended') return line(r, say('record.amended'), input.version);
    return line(r, lineOf(r, await closingNow(ctx, r, input.closed)), input.version);
  },
});

/** What became of the closing since: it happened, it still waits, or it was taken back. */
async function closingNow(ctx: Asked, r: ConsultationRecord, asked: Closing): Promise<Closing> {
  if (asked === 'no' || r.consultation === null) return 'no';
  const c = await consultationIn(ctx, r.consultation);
  if (c === null) return asked;
  if (c.status !== 'open') return 'now';
  const waits = await mineAmong(ctx, await delayedOf(ctx.read, c.id));
  return waits.some(({ act, stopped }) => act.is === 'close' && stopped === null) ? 'soon' : 'no';
}

/** How a record that was saved stands, in one line. */
export function lineOf(r: ConsultationRecord, closed: Closing): Msg {
  const says = {
    now: ['record.lockedClosed', 'record.savedClosed'],
    soon: ['record.lockedSoon', 'record.savedSoon'],
    no: ['record.finished', 'record.saved'],
  } as const;
  const [locked, saved] = says[closed];
  return plain(r.status === 'final' ? locked : saved);
}

/** `version`: of the record whose texts the person knows. Another one is read before it is locked. */
function line(r: ConsultationRecord, says: Msg, version: number): Card {
  const ids = { group: r.group, record: r.id };
  const missing = r.status === 'draft' ? missingToFinish(r) : [];
  const locks = r.status === 'draft' && missing.length === 0 && r.version === version;
  const ways = [
    ...(locks ? [action(say('record.finish'), 'record.finish', { ...ids, version: String(version) })] : []),
    action(say('posting.openRecord'), 'record.show', ids),
    ...(r.status === 'final' ? [action(say('record.copy'), 'record.copy', ids)] : []),
    ...(missing.length > 0 ? [action(say('record.edit'), 'record.edit', ids)] : []),
  ];
  return card(says, [
    body(says),
    ...(missing.length > 0 ? [body(say('record.toFinish', { missing }))] : []),
    actions(...ways),
  ]);
}
