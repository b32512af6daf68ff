import { describe, expect, test } from 'vitest';
import type { Vault } from '../../src/index.ts';

const rowan = { platform: 'slack', id: 'U0ROWAN' };
const ellery = { platform: 'slack', id: 'U0ELLERY' };

/** Which accounts are one person's: part of what every adapter of the port `Vault` must do. `vault`: the one that is open now. */
export function vaultLinksContract(of: { vault(): Vault; reopen(): Promise<void> }): void {
  describe('accounts of one person', () => {
    const here = async () => ({ ref: await of.vault().refFor(rowan), scope: 'slack.one' });
    const there = async () => ({
      ref: await of.vault().refFor({ platform: 'discord', id: '77' }),
      scope: 'discord.two',
    });

    test('a code links two accounts once, for both of them, also after a restart', async () => {
      const [one, two] = [await here(), await there()];
      await of.vault().offerLink(one, 'digest', 1000);
      expect(await of.vault().linksOf(one)).toEqual([]);
      expect(await of.vault().acceptLink(two, 'digest', 999)).toBe('linked');
      await of.reopen();
      const [far] = await of.vault().linksOf(one);
      expect(far).toMatchObject({ ...two, since: 999 });
      expect(await of.vault().linksOf(two)).toMatchObject([{ ...one, id: far?.id }]);
      expect(await of.vault().linksOf({ ...one, scope: 'slack.other' })).toEqual([]);
      expect(
        await of.vault().acceptLink({ ref: await of.vault().refFor(ellery), scope: 'slack.one' }, 'digest', 999),
      ).toBe('unknown');
    });

    test('a code of a colleague in the same community links nothing, and stays good', async () => {
      const one = await here();
      await of.vault().offerLink(one, 'digest', 1000);
      const colleague = { ref: await of.vault().refFor(ellery), scope: 'slack.one' };
      expect(await of.vault().acceptLink(colleague, 'digest', 999)).toBe('colleague');
      expect(await of.vault().linksOf(colleague)).toEqual([]);
      expect(await of.vault().acceptLink(await there(), 'digest', 999)).toBe('linked');
    });

    test('a code does not work late, for its own account, or once another took its place', async () => {
      const [one, two] = [await here(), await there()];
      await of.vault().offerLink(one, 'first', 1000);
      expect(await of.vault().acceptLink(one, 'first', 1)).toBe('own');
      expect(await of.vault().acceptLink(two, 'first', 1000)).toBe('unknown');
      await of.vault().offerLink(one, 'second', 2000);
      expect(await of.vault().acceptLink(two, 'first', 1)).toBe('unknown');
      expect(await of.vault().acceptLink(two, 'second', 1)).toBe('linked');
    });

    test('a code that nobody used goes once another is asked for a day later', async () => {
      const [one, two] = [await here(), await there()];
      await of.vault().offerLink(one, 'first', 1000);
      await of.vault().offerLink(two, 'second', 1000 + 24 * 60 * 60 * 1000);
      expect(await of.vault().acceptLink(two, 'first', 1)).toBe('unknown');
    });

    test('of two who enter a code at once, one is linked', async () => {
      const one = await here();
      await of.vault().offerLink(one, 'digest', 1000);
      const others = [await there(), { ref: await of.vault().refFor(ellery), scope: 'slack.three' }];
      const became = await Promise.all(others.map((other) => of.vault().acceptLink(other, 'digest', 1)));
      expect([...became].sort()).toEqual(['linked', 'unknown']);
      expect(await of.vault().linksOf(one)).toHaveLength(1);
    });

    test('five links are the most, and the code stays good for later', async () => {
      const one = await here();
      for (let n = 0; n < 5; n += 1) {
        await of.vault().offerLink(one, `digest ${n}`, 1000);
        expect(await of.vault().acceptLink({ ...(await there()), scope: `discord.${n}` }, `digest ${n}`, n)).toBe(
          'linked',
        );
      }
      await of.vault().offerLink(one, 'more', 1000);
      const sixth = { ref: await of.vault().refFor(ellery), scope: 'slack.six' };
      expect(await of.vault().acceptLink(sixth, 'more', 6)).toBe('tooMany');
      const [oldest] = await of.vault().linksOf(one);
      expect(oldest?.scope).toBe('discord.0');
      await of.vault().unlink(one, oldest?.id ?? '');
      expect(await of.vault().acceptLink(sixth, 'more', 6)).toBe('linked');
    });

    test('either side ends a link, and nobody else', async () => {
      const [one, two] = [await here(), await there()];
      await of.vault().offerLink(one, 'digest', 1000);
      await of.vault().acceptLink(two, 'digest', 1);
      const id = (await of.vault().linksOf(one))[0]?.id ?? '';
      await of.vault().unlink({ ref: await of.vault().refFor(ellery), scope: one.scope }, id);
      expect(await of.vault().linksOf(two)).toHaveLength(1);
      await of.vault().unlink(two, id);
      expect(await of.vault().linksOf(one)).toEqual([]);
      expect(await of.vault().linksOf(two)).toEqual([]);
    });

    test('forgetting an account ends its links and its code', async () => {
      const [one, two] = [await here(), await there()];
      await of.vault().offerLink(one, 'digest', 1000);
      await of.vault().acceptLink(two, 'digest', 1);
      await of.vault().offerLink(two, 'another', 1000);
      await of.vault().forget(two.ref);
      expect(await of.vault().linksOf(one)).toEqual([]);
      expect(await of.vault().acceptLink(one, 'another', 1)).toBe('unknown');
    });
  });
}
