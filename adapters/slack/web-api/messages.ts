import type { webApi } from '@slack/bolt';
import {
  type Card,
  type ChatPlatform,
  type Clock,
  chooseLocale,
  defaultLocale,
  type Log,
  type PersonRef,
  type Place,
  type Ref,
  type Sent,
  type Vault,
} from '../../../src/index.ts';
import { type Message, renderMessage } from '../block-kit/render.ts';
import { happened, type ReportEvent } from '../listeners/report-event.ts';
import type { Directory } from './directory.ts';
import { codeOf, type Failure, failureOf, pauseMs } from './failures.ts';
import { readRef, userOf, writeRef } from './refs.ts';

export interface OutboundParts {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly vault: Vault;
  readonly directory: Directory;
  readonly log: Log;
  readonly clock: Clock;
  readonly tell: ReportEvent;
}

/**
 * The only way out to where others can see: the bot's own messages, with its own token. Nothing here knows who asked
 * for a message, so nothing can say so.
 */
export function createOutbound({
  client,
  team,
  vault,
  directory,
  log,
  clock,
  tell,
}: OutboundParts): Pick<ChatPlatform, 'post' | 'edit' | 'remove'> {
  const open = new Set<string>();

  async function message(view: Card, locale = defaultLocale): Promise<Message | null> {
    const { people, missing } = await directory.namesIn(view);
    return missing ? null : renderMessage(view, { locale, people });
  }

  async function target(place: Place): Promise<{ channel: string; thread: string | null } | null> {
    if (place.is === 'channel') return { channel: place.channel, thread: null };
    if (place.is === 'thread') {
      const under = readRef(place.under);
      return under && { channel: under.channel, thread: under.thread ?? under.ts };
    }
    const id = await vault.reveal(place.to);
    const user = id === null ? null : userOf(team, id.id);
    if (user === null) return null;
    const opened = await beforehand(client.conversations.open({ users: user }));
    return opened.channel?.id === undefined ? null : { channel: opened.channel.id, thread: null };
  }

  /** The language that this person chose in Slack, where there are words for it, else what the core says. */
  async function localeOf(to: PersonRef, locale: string | undefined): Promise<string> {
    const id = await vault.reveal(to);
    const user = id === null ? null : userOf(team, id.id);
    return chooseLocale(user === null ? null : (await directory.profile(user))?.locale, locale);
  }

  /**
   * Without permission to read messages, Slack does not say that one was deleted, and not always that the bot was taken
   * out of a channel. A call that fails says it instead.
   */
  function learn(error: unknown, about: Place | Ref): void {
    const code = codeOf(error);
    const eventId = `${code} ${clock.now()}`;
    if (typeof about === 'string') {
      if (code === 'message_not_found') tell({ eventId, command: happened.messageGone, input: { ref: about } });
      return;
    }
    if (about.is === 'thread' && code === 'thread_not_found') {
      tell({ eventId, command: happened.threadGone, input: { under: about.under } });
    }
    const channel =
      about.is === 'channel' ? about.channel : about.is === 'thread' ? readRef(about.under)?.channel : undefined;
    const why = goneCodes[code];
    if (channel !== undefined) open.delete(channel);
    if (channel !== undefined && why !== undefined) {
      tell({ eventId, command: happened.channelGone, input: { why }, channel });
    }
  }

  /** The first post since the start, or since it failed, that reaches a channel says that it is open: no event might. */
  function reached(place: Place): void {
    if (place.is !== 'channel' || open.has(place.channel)) return;
    open.add(place.channel);
    tell({ eventId: `open ${place.channel} ${clock.now()}`, command: happened.channelBack, channel: place.channel });
  }

  /** Runs one call and says what became of it; never rejects. */
  async function sent(what: string, about: Place | Ref, call: () => Promise<Sent>): Promise<Sent> {
    try {
      return await call();
    } catch (error) {
      learn(error, about);
      const failure = error instanceof NothingSent ? notNow : aimed(about, failureOf(error));
      log.warn('slack.call_failed', { what, why: failure.why, detail: 'detail' in failure ? failure.detail : '' });
      return failure;
    }
  }

  return {
    post: (place, view, _key, locale) =>
      sent('post', place, async () => {
        const where = await target(place);
        if (where === null) return nowhere(place);
        const body = await message(view, place.is === 'direct' ? await localeOf(place.to, locale) : locale);
        if (body === null) return notNow;
        const posted = await client.chat.postMessage({
          channel: where.channel,
          ...body,
          ...quiet,
          ...(where.thread === null ? {} : { thread_ts: where.thread }),
        });
        if (posted.ts === undefined) return { ok: false, why: 'unknown', detail: 'no time stamp' };
        reached(place);
        return {
          ok: true,
          ref: writeRef({ channel: posted.channel ?? where.channel, ts: posted.ts, thread: where.thread }),
        };
      }),
    edit: (_scope, ref, view, locale) =>
      sent('edit', ref, async () => {
        const at = readRef(ref);
        if (at === null) return noMessage;
        const body = await message(view, locale);
        if (body === null) return notNow;
        await client.chat.update({ channel: at.channel, ts: at.ts, ...body, parse: 'none', link_names: false });
        return { ok: true, ref };
      }),
    remove: (_scope, ref) =>
      sent('remove', ref, async () => {
        const at = readRef(ref);
        if (at === null) return noMessage;
        await client.chat.delete({ channel: at.channel, ts: at.ts });
        return { ok: true, ref };
      }),
  };
}

/** A channel that a bot cannot see is one that was deleted, or a private one that it was taken out of. */
const goneCodes: Readonly<Record<string, 'archived' | 'removed' | 'readOnly'>> = {
  is_archived: 'archived',
  channel_not_found: 'removed',
  not_in_channel: 'removed',
  no_permission: 'removed',
  restricted_action: 'readOnly',
  restricted_action_read_only_channel: 'readOnly',
  restricted_action_thread_only_channel: 'readOnly',
  ekm_access_denied: 'readOnly',
};

/** A call that comes before the post: when it breaks off, nothing was posted yet. */
async function beforehand<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (failureOf(error).why === 'unknown') throw new NothingSent();
    throw error;
  }
}

class NothingSent extends Error {
  override readonly name = 'NothingSent';
}

/** No previews of links, no formatting or mentions in the notification text. */
const quiet = { unfurl_links: false, unfurl_media: false, mrkdwn: false, parse: 'none', link_names: false } as const;

/** A name could not be fetched. Nothing was sent, so trying again later is harmless; a nameless post would stay. */
const notNow = { ok: false, why: 'later', retryAfterMs: pauseMs } as const;

const noMessage = { ok: false, why: 'gone', problem: 'messageGone', detail: 'no such message' } as const;

const nowhere = (place: Place): Failure => ({
  ok: false,
  why: 'gone',
  problem: place.is === 'direct' ? 'personGone' : place.is === 'thread' ? 'threadGone' : 'removed',
  detail: 'no such place',
});

/** Of a direct message, what Slack says of its channel is said of the person. */
function aimed(about: Place | Ref, failure: Failure): Failure {
  const ofPlace = 'problem' in failure && (failure.problem === 'removed' || failure.problem === 'archived');
  return ofPlace && typeof about !== 'string' && about.is === 'direct' ? { ...failure, problem: 'noDirect' } : failure;
}
