import type { Vault } from '../../src/index.ts';

/** References and ids in memory, for tests of what stands before the vault; sealing is tested with the vault itself. */
export function memoryVault(): Vault {
  const byId = new Map<string, string>();
  const byRef = new Map<string, { platform: string; id: string }>();
  const ref = (prefix: string, key: string, id: { platform: string; id: string }): string => {
    const known = byId.get(key);
    if (known !== undefined) return known;
    const made = `${prefix}${byId.size.toString(36).padStart(6, 'q')}`;
    byId.set(key, made);
    byRef.set(made, id);
    return made;
  };
  const unused = (): never => {
    throw new Error('an adapter does not seal');
  };
  return {
    refFor: async (person) => ref('p', `person ${person.platform} ${person.id}`, person),
    known: async (person) => byId.get(`person ${person.platform} ${person.id}`) ?? null,
    scopeFor: async (community) =>
      ref(`${community.platform}.`, `scope ${community.platform} ${community.id}`, community),
    reveal: async (made) => byRef.get(made) ?? null,
    identity: unused,
    identities: unused,
    identityWithLinks: unused,
    digest: async (text) => text,
    offerLink: unused,
    acceptLink: unused,
    linksOf: async () => [],
    unlink: unused,
    grantOf: unused,
    grants: unused,
    changeGrant: unused,
    forget: async (made) => void byRef.delete(made),
    close: async () => {},
  };
}
