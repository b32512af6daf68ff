import type { Card, Home, Msg, PersonRef, Shown } from '../../../src/index.ts';
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
  /** When its note was said. */
  readonly said: number;
  readonly view: Card | Home;
  /** It says why something was not done. */
  readonly refusal: boolean;
  /** What draws it anew; null of a refusal that no query gave. */
  readonly query: Shown | null;
  /** When it was drawn, and how many changes there had been; 0: it was not drawn anew yet. */
  readonly drawn: { readonly at: number; readonly changes: number };
}

export interface PrivateCards {
  of(who: PersonRef, spot: Spot): readonly PrivateCard[];
  /** A card of theirs, wherever it is shown. */
  find(who: PersonRef, id: string): PrivateCard | null;
  /** Whether it is the newest answer to its person. */
  isNewest(card: PrivateCard): boolean;
  /**
   * Shows an answer: in the place of the card it came from (`instead`) when that is still there, else as a new one. Its
   * id is that of the event it answers, so that an event delivered again is answered by the same card.
   */
  show(card: PrivateCard, instead: string | null): PrivateCard;
  /** An answer came that is no card: refusals have been read by now, and the card it came from has done its work. */
  answered(who: PersonRef, from: string | null): void;
  /** What a card shows now; null takes it away. Nothing happens to one that has been answered meanwhile. */
  redraw(card: PrivateCard, now: Pick<PrivateCard, 'note' | 'view' | 'refusal' | 'drawn'> | null): void;
  /** Takes away those of theirs that are meant. */
  dismiss(who: PersonRef, isMeant: (card: PrivateCard) => boolean): void;
}

export function openPrivateCards(changed: () => void): PrivateCards {
  let all: readonly PrivateCard[] = [];
  const newest = new Map<PersonRef, string>();
  const owned = (who: PersonRef) => all.filter((c) => c.who === who);
  const withoutPassing = (who: PersonRef, but: string | null) =>
    all.filter((c) => c.who !== who || c.id === but || !isPassing(c));
  return {
    find: (who, id) => owned(who).find((c) => c.id === id) ?? null,
    of: (who, spot) => owned(who).filter((c) => c.spot === spot),
    isNewest: (card) => newest.get(card.who) === card.id,
    show(card, instead) {
      all = withoutPassing(card.who, card.id).filter((c) => c.who !== card.who || c.spot !== card.spot || !c.refusal);
      const before = owned(card.who).find((c) => c.id === instead || c.id === card.id);
      const { note, said, view, refusal, query, drawn } = card;
      const shown = before === undefined ? card : { ...before, note, said, view, refusal, query, drawn };
      const tooMany = before === undefined ? owned(card.who).slice(0, -(limits.privateCards - 1)) : [];
      all = before === undefined ? [...all, shown] : all.map((c) => (c === before ? shown : c));
      all = all.filter((c) => !tooMany.includes(c));
      newest.set(card.who, shown.id);
      changed();
      return shown;
    },
    answered(who, from) {
      all = withoutPassing(who, null).filter((c) => c.who !== who || c.id !== from);
      newest.delete(who);
      changed();
    },
    redraw(card, now) {
      all = all.flatMap((c) => (c !== card ? [c] : now === null ? [] : [{ ...c, ...now }]));
    },
    dismiss(who, isMeant) {
      all = all.filter((c) => c.who !== who || !isMeant(c));
      changed();
    },
  };
}

/** Why something was not done just now. Nothing says later whether it still is so. */
const isPassing = (card: PrivateCard): boolean => card.refusal && card.query === null;
