import type { Group } from '../ports/membership.ts';
import type { Decision } from './decision.ts';

/** What a feature adds to the decision of another one. */
export type Effects = Pick<Decision, 'changes' | 'sends' | 'due'>;

/**
 * What one feature tells the others, by name. The others answer with effects that become part of the same decision, so that
 * all of it is written in one transaction. Whoever adds an event states what it carries here.
 */
export interface HookEvents {
  /** A group was set up or its settings were changed; `before` is null for a new one. */
  readonly onGroupSetup: { readonly before: Group | null; readonly group: Group };
  /**
   * A person set or ended their days away, local dates in `zone`: `from` is the first day away, `until` the first day back or
   * null where it is open. `tell`: those who wait for an answer of theirs may know.
   */
  readonly onPaused: {
    readonly away: { readonly from: string; readonly until: string | null } | null;
    readonly zone: string;
    readonly tell: boolean;
  };
}
