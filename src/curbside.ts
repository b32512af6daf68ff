import { access } from './group/access.ts';
import { core } from './kernel/core.ts';
import type { Outside } from './kernel/house.ts';
import type { Core } from './ports/chat.ts';
import { nextSweep } from './privacy/sweep.ts';
import { routes } from './routes.ts';

/** Puts the core together. Everything it needs from outside comes in as `outside`; it reaches for nothing itself. */
export function createCurbside(outside: Outside): Core {
  const byName = new Map(routes.map((route) => [route.name, route]));
  if (byName.size !== routes.length) throw new Error('two routes have the same name');
  return core({ ...outside, routes: byName, access, firstJob: nextSweep });
}
