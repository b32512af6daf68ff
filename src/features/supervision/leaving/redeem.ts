import type { Unredeemed } from '../../../ports/redemption.ts';
import type { Read, Tx } from '../../../ports/store.ts';
import type { Asked } from '../../../runtime/context.ts';
import { allOf } from '../../../storage/find-all.ts';
import type { Document } from '../../../view/document.ts';
import { Agreements } from '../agreement/model.ts';
import { documentOf } from '../documents/layouts.ts';
import { sourceOf } from '../documents/source.ts';
import { againMs, ExportCodes } from './model.ts';

/** `by`: the keyed hash of who redeems it in a community; the operator has none. */
type Given = Pick<Asked, 'now' | 'packs' | 'fingerprint'> & { readonly by?: string };

/**
 * What somebody who left gets for their code: every agreement of theirs with all of its entries. `hash`: the keyed hash of the code. A
 * code that is unknown, was used or is older than 60 days gives nothing. It is used up by `useCode`, once the files are there.
 */
export async function redeemCode(tx: Read, hash: string, given: Given): Promise<readonly Document[] | Unredeemed> {
  const [code] = (await tx.find(ExportCodes, 'hash', { equal: hash }, { limit: 1 })).docs;
  if (code === undefined) return 'unknown';
  const again = given.by !== undefined && code.usedBy === given.by && given.now - (code.usedAt ?? 0) < againMs;
  if (code.usedAt !== null && !again) return 'used';
  if (code.until <= given.now) return 'expired';
  const ctx = { ...given, read: tx, me: code.person };
  const own = await Promise.all(
    (['supervisee', 'supervisor'] as const).map((role) => allOf(tx, Agreements, role, { equal: code.person })),
  );
  const confirmed = own.flat().filter(({ status }) => status === 'active');
  const documents = await Promise.all(
    confirmed.map(async (a, i): Promise<Document> => {
      const document = documentOf('entries', await sourceOf(ctx, a, null, null));
      return { ...document, name: `${i + 1}-${document.name}` };
    }),
  );
  return documents;
}

/** A code works once. */
export async function useCode(tx: Tx, hash: string, now: number, by = ''): Promise<void> {
  const [code] = (await tx.find(ExportCodes, 'hash', { equal: hash }, { limit: 1 })).docs;
  if (code) await tx.put(ExportCodes, { ...code, usedAt: code.usedAt ?? now, usedBy: code.usedBy || by });
}
