import type { Circle } from '../../ports/chat.ts';
import type { Store } from '../../ports/store.ts';
import { allOf } from '../../storage/find-all.ts';
import { Groups, Members } from './model.ts';

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

/** The groups of a platform that are in use, each with its members: an adapter looks at its start who left meanwhile. */
export async function circlesOf(store: Store, platform: string): Promise<readonly Circle[]> {
  const scopes = (await store.scopes()).filter((scope) => scope.startsWith(`${platform}.`));
  const found = scopes.map((scope) =>
    store.read(scope, async (read) => {
      const groups = (await allOf(read, Groups, 'channel', { all: true })).filter((g) => g.gone === null);
      const circles: Circle[] = [];
      for (const { id, channel } of groups) {
        const people = (await allOf(read, Members, 'group', { equal: id })).map((member) => member.person);
        circles.push({ scope, channel, people });
      }
      return circles;
    }),
  );
  return (await Promise.all(found)).flat();
}
