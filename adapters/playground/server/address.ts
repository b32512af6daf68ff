import type { Ref } from '../../../src/index.ts';
import { type Actor, actorOf } from '../chat/cast.ts';
import { channelOf, mainChannel } from '../chat/channels.ts';

/** Areas of the page. On a wide screen `people` and `left` are always beside the conversation. */
const areas = ['channel', 'direct', 'home', 'people', 'left'] as const;
export type Area = (typeof areas)[number];

/** What an address of the page says: who acts, which area shows, which thread is open. */
export interface Address {
  readonly actor: Actor;
  readonly at: Area;
  /** The channel that is looked at. */
  readonly channel: Ref;
  readonly thread: string | null;
}

export const readAddress = (query: Readonly<Record<string, string>>): Address => ({
  actor: actorOf(query.as),
  at: areas.find((area) => area === query.at) ?? 'channel',
  channel: channelOf(query.channel),
  thread: query.thread ?? null,
});

/** The address with some of it changed. `start` opens the tour's form as soon as the page is there. */
export function linkTo(address: Address, change: Partial<Address> & { readonly start?: boolean } = {}): string {
  const { actor, at, channel, thread } = { ...address, ...change };
  const query = new URLSearchParams({ as: actor.id, at });
  if (channel !== mainChannel) query.set('channel', channel);
  if (thread !== null) query.set('thread', thread);
  if (change.start) query.set('start', 'yes');
  return `/?${query}`;
}
