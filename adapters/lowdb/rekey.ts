import type { z } from 'zod';
import type { Doc } from '../../src/index.ts';
import { decrypt, derive, encrypt } from '../node/encryption.ts';
import { wrappingKey } from '../node/vault.ts';
import { Carried, carriedHashing, Granted, Person } from '../node/vault-kinds.ts';
import { allDocuments, type Data, type Held } from './documents.ts';

/** What holds something under the installation's key itself. */
const withKeys: readonly string[] = [Person.name, Carried.name, Granted.name];

/**
 * The documents of a vault with the keys of people wrapped by another key of the installation. What people sealed under
 * their own keys stays as it is, and so do tokens and hashes that are compared with older ones.
 */
export function rewrapped(data: Data, from: Buffer, to: Buffer): readonly Held[] {
  const [old, now] = [wrappingKey(from), wrappingKey(to)];
  const wrap = <T extends { readonly id: string; readonly wrapped: string }>(doc: T): T => ({
    ...doc,
    wrapped: encrypt(now, doc.id, decrypt(old, doc.id, Buffer.from(doc.wrapped, 'base64'))).toString('base64'),
  });
  const all = allDocuments(data).map((held) =>
    withKeys.includes(held.kind)
      ? { ...held, docs: held.docs.map((doc) => wrap(doc as z.output<typeof Person.schema>) as Doc) }
      : held,
  );
  if (all.some(({ kind, docs }) => kind === Carried.name && docs.length > 0)) return all;
  const hashing = encrypt(now, carriedHashing, derive(from, 'curbside digest 1')).toString('base64');
  const scope = all[0]?.scope;
  return scope === undefined
    ? all
    : [...all, { scope, kind: Carried.name, docs: [{ id: carriedHashing, wrapped: hashing } as Doc] }];
}
