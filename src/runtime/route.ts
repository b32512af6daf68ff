import type { z } from 'zod';
import type { Msg, PlainKey } from '../i18n/message.ts';
import type { Read } from '../ports/store.ts';
import type { LinkedAccount } from '../ports/vault.ts';
import type { Form, View } from '../view/view.ts';
import type { Asked, Context } from './context.ts';
import type { Later, Outcome, Refusal } from './decision.ts';
import type { FieldProblems } from './field-errors.ts';
import type { FirstWord, RouteFacts, Slash, SlashOption } from './slash.ts';

export type { RouteFacts, Slash, SlashOption };

interface Common<I> extends RouteFacts {
  readonly input: z.ZodType<I>;
  /** It takes something down, hides it or helps at once: nobody is asked to wait for that. */
  readonly atOnce: boolean;
}

/** What the same person has in another community, whose account they linked: read as they would read it there. */
export interface Elsewhere {
  readonly account: LinkedAccount;
  readonly read: Read;
  /** The token that only that account can make, as `Asked.mine`. */
  mine(subject: string): Promise<string>;
}

/** Reads and shows; opens forms. Never writes, so it answers well inside a platform's three seconds. */
export interface Query<I = unknown, E = unknown> extends Common<I> {
  readonly kind: 'query';
  /** What the platform must expect: `form` opens one (which must be the first response), `private` is a private answer. */
  readonly ack: 'form' | 'private';
  /** Has the platform look at its connection before the read, so that no transaction waits for a network. */
  readonly checks: boolean;
  /**
   * What it needs of the person's other communities, where they linked accounts: read before the transaction, once for each,
   * and handed to `show` in the order of the links.
   */
  readonly elsewhere: ((other: Elsewhere, input: I) => Promise<E>) | null;
  show(input: I, ctx: Asked, elsewhere: readonly E[]): Promise<View | Refusal | Later>;
}

/** Decides; the loop carries it out. May be run again after a conflict, so it performs nothing. */
export interface Command<I = unknown> extends Common<I> {
  readonly kind: 'command';
  /** What the platform must expect back: a private answer, or nothing at all. */
  readonly ack: 'private' | 'silent';
  /** `answers`: a timer job that reads sealed documents of everybody, to make something of them that names nobody. */
  readonly reads: 'own' | 'answers';
  /**
   * It scans text, which takes its time: so it is worked out once before the transaction, in which the scans are
   * remembered and no other command of the community waits for them.
   */
  readonly scans: boolean;
  /**
   * What a schema cannot know: fields against each other, against today, in the person's locale. It gets the fields that
   * fit by themselves and runs also when others do not, so that everything wrong with a form is said at once. Needs `refill`.
   */
  readonly check: ((input: Partial<I>, ctx: Context) => Promise<FieldProblems>) | null;
  decide(input: I, ctx: Context): Promise<Outcome>;
  /** The form again when a field does not fit its limits, with what was typed and the messages at the fields. */
  readonly refill:
    | ((
        values: Readonly<Record<string, string>>,
        errors: Readonly<Record<string, Msg>>,
        ctx: Context,
      ) => Promise<Form | Refusal>)
    | null;
  /**
   * The query that opens this form with what is stored. Where only a part of a form arrives, as after a restart, its other
   * fields stand as they are stored: blank ones would replace that.
   */
  readonly opensWith: string | null;
}

// biome-ignore lint/suspicious/noExplicitAny: the table holds routes of every input type; each is parsed by its own schema.
export type Route = Query<any, any> | Command<any>;

type QuerySpec<I, E> = Omit<Query<I, E>, 'kind' | 'slash' | 'feature' | 'checks' | 'atOnce' | 'elsewhere'> &
  Partial<Pick<Query<I, E>, 'slash' | 'feature' | 'checks' | 'atOnce' | 'elsewhere'>>;
type CommandSpec<I> = Omit<
  Command<I>,
  'kind' | 'slash' | 'feature' | 'refill' | 'opensWith' | 'check' | 'reads' | 'scans' | 'atOnce'
> &
  Partial<Pick<Command<I>, 'slash' | 'feature' | 'refill' | 'opensWith' | 'check' | 'reads' | 'scans' | 'atOnce'>>;

export const query = <I, E = never>(spec: QuerySpec<I, E>): Query<I, E> => ({
  slash: null,
  feature: null,
  checks: false,
  atOnce: false,
  elsewhere: null,
  ...spec,
  kind: 'query',
});

export const command = <I>(spec: CommandSpec<I>): Command<I> => ({
  slash: null,
  feature: null,
  refill: null,
  opensWith: null,
  check: null,
  reads: 'own',
  scans: false,
  atOnce: false,
  ...spec,
  kind: 'command',
});

/** A slash entry without options. */
export const slash = (
  command: FirstWord,
  word: string,
  help: PlainKey,
  options: readonly SlashOption[] = [],
): Slash => ({
  command,
  word,
  help,
  options,
});
