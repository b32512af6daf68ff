import type { Ref } from '../../../src/index.ts';

/** A message by its channel, its own time stamp, and that of the thread it lies in. Slack has no other id for one. */
export interface MessageAddress {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
}

export const writeRef = ({ channel, ts, thread }: MessageAddress): Ref =>
  thread === null ? `${channel}/${ts}` : `${channel}/${ts}/${thread}`;

export function readRef(ref: Ref): MessageAddress | null {
  const [channel, ts, thread] = ref.split('/');
  return channel && ts ? { channel, ts, thread: thread ?? null } : null;
}

/** A person inside a workspace, as the vault knows them. */
export const personId = (team: string, user: string): string => `${team}/${user}`;

/** The user id of somebody of this workspace; null for one of another. */
export function userOf(team: string, id: string): string | null {
  const [of, user] = id.split('/');
  return of === team && user ? user : null;
}
