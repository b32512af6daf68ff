import { discord } from '../discord/index.ts';
import type { PlatformModule } from '../platform.ts';
import { slack } from '../slack/index.ts';

/** Every platform, and the only list of them: one more is its folder and one line here. */
export const platforms: readonly PlatformModule[] = [connectable(slack), connectable(discord)];

/** What a module reads as its settings goes back into that module alone, so their type need not be known outside. */
function connectable<S>(module: PlatformModule<S>): PlatformModule {
  return module as PlatformModule<unknown>;
}
