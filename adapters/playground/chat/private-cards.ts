import type { Card, Home, Msg, PersonRef } from '../../../src/index.ts';
import { limits } from '../limits.ts';

/** Where a private answer is shown: beside what was pressed or typed. */
export type Spot = `channel ${string}` | 'direct' | 'home' | `thread ${string}`;

/** An answer that only one person sees, as chat platforms show them: in memory, gone after a restart. */
export interface PrivateCard {
  readonly id: string;
  readonly who: PersonRef;
  readonly spot: Spot;
  /** The newest message there was when it appeared: it stays below that one. */
  readonly after: number;
  readonly at: number;
  readonly note: Msg | null;
  readonly view: Card | Home;
  /** It says why something was not done; the next answer in the same spot takes its place. */
  readonly refusal: boolean;
}

export interface PrivateCards {
  of(who: PersonRef, spot: Spot): readonly PrivateCard[];
  /** A card of theirs, wherever it is shown. */
  find(who: PersonRef, id: string): PrivateCard | null;
  /**
   * Shows an answer: in the place of the card it came from (`instead`) when that is still there, else as a new one. Its
   * id is that of the event it answers, so that an event delivered again is answered by the same card.
   */
  show(card: PrivateCard, instead: string | null): PrivateCard;
  dismiss(who: PersonRef, id: string): void;
}

export function privateCards(changed: () => void): PrivateCards {
  let all: readonly PrivateCard[] = [];
  const owned = (who: PersonRef) => all.filter((c) => c.who === who);
  return {
    find: (who, id) => owned(who).find((c) => c.id === id) ?? null,
    of: (who, spot) => owned(who).filter((c) => c.spot === spot),
    show(card, instead) {
      all = all.filter((c) => c.who !== card.who || c.spot !== card.spot || !c.refusal);
      const before = owned(card.who).find((c) => c.id === instead || c.id === card.id);
      const shown = before === undefined ? card : { ...before, note: card.note, view: card.view };
      const tooMany = before === undefined ? owned(card.who).slice(0, -(limits.privateCards - 1)) : [];
      all = before === undefined ? [...all, shown] : all.map((c) => (c === before ? shown : c));
      all = all.filter((c) => !tooMany.includes(c));
      changed();
      return shown;
    },
    dismiss(who, id) {
      all = all.filter((c) => c.who !== who || c.id !== id);
      changed();
    },
  };
}
