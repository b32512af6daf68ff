import { circlesMoving } from './features/checkin/group-summary/moving.ts';
import { installationMoving } from './features/lifecycle/moving.ts';
import { codesMoving } from './features/supervision/leaving/moving.ts';
import type { Doc } from './storage/kind.ts';
import type { Installation, Moving } from './storage/moving.ts';

const rules = [circlesMoving, codesMoving, installationMoving] as unknown as readonly Moving<Doc>[];

/** A document of the kind of that name as it goes on; null: it stays behind. Everything else goes on as it is. */
type Carry = (kind: string, doc: Doc) => Promise<Doc | null>;

/** What documents of a community become on their way out of an installation. */
export const leaving = (from: Installation): Promise<Carry> => carrying(from, 'leaving');

/** What they become where they are stored again. */
export const arriving = (to: Installation): Promise<Carry> => carrying(to, 'arriving');

async function carrying(at: Installation, way: 'leaving' | 'arriving'): Promise<Carry> {
  const made = await Promise.all(rules.map(async (rule) => [rule.kind.name, await rule[way](at)] as const));
  const byKind = new Map(made);
  return async (kind, doc) => (await byKind.get(kind)?.(doc)) ?? (byKind.has(kind) ? null : doc);
}
