import {
  type APIDMChannel,
  type APIMessage,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import {
  type Card,
  type ChatPlatform,
  defaultLocale,
  type PersonRef,
  type Place,
  type Ref,
  type Scope,
  type Sent,
  type Vault,
  wordsOf,
} from '../../../src/index.ts';
import { render } from '../components/render.ts';
import { clamp, limits, nonceMs } from '../limits.ts';
import { platform } from '../name.ts';
import type { Channels } from './channels.ts';
import { type Failure, failed, isUnknownChannel } from './failures.ts';
import { type ForumParts, postInForum } from './forum.ts';
import type { InferredEvents } from './inferred-events.ts';
import { guildAndUser, type Members } from './members.ts';
import { addressOf, isForumPost, messageRef } from './refs.ts';
import { startThread, withUnarchived } from './threads.ts';

/** Nobody is ever notified by what a message holds, whatever was typed. */
const nobody = { parse: [] };

/** How soon (ms) to try again what waits for Discord to say which servers the bot is in. */
const notYet: Sent = { ok: false, why: 'later', retryAfterMs: 1000 };

/** An address that none of ours is, or somebody who was forgotten. */
const nowhere = (about: Place | Ref | null): Sent => {
  const is = about === null || typeof about === 'string' ? 'message' : about.is;
  const problem = is === 'direct' ? 'personGone' : is === 'thread' ? 'threadGone' : 'messageGone';
  return { ok: false, why: 'gone', problem, detail: 'no such place' };
};

/** In a thread, a channel that is not there is the thread; to a person, it is the person who cannot be reached. */
function aimed(about: Place | Ref | null, failure: Failure): Failure {
  if (!('problem' in failure) || about === null || typeof about === 'string') return failure;
  const { problem } = failure;
  if (about.is === 'thread' && (problem === 'deleted' || problem === 'messageGone'))
    return { ...failure, problem: 'threadGone' };
  const ofPlace = problem === 'deleted' || problem === 'removed' || problem === 'readOnly';
  return about.is === 'direct' && ofPlace ? { ...failure, problem: 'noDirect' } : failure;
}

export interface OutboundParts extends ForumParts {
  readonly channels: Channels;
  readonly members: Members;
  readonly vault: Vault;
  /**
   * Told before the bot removes a message, so that Discord's word of it is not taken for somebody else's doing. Returns
   * what to call when nothing came of it.
   */
  readonly removing: (ref: Ref) => () => void;
  readonly inferred: InferredEvents;
  /** Whether Discord has said that the bot is in this community still; nothing is sent before. */
  readonly reached: (scope: Scope) => Promise<boolean>;
}

/** All that leaves for others to see: by the bot's own token, with nothing that joins it to a person. */
export function createOutbound(
  parts: OutboundParts,
): Pick<ChatPlatform, 'name' | 'limits' | 'post' | 'edit' | 'remove'> {
  const { rest, members } = parts;
  const titles = createRecentTitles();

  async function drawn({ card, locale }: Worded, scope: Scope | null) {
    const reader = { locale, people: await members.peopleIn(card, locale) };
    return { components: [...render(card, reader, null, scope).components], allowed_mentions: nobody };
  }

  /** `nonce` with `enforce_nonce`: Discord answers a repetition with the message that is there. */
  async function send(
    channel: string,
    message: RESTPostAPIChannelMessageJSONBody,
    key: string,
    quiet = false,
  ): Promise<string> {
    const flags = MessageFlags.IsComponentsV2 | (quiet ? MessageFlags.SuppressNotifications : 0);
    const body = { ...message, flags, nonce: key.slice(0, limits.nonce), enforce_nonce: true };
    return ((await rest.post(Routes.channelMessages(channel), { body })) as APIMessage).id;
  }

  async function inChannel(channel: string, card: Worded, key: string): Promise<Ref> {
    const ref = await postIn(channel, card, key);
    titles.keep(ref, titleOf(card));
    return ref;
  }

  async function postIn(channel: string, card: Worded, key: string): Promise<Ref> {
    const message = await drawn(card, null);
    const forum = await parts.channels.forum(channel);
    if (forum !== null) {
      const thread = await postInForum(parts, { id: channel, guild: forum.guild }, titleOf(card), message);
      return messageRef({ channel: thread, message: thread, direct: false });
    }
    return messageRef({ channel, message: await send(channel, message, key), direct: false });
  }

  /**
   * Without a sound: the line in the channel is what notifies. The thread is named by that line's summary, or by its own
   * when the line was posted before a restart: a category either way, never typed text.
   */
  async function inThread(under: Ref, begun: boolean, card: Worded, key: string): Promise<Ref | null> {
    const address = addressOf(under);
    if (address === null) return null;
    const channel = address.message;
    const message = await drawn(card, null);
    const post = () => withUnarchived(rest, channel, () => send(channel, message, key, true));
    try {
      return messageRef({ channel, message: await post(), direct: false });
    } catch (error) {
      if (!isUnknownChannel(error) || begun || isForumPost(address)) throw error;
    }
    await startThread(rest, address, titles.of(under) ?? titleOf(card));
    return messageRef({ channel, message: await post(), direct: false });
  }

  async function direct(scope: Scope, to: PersonRef, card: Worded, key: string): Promise<Ref | null> {
    const id = await parts.vault.reveal(to);
    const who = id?.platform === platform ? guildAndUser(id.id) : null;
    if (who === null) return null;
    const { id: channel } = (await rest.post(Routes.userChannels(), {
      body: { recipient_id: who.user },
    })) as APIDMChannel;
    return messageRef({ channel, message: await send(channel, await drawn(card, scope), key), direct: true });
  }

  function post(place: Place, card: Worded, key: string): Promise<Ref | null> {
    if (place.is === 'channel') return inChannel(place.channel, card, key);
    return place.is === 'thread'
      ? inThread(place.under, place.begun ?? false, card, key)
      : direct(place.scope, place.to, card, key);
  }

  async function edit(scope: Scope, ref: Ref, card: Worded): Promise<Ref | null> {
    const address = addressOf(ref);
    if (address === null) return null;
    const body = { ...(await drawn(card, address.direct ? scope : null)), flags: MessageFlags.IsComponentsV2 };
    await withUnarchived(rest, address.channel, () =>
      rest.patch(Routes.channelMessage(address.channel, address.message), { body }),
    );
    return ref;
  }

  async function remove(ref: Ref): Promise<Ref | null> {
    const address = addressOf(ref);
    if (address === null) return null;
    const undone = parts.removing(ref);
    try {
      await withUnarchived(rest, address.channel, () =>
        rest.delete(Routes.channelMessage(address.channel, address.message)),
      );
    } catch (error) {
      undone();
      throw error;
    }
    return ref;
  }

  async function when(scope: Scope, about: Place | Ref | null, send: () => Promise<Ref | null>): Promise<Sent> {
    if (!(await parts.reached(scope))) return notYet;
    try {
      const ref = await send();
      if (ref !== null && about !== null && typeof about !== 'string') parts.inferred.posted(about);
      return ref === null ? nowhere(about) : { ok: true, ref };
    } catch (error) {
      if (about !== null) parts.inferred.failed(scope, about, error);
      return aimed(about, failed(error));
    }
  }

  return {
    name: platform,
    // Discord takes bots that write to many people directly for spam, and blocks them.
    limits: { repeatableForMs: nonceMs, asksInGroup: true, choosesLater: true },
    post: (place, card, key, locale = defaultLocale) =>
      when(place.scope, place, () => post(place, { card, locale }, key)),
    edit: (scope, ref, card, locale = defaultLocale) => when(scope, ref, () => edit(scope, ref, { card, locale })),
    remove: (scope, ref) => when(scope, null, () => remove(ref)),
  };
}

/** A card, and the locale to word it in. */
interface Worded {
  readonly card: Card;
  readonly locale: string;
}

const titleOf = ({ card, locale }: Worded): string => clamp(wordsOf(locale, card.summary), limits.threadName);

/** What lines in channels were about, for the threads under them, which follow at once; the newest few hundred. */
function createRecentTitles() {
  const all = new Map<Ref, string>();
  return {
    of: (ref: Ref) => all.get(ref),
    keep(ref: Ref, title: string) {
      all.set(ref, title);
      const [oldest] = all.keys();
      if (all.size > 500 && oldest !== undefined) all.delete(oldest);
    },
  };
}
