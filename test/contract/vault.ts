import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Identity, Vault } from '../../src/index.ts';
import { vaultLinksContract } from './vault-links.ts';

/** An empty vault of an adapter under test. */
export interface OpenVault {
  readonly vault: Vault;
  /** Closes the vault and opens it again on the same data. */
  reopen(): Promise<Vault>;
  dispose(): Promise<void>;
}

const rowan = { platform: 'slack', id: 'U0ROWAN' };
const ellery = { platform: 'slack', id: 'U0ELLERY' };

/** What every adapter of the port `Vault` must do. */
export function vaultContract(name: string, open: () => Promise<OpenVault>): void {
  describe(`vault: ${name}`, () => {
    let opened: OpenVault;
    let vault: Vault;
    beforeEach(async () => {
      opened = await open();
      vault = opened.vault;
    });
    afterEach(() => opened.dispose());

    test('a person keeps one reference, also when asked for at once and after a restart', async () => {
      const refs = await Promise.all(Array.from({ length: 20 }, () => vault.refFor(rowan)));
      expect(new Set(refs).size).toBe(1);
      expect(refs[0]).toMatch(/^p[a-z2-7]{16}$/);
      expect(await vault.refFor(ellery)).not.toBe(refs[0]);
      expect(await vault.refFor({ platform: 'discord', id: rowan.id })).not.toBe(refs[0]);
      vault = await opened.reopen();
      expect(await vault.refFor(rowan)).toBe(refs[0]);
      expect(await vault.reveal(refs[0] ?? '')).toEqual(rowan);
    });

    test('somebody who never came by has no reference, and asking makes none', async () => {
      expect(await vault.known(rowan)).toBeNull();
      const ref = await vault.refFor(rowan);
      expect(await vault.known(rowan)).toBe(ref);
      expect(await vault.known({ platform: 'discord', id: rowan.id })).toBeNull();
      await vault.forget(ref);
      expect(await vault.known(rowan)).toBeNull();
    });

    test('a community keeps one scope, which names its platform and can be resolved', async () => {
      const team = { platform: 'slack', id: 'T0TEAM' };
      const scope = await vault.scopeFor(team);
      expect(scope).toMatch(/^slack\.[a-z2-7]{16}$/);
      vault = await opened.reopen();
      expect(await vault.scopeFor(team)).toBe(scope);
      expect(await vault.reveal(scope)).toEqual(team);
      expect(await vault.reveal('slack.unknown')).toBeNull();
    });

    const identityOf = async (ref: string): Promise<Identity> => {
      const identity = await vault.identity(ref);
      if (identity === null) throw new Error('nobody');
      return identity;
    };

    test('what is sealed opens for the same person and context, also after a restart', async () => {
      const ref = await vault.refFor(rowan);
      const me = await identityOf(ref);
      const sealed = me.seal('draft/1', 'Grüße 🙂');
      expect(Buffer.from(sealed, 'base64').toString('utf8')).not.toContain('Grüße');
      expect(me.seal('draft/1', 'Grüße 🙂')).not.toBe(sealed);
      vault = await opened.reopen();
      expect((await identityOf(ref)).open('draft/1', sealed)).toBe('Grüße 🙂');
    });

    test('what is sealed does not open elsewhere, for somebody else, or altered', async () => {
      const me = await identityOf(await vault.refFor(rowan));
      const other = await identityOf(await vault.refFor(ellery));
      const sealed = me.seal('draft/1', 'text');
      expect(() => me.open('draft/2', sealed)).toThrow();
      expect(() => other.open('draft/1', sealed)).toThrow();
      const bytes = Buffer.from(sealed, 'base64');
      for (let at = 0; at < bytes.length; at += 1) {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ 1;
        expect(() => me.open('draft/1', altered.toString('base64'))).toThrow();
      }
      for (const short of ['', 'AAAA', bytes.subarray(0, 28).toString('base64')]) {
        expect(() => me.open('draft/1', short)).toThrow();
      }
    });

    test('a token is the same for the same person and subject only', async () => {
      const ref = await vault.refFor(rowan);
      const me = await identityOf(ref);
      const token = me.token('case');
      expect(token).toMatch(/^[0-9a-f]{32}$/);
      expect(me.token('other')).not.toBe(token);
      expect((await identityOf(await vault.refFor(ellery))).token('case')).not.toBe(token);
      vault = await opened.reopen();
      expect((await identityOf(ref)).token('case')).toBe(token);
    });

    test('the identities of many people come in the order they were asked for, null for the unknown', async () => {
      const [one, two] = [await vault.refFor(rowan), await vault.refFor(ellery)];
      await vault.forget(two);
      const all = await vault.identities([two, one, 'pnobody', one]);
      expect(all.map((i) => i?.ref ?? null)).toEqual([null, one, null, one]);
      expect(all[1]?.token('case')).toBe((await identityOf(one)).token('case'));
      expect(await vault.identities([])).toEqual([]);
    });

    test('a digest is the same for the same text, also after a restart', async () => {
      const digest = await vault.digest('event 1');
      expect(digest).toMatch(/^[0-9a-f]{24}$/);
      expect(await vault.digest('event 2')).not.toBe(digest);
      vault = await opened.reopen();
      expect(await vault.digest('event 1')).toBe(digest);
    });

    test('forgetting somebody leaves nothing to open or reveal, and others untouched', async () => {
      const gone = await vault.refFor(rowan);
      const stays = await vault.refFor(ellery);
      const before = await identityOf(gone);
      const [sealed, token] = [before.seal('c', 'text'), before.token('case')];
      const theirs = (await identityOf(stays)).seal('c', 'theirs');
      await vault.forget(gone);
      const forgotten = async (): Promise<void> => {
        expect(await vault.identity(gone)).toBeNull();
        expect(await vault.reveal(gone)).toBeNull();
        expect((await identityOf(stays)).open('c', theirs)).toBe('theirs');
      };
      await forgotten();
      vault = await opened.reopen();
      await forgotten();
      const back = await vault.refFor(rowan);
      expect(back).not.toBe(gone);
      expect((await identityOf(back)).token('case')).not.toBe(token);
      const again = await identityOf(back);
      expect(() => again.open('c', sealed)).toThrow();
    });

    vaultLinksContract({
      vault: () => vault,
      reopen: async () => {
        vault = await opened.reopen();
      },
    });

    test('a grant is kept, changed one at a time, and gone once it is changed to null', async () => {
      const team = { platform: 'slack', id: 'T0TEAM' };
      expect(await vault.grantOf(team)).toBeNull();
      await Promise.all(Array.from({ length: 10 }, () => vault.changeGrant(team, (was) => `${was ?? ''}x`)));
      expect(await vault.grantOf(team)).toBe('xxxxxxxxxx');
      expect(await vault.grantOf({ platform: 'discord', id: team.id })).toBeNull();
      await vault.changeGrant({ platform: 'discord', id: team.id }, () => 'other');
      vault = await opened.reopen();
      expect(await vault.grants('slack')).toEqual([{ of: team, text: 'xxxxxxxxxx' }]);
      expect(await vault.changeGrant(team, () => null)).toBeNull();
      expect([await vault.grantOf(team), await vault.grants('slack')]).toEqual([null, []]);
      expect(await vault.changeGrant(team, (was) => was)).toBeNull();
    });

    test('forgetting somebody unknown is no error', async () => {
      await vault.forget('pnobody');
    });
  });
}
