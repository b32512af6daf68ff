import type { Identity } from '../ports/vault.ts';
import type { Doc, Kind } from './kind.ts';

/** The installation that a community leaves, or the one that it comes to. */
export interface Installation {
  readonly scope: string;
  /** Everybody of the community, with what their own keys do: these go along. */
  readonly people: readonly Identity[];
  /** A keyed hash under the key of this installation, which stays where it is. */
  digest(text: string): Promise<string>;
}

/** A document as it goes on; null: it stays behind. */
type Carried<T> = (doc: T) => Promise<T | null>;

/**
 * What documents of a kind need when their community moves to another installation, because something in them follows from
 * the key of the old one, or is true of it alone. `leaving` makes what travels, `arriving` what is stored there.
 */
export interface Moving<T extends Doc> {
  readonly kind: Kind<T>;
  leaving(from: Installation): Promise<Carried<T>>;
  arriving(to: Installation): Promise<Carried<T>>;
}

export const asItIs = async <T>(doc: T): Promise<T> => doc;
