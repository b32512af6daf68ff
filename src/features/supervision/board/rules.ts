import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { decided, drop, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { noted } from '../../group/model.ts';
import { common } from '../agreement/find.ts';
import { packOf, packsOf } from '../packs.ts';
import type { Pack } from '../rules/pack.ts';
import { isRead } from '../rules/rule.ts';
import { checkId, checksIn, RuleChecks } from './model.ts';
import { packCard, packsCard } from './views.ts';

/** `/supervision rules`: the rules of boards that this installation has, with their sources. */
export const listPacks = query({
  ...common,
  name: 'supervision.packs',
  ack: 'private',
  slash: slash('supervision', 'rules', 'supervision.help.rules'),
  input: z.object({ group: z.string().optional(), page: z.coerce.number().int().min(1).default(1) }),
  show: async ({ page }, ctx) => packsCard(packsOf(ctx), groupOf(ctx).id, page),
});

const OfPack = z.object({ group: z.string(), pack: z.string(), page: z.coerce.number().int().min(1).default(1) });

export const showPack = query({
  ...common,
  name: 'supervision.pack',
  ack: 'private',
  input: OfPack,
  show: async ({ pack: id, page }, ctx) => {
    const pack = packOf(ctx, id);
    if (pack === null) return refusal('noPack');
    const group = groupOf(ctx);
    return packCard(pack, await checksIn(ctx, group.id, pack), {
      group: group.id,
      owns: group.owners.includes(ctx.me),
      page,
    });
  },
});

/** An owner says that a rule which nobody read was checked with the board: from then on it is computed in this group. */
export const checkRule = command({
  ...common,
  who: 'owner',
  name: 'supervision.pack.check',
  ack: 'private',
  input: OfPack.extend({ rule: z.string() }),
  decide: async ({ pack: id, rule, page }, ctx) => {
    const pack = openRule(ctx, id, rule);
    if (isRefusal(pack)) return pack;
    const of = groupOf(ctx);
    const group = of.id;
    const check = { id: checkId(group, pack, rule), group, pack: pack.id, version: pack.version, rule, at: ctx.now };
    return decided(show('supervision.pack', { group, pack: id, page: String(page) }, say('supervision.check.saved')), {
      changes: [put(RuleChecks, check), ...(await noted(ctx, of, 'rules'))],
    });
  },
});

/** The same taken back. */
export const uncheckRule = command({
  ...common,
  who: 'owner',
  name: 'supervision.pack.uncheck',
  ack: 'private',
  input: OfPack.extend({ rule: z.string() }),
  decide: async ({ pack: id, rule, page }, ctx) => {
    const pack = openRule(ctx, id, rule);
    if (isRefusal(pack)) return pack;
    const of = groupOf(ctx);
    const group = of.id;
    return decided(
      show('supervision.pack', { group, pack: id, page: String(page) }, say('supervision.check.removed')),
      {
        changes: [drop(RuleChecks, checkId(group, pack, rule)), ...(await noted(ctx, of, 'rules'))],
      },
    );
  },
});

/** The pack, if it has this rule and nobody read it yet. */
function openRule(ctx: Asked, id: string, rule: string): Pack | Refusal {
  const pack = packOf(ctx, id);
  return pack?.rules.some((one) => one.id === rule && !isRead(one)) ? pack : refusal('noPack');
}
