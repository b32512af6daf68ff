import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { allOf } from '../../../storage/find-all.ts';
import { body } from '../../../view/build.ts';
import type { Block } from '../../../view/view.ts';
import { isAfterNotice } from '../hours/input.ts';
import { Entries } from '../model.ts';
import { type Agreement, isSigned, type Role } from './model.ts';

/** What happened to an agreement in which something may be unsigned; `erased`: its supervisor erased their data. */
export type Stopped = 'ended' | 'left' | 'erased' | 'notice';

/**
 * How much is unsigned when an agreement ends or a supervisor gives notice, and until when it can still be signed, as one of the
 * two is told. A supervisor reads only of what was submitted to them. Nothing where all is signed, and nothing for growth.
 */
export async function unsignedBlocks(ctx: Pick<Asked, 'read'>, a: Agreement, to: Role, by: Stopped): Promise<Block[]> {
  if (!isSigned(a)) return [];
  const open = (await allOf(ctx.read, Entries, 'agreement', { equal: a.id })).filter((e) => !isAfterNotice(a, e.date));
  const waiting = open.filter(({ status }) => status === 'submitted').length;
  if (to === 'supervisor')
    return waiting === 0
      ? []
      : [body(say('supervision.waiting', { n: waiting, role: to }), say('supervision.unsigned.until', { by }))];
  const unsent = open.filter(({ status }) => status === 'draft' || status === 'returned').length;
  const n = waiting + unsent;
  return n === 0
    ? []
    : [
        body(
          say('supervision.unsigned', { n }),
          ...(unsent === 0 ? [] : [say('supervision.unsigned.unsent', { n: unsent })]),
          say('supervision.unsigned.until', { by }),
        ),
      ];
}
