import type { Store } from '../../ports/store.ts';
import { Groups } from './model.ts';

/**
 * The channels that groups use, by platform name: for `doctor`, which looks whether the bot may write there. Not those of
 * a community that the bot was removed from.
 */
export async function channelsInUse(store: Store): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const scope of await store.scopes()) {
    const platform = scope.slice(0, scope.indexOf('.'));
    const { docs } = await store.read(scope, (read) => read.find(Groups, 'channel', { all: true }, { limit: 1000 }));
    found.set(platform, [
      ...(found.get(platform) ?? []),
      ...docs.filter((g) => g.gone !== 'uninstalled').map((g) => g.channel),
    ]);
  }
  return found;
}
