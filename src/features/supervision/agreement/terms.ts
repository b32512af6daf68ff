import type { Context } from '../../../runtime/context.ts';
import { type Change, put } from '../../../runtime/decision.ts';
import { contentHash, type Link, Links, linked } from '../sign-off/chain.ts';
import { isFilledIn } from './details-model.ts';
import { type Agreement, Agreements, type Role } from './model.ts';

/** What the two agreed on, without the two: an erased name leaves the chain as it was. */
const termsOf = (a: Agreement) => ({
  purpose: a.purpose,
  pack: a.pack,
  modalities: a.modalities,
  sites: a.sites,
  frequency: a.frequency,
  zone: a.zone,
  startsOn: a.startsOn,
  endsOn: a.endsOn,
  endReason: a.endReason,
  notice: a.notice,
  // Left out where empty, as in agreements from before there were these.
  ...(a.methods.length === 0 ? {} : { methods: a.methods }),
  ...(isFilledIn(a.details) ? { details: a.details } : {}),
  ...(a.leave.length === 0 ? {} : { leave: a.leave }),
  ...(a.unsignable === null ? {} : { unsignable: a.unsignable }),
  ...(a.replaces === null ? {} : { replaces: a.replaces }),
});

/** The agreement with a link about itself, written together. Its id is its salt: it lies nowhere else once that is gone. */
export function withLink(ctx: Context, a: Agreement, act: Link['act'], by: Role): Change[] {
  const content = contentHash(a.id, termsOf(a));
  const { link, head } = linked(a.id, a.chain, { act, entry: null, by, at: ctx.now, content });
  return [put(Agreements, { ...a, chain: head }), put(Links, link)];
}
