import type { Context } from './context.ts';
import type { Effects, HookEvents } from './hook-events.ts';

export type Hook<E extends keyof HookEvents> = (ctx: Context, event: HookEvents[E]) => Promise<Partial<Effects>>;

/** Hooks by event, in the order in which they run. */
export type Hooks = { readonly [E in keyof HookEvents]: readonly Hook<E>[] };

/** Runs the hooks of an event one after another and joins what they decided. */
export async function runHooks<E extends keyof HookEvents>(
  hooks: Hooks,
  ctx: Context,
  name: E,
  event: HookEvents[E],
): Promise<Effects> {
  let joined: Effects = { changes: [], sends: [], due: [] };
  for (const hook of hooks[name]) {
    const more = await hook(ctx, event);
    joined = {
      changes: [...joined.changes, ...(more.changes ?? [])],
      sends: [...joined.sends, ...(more.sends ?? [])],
      due: [...joined.due, ...(more.due ?? [])],
    };
  }
  return joined;
}
