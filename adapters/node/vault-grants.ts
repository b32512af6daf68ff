import type { z } from 'zod';
import type { PlatformId, Read, Store, Vault } from '../../src/index.ts';
import { decrypt, encrypt } from './encryption.ts';
import { randomIds } from './ids.ts';
import { Granted, platformKey, vaultScope } from './vault-kinds.ts';
import { everyOne } from './vault-links.ts';

type Entry = z.output<typeof Granted.schema>;

/** What communities granted the bot, wrapped with `wrapping`. */
export function grantsIn(store: Store, wrapping: Buffer): Pick<Vault, 'grantOf' | 'grants' | 'changeGrant'> {
  const entryOf = async (read: Read, of: PlatformId): Promise<Entry | null> =>
    (await read.find(Granted, 'platform', { equal: platformKey(of) }, { limit: 1 })).docs[0] ?? null;
  const text = ({ id, wrapped }: Entry): string =>
    decrypt(wrapping, id, Buffer.from(wrapped, 'base64')).toString('utf8');

  return {
    async grantOf(of) {
      const entry = await store.read(vaultScope, (read) => entryOf(read, of));
      return entry && text(entry);
    },
    grants: (platform) =>
      store.read(vaultScope, async (read) =>
        (await everyOne(read, Granted, 'id', null))
          .filter((entry) => entry.platform === platform)
          .map((entry) => ({ of: { platform, id: entry.called }, text: text(entry) })),
      ),
    async changeGrant(of, change) {
      const { was, now } = await store.transact(vaultScope, async (tx) => {
        const entry = await entryOf(tx, of);
        const was = entry && text(entry);
        const now = change(was);
        if (now === was) return { was, now };
        if (now === null && entry !== null) await tx.remove(Granted, entry.id);
        if (now !== null) {
          const id = entry?.id ?? randomIds.next();
          const wrapped = encrypt(wrapping, id, Buffer.from(now)).toString('base64');
          await tx.put(Granted, { id, platform: of.platform, called: of.id, wrapped });
        }
        return { was, now };
      });
      if (was !== null && now === null) await store.compact();
      return now;
    },
  };
}
