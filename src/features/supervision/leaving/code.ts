import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, drop, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { action, actions, body, card, copy, quiet, title, typedLine, when } from '../../../view/build.ts';
import type { Card } from '../../../view/view.ts';
import { myAgreements } from '../agreement/find.ts';
import { codeMs, codeSubject, codeText, type ExportCode, ExportCodes } from './model.ts';

/** For whoever is in an agreement, also once they left the group: their key makes the code, so nobody else can. */
const common = { who: 'anyone' } as const;

const mine = async (ctx: Asked): Promise<ExportCode[]> =>
  (await allOf(ctx.read, ExportCodes, 'person', { equal: ctx.me })).sort((a, b) => b.until - a.until);

const inAny = async (ctx: Asked): Promise<boolean> =>
  (await myAgreements(ctx, 'supervisee')).length + (await myAgreements(ctx, 'supervisor')).length > 0;

/** A one-time code for what was signed, for somebody who leaves. */
export const exportCode = query({
  ...common,
  name: 'supervision.exportCode',
  ack: 'private',
  input: z.object({}),
  show: async (_, ctx) => {
    const [last] = await mine(ctx);
    if (last !== undefined && last.usedAt === null && last.until > ctx.now) return codeCard(ctx, last);
    if (!(await inAny(ctx))) return refusal('noDocuments');
    return card(say('leaving.code'), [
      title(say('leaving.code')),
      body(say('leaving.intro')),
      actions(action(say('leaving.make'), 'supervision.exportCode.make', {}, { tone: 'main' })),
    ]);
  },
});

/** A new code takes the place of an older one. */
export const makeExportCode = command({
  ...common,
  name: 'supervision.exportCode.make',
  ack: 'private',
  input: z.object({}),
  decide: async (_, ctx) => {
    if (!(await inAny(ctx))) return refusal('noDocuments');
    const id = ctx.ids.next();
    const hash = await ctx.digest(codeText(await ctx.mine(codeSubject(id))));
    const made = { id, person: ctx.me, hash, until: ctx.now + codeMs, usedAt: null, usedBy: '' };
    return decided(show('supervision.exportCode', {}, say('leaving.made')), {
      changes: [...(await mine(ctx)).map((old) => drop(ExportCodes, old.id)), put(ExportCodes, made)],
    });
  },
});

async function codeCard(ctx: Asked, { id, until }: ExportCode): Promise<Card> {
  const code = codeText(await ctx.mine(codeSubject(id)));
  return card(say('leaving.code'), [
    title(say('leaving.code')),
    copy(say('leaving.code'), [typedLine(null, code)]),
    body(say('leaving.until'), when(until, 'date')),
    body(say('leaving.how')),
    body(say('leaving.here')),
    quiet(say('leaving.once')),
  ]);
}
