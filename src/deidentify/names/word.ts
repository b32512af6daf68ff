import type { Token } from '../tokens.ts';
import type { Safety } from './safe.ts';

/** A token with what the lists say about it. Every name detector asks the same questions, so they are answered once. */
export interface Word extends Token {
  readonly index: number;
  /** Written with a capital in text that also uses small letters. */
  readonly capital: boolean;
  /** Ordinary English word: 3 very common … 0 not listed. */
  readonly common: number;
  readonly first: number;
  readonly last: number;
  readonly place: number;
  readonly grammar: boolean;
  readonly safety: Exclude<Safety, 'fixed' | 'cited'>;
  /** Cited, or part of a phrase that means one thing whoever says it ("Rhode Island", "robbing Peter to pay Paul"): never a name. */
  readonly fixed: boolean;
  /** Short form in capitals, "CAPS", "LPCs": an instrument, a credential or an organization, hardly a person. */
  readonly acronym: boolean;
  /** An author's or an eponym's surname, whatever the sentence says. */
  readonly listed: boolean;
  /** Called like a person and something that is taken: "Camila for contraception". */
  readonly thing: boolean;
  /** A word for people and their roles, in small letters: never the name itself. */
  readonly role: boolean;
}
