import { indexed, searching } from './features/consultation/search/texts.ts';
import { access, groupLocale } from './features/group/access.ts';
import { membership } from './features/group/membership.ts';
import { nextSweep } from './features/privacy/sweep.ts';
import { redeeming } from './features/supervision/leaving/elsewhere.ts';
import { hooks } from './hooks.ts';
import type { Core } from './ports/chat.ts';
import { routes } from './routes.ts';
import { createCore } from './runtime/core.ts';
import type { Outside } from './runtime/runtime.ts';
import { parsing } from './storage/parsing.ts';

/** Puts the core together. Everything it needs from outside comes in as `outside`; it reaches for nothing itself. */
export function createCurbside(outside: Outside): Core {
  const byName = new Map(routes.map((route) => [route.name, route]));
  if (byName.size !== routes.length) throw new Error('two routes have the same name');
  const parsed = parsing(outside.store);
  return createCore({
    ...outside,
    store: indexed(parsed, outside.searchIndex),
    search: searching(parsed, outside.searchIndex),
    redeem: redeeming({
      ...{ store: parsed, packs: outside.packs, fingerprint: outside.fingerprint },
      digest: (text) => outside.vault.digest(text),
    }),
    routes: byName,
    hooks,
    membership,
    access,
    groupLocale,
    firstJob: nextSweep,
  });
}
