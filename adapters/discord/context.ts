import type { Clock, Core, Log, Route, Vault } from '../../src/index.ts';
import type { Forms } from './forms/kept-forms.ts';
import type { Directory } from './rest/members.ts';

/** What the inbound half works with. */
export interface Parts {
  readonly core: Pick<Core, 'handle' | 'happened' | 'communities'>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly people: Directory;
  readonly vault: Vault;
  readonly forms: Forms;
  readonly clock: Clock;
  readonly log: Log;
}
