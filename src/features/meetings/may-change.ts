import { type Asked, groupOf } from '../../runtime/context.ts';
import type { Meeting } from './model.ts';

/** Owners and whoever facilitates move and cancel a meeting. */
export const mayChange = (ctx: Asked, m: Meeting): boolean =>
  m.facilitator === ctx.me || groupOf(ctx).owners.includes(ctx.me);
