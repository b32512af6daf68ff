import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Vault } from '../../src/index.ts';

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

    test('what is sealed opens for the same person and context, also after a restart', async () => {
      const ref = await vault.refFor(rowan);
      const sealed = await vault.seal(ref, 'draft/1', 'Grüße 🙂');
      expect(Buffer.from(sealed, 'base64').toString('utf8')).not.toContain('Grüße');
      expect(await vault.seal(ref, 'draft/1', 'Grüße 🙂')).not.toBe(sealed);
      vault = await opened.reopen();
      expect(await vault.open(ref, 'draft/1', sealed)).toBe('Grüße 🙂');
    });

    test('what is sealed does not open elsewhere, for somebody else, or altered', async () => {
      const ref = await vault.refFor(rowan);
      const sealed = await vault.seal(ref, 'draft/1', 'text');
      await expect(vault.open(ref, 'draft/2', sealed)).rejects.toThrow();
      await expect(vault.open(await vault.refFor(ellery), 'draft/1', sealed)).rejects.toThrow();
      const bytes = Buffer.from(sealed, 'base64');
      for (let at = 0; at < bytes.length; at += 1) {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ 1;
        await expect(vault.open(ref, 'draft/1', altered.toString('base64'))).rejects.toThrow();
      }
      for (const short of ['', 'AAAA', bytes.subarray(0, 28).toString('base64')]) {
        await expect(vault.open(ref, 'draft/1', short)).rejects.toThrow();
      }
    });

    test('a token is the same for the same person and subject only', async () => {
      const ref = await vault.refFor(rowan);
      const token = await vault.tokenFor(ref, 'case');
      expect(token).toMatch(/^[0-9a-f]{32}$/);
      expect(await vault.tokenFor(ref, 'other')).not.toBe(token);
      expect(await vault.tokenFor(await vault.refFor(ellery), 'case')).not.toBe(token);
      vault = await opened.reopen();
      expect(await vault.tokenFor(ref, 'case')).toBe(token);
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
      const sealed = await vault.seal(gone, 'c', 'text');
      const token = await vault.tokenFor(gone, 'case');
      const theirs = await vault.seal(stays, 'c', 'theirs');
      await vault.forget(gone);
      const forgotten = async (): Promise<void> => {
        expect(await vault.open(gone, 'c', sealed)).toBeNull();
        expect(await vault.reveal(gone)).toBeNull();
        await expect(vault.seal(gone, 'c', 'text')).rejects.toThrow();
        await expect(vault.tokenFor(gone, 'case')).rejects.toThrow();
        expect(await vault.open(stays, 'c', theirs)).toBe('theirs');
      };
      await forgotten();
      vault = await opened.reopen();
      await forgotten();
      const back = await vault.refFor(rowan);
      expect(back).not.toBe(gone);
      expect(await vault.tokenFor(back, 'case')).not.toBe(token);
    });

    test('forgetting somebody unknown is no error', async () => {
      await vault.forget('pnobody');
    });
  });
}
