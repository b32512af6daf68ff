import type { PlainKey } from '../i18n/message.ts';
import type { Feature } from '../ports/membership.ts';

/** Who may call a route. `member`: accepted the group's agreement. `owner`: of the group. `manager`: as the platform says.
 * `timer` and `platform`: nobody; the tick and the adapters themselves. */
export type Who = 'anyone' | 'member' | 'owner' | 'manager' | 'timer' | 'platform';

/** An option of a slash command. `words` takes the rest of the line as typed. */
export interface SlashOption {
  readonly name: string;
  readonly help: PlainKey;
  readonly is: 'words' | 'choice' | 'consultation';
  readonly choices: readonly { readonly value: string; readonly label: PlainKey }[];
}

/** The words that commands begin with, in the order in which they are shown. The catalogue says in `command.…` what stands behind one. */
export const firstWords = ['consult', 'experts', 'meeting', 'checkin', 'supervision', 'curbside'] as const;
export type FirstWord = (typeof firstWords)[number];

/** How a command is typed: `/consult ask …`. The manifest, the command JSON, help and the README table come from it. */
export interface Slash {
  readonly command: FirstWord;
  readonly word: string;
  readonly help: PlainKey;
  readonly options: readonly SlashOption[];
}

/** What is said of a route without running it: for help, the manifests and the README's table. */
export interface RouteFacts {
  /** Dotted path, also what buttons and forms send: `consult.ask`. */
  readonly name: string;
  readonly who: Who;
  /** The feature that must be on in the group, or null. */
  readonly feature: Feature | null;
  readonly slash: Slash | null;
}
