import type { Asked, Context } from './context.ts';
import type { Contributions } from './contributions.ts';
import type { Effects, HookEvents } from './hook-events.ts';

export type Hook<E extends keyof HookEvents> = (ctx: Context, event: HookEvents[E]) => Promise<Partial<Effects>>;

export type Contribution<C extends keyof Contributions> = (
  ctx: Asked,
  about: Contributions[C]['about'],
) => Promise<Contributions[C]['gives']> | Contributions[C]['gives'];

/** What one feature does when another says that something happened, and what it contributes to others. */
export type FeatureHooks = { readonly [E in keyof HookEvents]?: readonly Hook<E>[] } & {
  readonly [C in keyof Contributions]?: Contribution<C>;
};

/** Those of all features, in the order in which they run and in which their parts stand on a page. */
export type Hooks = readonly FeatureHooks[];

const nothing: Effects = { changes: [], sends: [], due: [], drafts: [], compact: false };

/** Runs the hooks of an event one after another and joins what they decided. */
export async function runHooks<E extends keyof HookEvents>(
  hooks: Hooks,
  ctx: Context,
  name: E,
  event: HookEvents[E],
): Promise<Effects> {
  let joined = nothing;
  for (const feature of hooks) {
    for (const hook of (feature[name] ?? []) as readonly Hook<E>[]) {
      const more = { ...nothing, ...(await hook(ctx, event)) };
      joined = {
        changes: [...joined.changes, ...more.changes],
        sends: [...joined.sends, ...more.sends],
        due: [...joined.due, ...more.due],
        drafts: [...joined.drafts, ...more.drafts],
        compact: joined.compact === true ? true : more.compact || joined.compact,
      };
    }
  }
  return joined;
}

/** What each feature contributes, in the order of the features. */
export async function gather<C extends keyof Contributions>(
  hooks: Hooks,
  ctx: Asked,
  name: C,
  about: Contributions[C]['about'],
): Promise<Contributions[C]['gives'][]> {
  const given: Contributions[C]['gives'][] = [];
  for (const feature of hooks) {
    const contribution = feature[name] as Contribution<C> | undefined;
    if (contribution !== undefined) given.push(await contribution(ctx, about));
  }
  return given;
}
