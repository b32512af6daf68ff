import type { Clock, Core, Log, Route, Vault } from '../../src/index.ts';
import type { Documents } from '../documents/index.ts';
import type { KeptForms } from './forms/kept-forms.ts';
import type { Members } from './rest/members.ts';

/** What interactions and gateway events are taken in with. */
export interface DiscordContext {
  readonly core: Pick<Core, 'handle' | 'happened' | 'communities'>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly members: Members;
  readonly vault: Vault;
  readonly keptForms: KeptForms;
  readonly clock: Clock;
  /** Makes the files of answers; null where there are none to make. */
  readonly documents: Documents | null;
  /** How long (ms) a file may take before the person reads that it is being made. */
  readonly quietForMs: number;
  readonly log: Log;
}
