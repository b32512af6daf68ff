import { ChannelType } from 'discord.js';
import type { Ref, Scope } from '../../../src/index.ts';

/** Where an interaction belongs: Discord tells the server, or in direct messages the button does. */
export interface Community {
  readonly guild: string;
  readonly scope: Scope;
  /** What buttons have to carry in direct messages, where Discord does not tell it; null in a server. */
  readonly carried: Scope | null;
}

/**
 * A message's address. A thread under a message has the message's id (Discord: "Start Thread from Message"), and a
 * forum post is a thread whose first message has the thread's own id. Buttons in direct messages name their community,
 * so an edit has to know that a message is one.
 */
export interface MessageAddress {
  readonly channel: string;
  readonly message: string;
  readonly direct: boolean;
}

const directMark = 'direct:';

export const messageRef = ({ channel, message, direct }: MessageAddress): Ref =>
  `${direct ? directMark : ''}${channel}/${message}`;

/** Null for what is no address of a message. */
export function addressOf(ref: Ref): MessageAddress | null {
  const direct = ref.startsWith(directMark);
  const [channel, message, more] = ref.slice(direct ? directMark.length : 0).split('/');
  return channel && message && more === undefined ? { channel, message, direct } : null;
}

export const isForumPost = (address: MessageAddress): boolean => address.channel === address.message;

const forums: readonly (ChannelType | undefined)[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

/** Channels whose posts are threads of their own. */
export const isForum = (type: ChannelType | undefined): boolean => forums.includes(type);

/** The message a thread hangs from; for a forum post, the post. */
export const threadRef = (thread: string, parent: string | null, parentType: ChannelType | undefined): Ref =>
  messageRef({ channel: isForum(parentType) || parent === null ? thread : parent, message: thread, direct: false });
