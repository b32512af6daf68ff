import type { Document } from '../view/document.ts';
import type { PersonRef } from './vault.ts';

/** Why an export code gives nothing. */
export type Unredeemed = 'unknown' | 'used' | 'expired';

/** What a code gives, why it gives nothing, or (while it is looked for) a wait that ends when it is worth asking again. */
export type Redemption =
  | { readonly documents: readonly Document[] }
  | { readonly unredeemed: Unredeemed }
  | { readonly reading: Promise<void> };

/** Redeems the export code of this keyed hash for somebody, in whichever community it was made. */
export type Redeem = (claim: { readonly hash: string; readonly who: PersonRef; readonly now: number }) => Redemption;
