import { z } from 'zod';
import type { Asked } from '../../../runtime/context.ts';
import { allOf } from '../../../storage/find-all.ts';
import { Id, kind } from '../../../storage/kind.ts';
import type { Pack } from '../rules/pack.ts';

/** That owners of a group checked the reading of a rule with their board. A later version of the pack is to be checked again. */
export const RuleChecks = kind(
  'ruleCheck',
  z.object({
    id: z.string(),
    group: Id,
    pack: z.string(),
    version: z.number().int(),
    rule: z.string(),
    at: z.number(),
  }),
  {
    indexes: { group: (c) => c.group },
    sealed: 'no',
    about: {
      what: 'That an owner of a group checked a rule of a pack with the board, and when',
      readBy: 'members of the group',
      keptFor: 'until an owner takes it back, or the group’s data are removed',
    },
  },
);

export const checkId = (group: string, pack: Pack, rule: string): string => `${group}.${pack.id}.${rule}`;

/** The rules of this version of a pack that owners of the group checked, with when. */
export async function checksIn(
  ctx: Pick<Asked, 'read'>,
  group: string,
  pack: Pick<Pack, 'id' | 'version'>,
): Promise<ReadonlyMap<string, number>> {
  const all = await allOf(ctx.read, RuleChecks, 'group', { equal: group });
  return new Map(all.filter((c) => c.pack === pack.id && c.version === pack.version).map(({ rule, at }) => [rule, at]));
}

/** The pack as it holds in a group: rules that its owners checked count like those that were read. */
export async function packIn(ctx: Pick<Asked, 'read'>, group: string, pack: Pack): Promise<Pack> {
  const checked = await checksIn(ctx, group, pack);
  if (checked.size === 0) return pack;
  return { ...pack, rules: pack.rules.map((rule) => (checked.has(rule.id) ? { ...rule, confirmed: true } : rule)) };
}
