import type { Clock, Core, Log, Route, Vault } from '../../src/index.ts';
import type { KeptForms } from './forms/kept-forms.ts';
import type { Members } from './rest/members.ts';

/** What the inbound half works with. */
export interface Parts {
  readonly core: Pick<Core, 'handle' | 'happened' | 'communities'>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly people: Members;
  readonly vault: Vault;
  readonly forms: KeptForms;
  readonly clock: Clock;
  readonly log: Log;
}
