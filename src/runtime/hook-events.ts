import type { Closure, Group, Member } from '../ports/membership.ts';
import type { Decision } from './decision.ts';
import type { OutboxRow } from './outbox/model.ts';

/** What a feature adds to the decision of another one. */
export type Effects = Omit<Decision, 'then' | 'forget' | 'account' | 'posts'>;

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
  readonly onAway: {
    readonly away: { readonly from: string; readonly until: string | null } | null;
    readonly zone: string;
    readonly tell: boolean;
  };
  /**
   * The person who asks is erased: what is theirs goes, and what others read of it names nobody any more. `posts`: what they
   * posted under their name goes as well.
   */
  readonly onErased: { readonly posts: boolean };
  /**
   * The person of the event left a group, or (null) all they were in. `gone`: their account with it, so that nothing can be
   * sent to them.
   */
  readonly onPersonLeft: { readonly group: Group | null; readonly gone: boolean };
  /** Somebody accepted the agreement of a group and is a member of it from now on; not stored yet. */
  readonly onMemberJoined: { readonly member: Member };
  /** The channel of a group takes no messages any more. Told again as long as it is so. */
  readonly onChannelClosed: { readonly group: Group; readonly why: Closure };
  /** The bot was removed from the community: nothing is sent any more, what people own waits for it to come back. */
  readonly onBotRemoved: Record<never, never>;
  /** The person who asks answers a question of another group of the community: as an expert, under their name. */
  readonly onReplyFromElsewhere: { readonly id: string; readonly consultation: string; readonly text: string };
  /** They take such a reply of theirs back. */
  readonly onReplyTakenBack: { readonly id: string };
  /** The person who asks deletes these from their own log: records, advice, or meetings, by their ids. */
  readonly onLogRemoved: { readonly ids: readonly string[] };
  /** A question was closed or taken down. */
  readonly onQuestionOver: { readonly consultation: string };
  /** A message of ours was deleted on the platform, or the thread under it. */
  readonly onMessageGone: { readonly row: OutboxRow };
  /** A message did not arrive, or may not have: whom it concerns is told. */
  readonly onUndelivered: { readonly row: OutboxRow };
}
