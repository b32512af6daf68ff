import { type Msg, type Route, type Slash, wordsOf } from '../../src/index.ts';

/** A slash command as the command line offers it. */
export interface Offered {
  /** What is typed: `/consult ask`. */
  readonly typed: string;
  readonly help: string;
  /** Options in order: `words` takes the rest of the line, a choice lists what can be typed. */
  readonly options: readonly { readonly name: string; readonly help: string; readonly choices: readonly string[] }[];
}

/** Every slash command of the routes table, with one line of help each, in the reader's language. */
export function offered(routes: readonly Route[], locale: string): readonly Offered[] {
  return routes
    .flatMap((route) => (route.slash === null ? [] : [route.slash]))
    .map((slash) => ({
      typed: typedAs(slash),
      help: wordsOf(locale, { key: slash.help } as Msg),
      options: slash.options.map((option) => ({
        name: option.name,
        help: wordsOf(locale, { key: option.help } as Msg),
        choices: option.choices.map((choice) => choice.value),
      })),
    }));
}

export const typedAs = (slash: Slash): string => `/${slash.command} ${slash.word}`.trim();
