import type { Gateway } from './discord-gateway.ts';
import { type Reply, type Request, refusal } from './discord-http.ts';
import { channelJson, memberJson, messageJson, userJson } from './discord-json.ts';
import { type Guild, type Message, snowflake, type User, type World } from './discord-world.ts';
import { ownTime } from './own-time.ts';

const ephemeral = 1 << 6;

/** Discord takes a first response for so long (ms). */
const firstResponseMs = 3000;

/** One thing a person did, and what they got for it. */
export interface Done {
  readonly id: string;
  readonly token: string;
  readonly user: User;
  readonly source: Message | null;
  /** Types of the first response; Discord takes one alone. */
  callback: { readonly type: number; readonly data: Record<string, unknown> } | null;
  /** The private answer: a message of its own, or the one that the button is on. */
  answer: Message | null;
  readonly followUps: Message[];
  /** Resolves when there is something to see: a modal, an answer, a follow-up, suggestions, or the card is gone. */
  readonly shown: Promise<void>;
  readonly acknowledged: Promise<void>;
}

export interface Interactions {
  handle(request: Request): Reply | null;
  begin(user: User, guild: Guild | null, channel: string, type: number, data: unknown, source?: Message | null): Done;
  /** The one that began last, once more with the same id: what a resumed connection may bring. */
  all: readonly Done[];
}

const locale = 'en-US';

/** Interactions from both ends: people begin them, the bot answers, and Discord's rules stand between. */
export function interactions(world: World, gateway: Gateway, { patient = false } = {}): Interactions {
  const all: (Done & { see(): void; acknowledge(): void; asleep: boolean; begun: number })[] = [];

  function begin(
    user: User,
    guild: Guild | null,
    channelId: string,
    type: number,
    data: unknown,
    source: Message | null = null,
  ): Done {
    let see = (): void => {};
    let acknowledge = (): void => {};
    const shown = new Promise<void>((resolve) => {
      see = resolve;
    });
    const acknowledged = new Promise<void>((resolve) => {
      acknowledge = resolve;
    });
    const made = {
      id: snowflake(),
      token: `token-${snowflake()}`,
      user,
      source,
      callback: null,
      answer: null,
      followUps: [],
      shown,
      acknowledged,
      see,
      acknowledge,
      asleep: false,
      begun: ownTime(),
    };
    all.push(made);
    const channel = world.channels.get(channelId);
    const member = guild?.members.get(user.id);
    gateway.dispatch('INTERACTION_CREATE', {
      id: made.id,
      application_id: world.appId,
      type,
      token: made.token,
      version: 1,
      data,
      channel_id: channelId,
      ...(channel === undefined ? {} : { channel: channelJson(world, channel) }),
      ...(guild === null
        ? { user: userJson(user) }
        : {
            guild_id: guild.id,
            guild: { id: guild.id, locale, features: [] },
            guild_locale: locale,
            member: {
              ...memberJson(member ?? { user, nick: null }),
              permissions: user.id === guild.owner ? String((1n << 5n) | world.permissions) : String(world.permissions),
            },
          }),
      ...(source === null ? {} : { message: messageJson(world, source) }),
      locale,
      app_permissions: String(world.permissions),
      entitlements: [],
      authorizing_integration_owners: guild ? { '0': guild.id } : {},
      context: guild ? 0 : 1,
      attachment_size_limit: 1,
    });
    return made;
  }

  function message(of: Done, body: Record<string, unknown>, flags: number): Message {
    const made: Message = {
      id: snowflake(),
      channel: of.source?.channel ?? '0',
      author: world.bot.id,
      body,
      content: String(body.content ?? ''),
      components: (body.components as unknown[]) ?? [],
      flags,
      interaction: { user: of.user.id },
    };
    world.messages.set(made.id, made);
    return made;
  }

  function callback(
    of: (typeof all)[number],
    { type, data = {} }: { type: number; data?: Record<string, unknown> },
  ): Reply {
    if (of.callback !== null) return refusal(400, 40060);
    if (!patient && ownTime() - of.begun > firstResponseMs) return refusal(404, 10062);
    of.callback = { type, data };
    of.acknowledge();
    if (type === 4) of.answer = message(of, data, Number(data.flags ?? 0));
    if (type === 5) of.answer = message(of, {}, Number(data.flags ?? 0) & ephemeral);
    if (type === 6 || type === 7) of.answer = of.source;
    if (type === 7 && of.source !== null) of.source.components = (data.components as unknown[]) ?? [];
    if ([4, 7, 8, 9].includes(type)) of.see();
    return { status: 204 };
  }

  /** Answers after the first: @original is the deferred answer, or the message that the button is on. */
  function webhook(of: (typeof all)[number], request: Request, which: string | undefined): Reply {
    if (of.callback === null) return refusal(404, 10015);
    if (which === undefined) {
      // Docs: until the deferred answer is filled in, a follow-up fills it in, as private as it was deferred.
      const flags = Number(request.body.flags ?? 0);
      const made = message(of, request.body, flags);
      made.files = request.files;
      of.followUps.push(made);
      of.see();
      return { status: 200, body: messageJson(world, made) };
    }
    const target = which === '@original' ? of.answer : (world.messages.get(which) ?? null);
    if (target === null || !world.messages.has(target.id)) return refusal(404, 10008);
    of.see();
    if (request.method === 'DELETE') {
      world.messages.delete(target.id);
      of.answer = null;
      return { status: 204 };
    }
    // Docs: with `attachments`, what it does not name is taken away; without it, everything stays.
    target.files = request.body.attachments === undefined ? [...(target.files ?? []), ...request.files] : request.files;
    target.components = (request.body.components as unknown[]) ?? target.components;
    target.flags = (target.flags & ephemeral) | (Number(request.body.flags ?? 0) & ~ephemeral);
    return { status: 200, body: messageJson(world, target) };
  }

  return {
    all,
    begin,
    handle(request) {
      const first = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(request.path);
      if (first !== null) {
        const of = all.find((d) => d.id === first[1] && d.token === first[2]);
        return of === undefined ? refusal(404, 10062) : callback(of, request.body as never);
      }
      const later = /^\/webhooks\/(\d+)\/([^/]+)(?:\/messages\/([^/]+))?$/.exec(request.path);
      if (later === null) return null;
      const of = all.find((d) => d.token === later[2]);
      return of === undefined ? refusal(404, 10015) : webhook(of, request, later[3]);
    },
  };
}
