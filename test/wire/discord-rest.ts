import type { Gateway } from './discord-gateway.ts';
import { type Reply, type Request, refusal } from './discord-http.ts';
import { channelJson, guildJson, memberJson, messageJson, userJson } from './discord-json.ts';
import { addChannel, type Channel, type Message, snowflake, types, type World } from './discord-world.ts';

const ok = (body: unknown): Reply => ({ status: 200, body });
const done: Reply = { status: 204 };
const unknownChannel = refusal(404, 10003);
const unknownMessage = refusal(404, 10008);

type Handler = (match: readonly string[], request: Request) => Reply;

/** The resources that the bot uses, with the rules that Discord holds it to. */
export function resources(
  world: World,
  gateway: Gateway,
  gatewayUrl: () => string,
): (request: Request) => Reply | null {
  const channel = (id: string | undefined): Channel | undefined => world.channels.get(id ?? '');
  const nonces = new Map<string, string>();

  function post(place: Channel, body: Record<string, unknown>): Reply {
    if (place.archived && place.locked) return refusal(400, 50083);
    if (place.type === types.forum) return refusal(400, 50024);
    place.archived = false;
    const nonce = typeof body.nonce === 'string' ? `${place.id} ${body.nonce}` : null;
    const before =
      nonce === null || body.enforce_nonce !== true ? undefined : world.messages.get(nonces.get(nonce) ?? '');
    if (before !== undefined) return ok(messageJson(world, before));
    const message = keep(place.id, body);
    if (nonce !== null) nonces.set(nonce, message.id);
    return ok(messageJson(world, message));
  }

  function keep(place: string, body: Record<string, unknown>, id = snowflake()): Message {
    const message: Message = {
      id,
      channel: place,
      author: world.bot.id,
      body,
      content: String(body.content ?? ''),
      components: (body.components as unknown[]) ?? [],
      flags: Number(body.flags ?? 0),
      ...(typeof body.nonce === 'string' ? { nonce: body.nonce } : {}),
    };
    world.messages.set(id, message);
    return message;
  }

  function thread(parent: Channel, name: string, id: string): Channel {
    const made = addChannel(world, {
      id,
      type: types.publicThread,
      name,
      guild: parent.guild,
      parent: parent.id,
      owner: world.bot.id,
      members: new Set([world.bot.id]),
    });
    gateway.dispatch('THREAD_CREATE', { ...channelJson(world, made), newly_created: true });
    return made;
  }

  const inMessage = (
    c: string | undefined,
    m: string | undefined,
    then: (message: Message, place: Channel) => Reply,
  ): Reply => {
    const place = channel(c);
    const message = world.messages.get(m ?? '');
    if (place === undefined) return unknownChannel;
    if (message === undefined || message.channel !== c) return unknownMessage;
    return then(message, place);
  };

  const handlers: readonly (readonly [string, RegExp, Handler])[] = [
    [
      'GET',
      /^\/gateway\/bot$/,
      () =>
        ok({
          url: gatewayUrl(),
          shards: gateway.shards,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
        }),
    ],
    ['GET', /^\/users\/@me$/, () => ok(userJson(world.bot))],
    [
      'GET',
      /^\/applications\/@me$/,
      () => ok({ id: world.appId, name: 'Curbside', flags: 0, bot_public: false, bot: userJson(world.bot) }),
    ],
    ['GET', /^\/applications\/(\d+)\/commands$/, () => ok(world.commands)],
    [
      'PUT',
      /^\/applications\/(\d+)\/commands$/,
      (_m, { body }) => {
        world.commands = (body as unknown as object[]).map((c) => ({
          id: snowflake(),
          version: '1',
          application_id: world.appId,
          default_member_permissions: null,
          nsfw: false,
          ...c,
        }));
        return ok(world.commands);
      },
    ],
    [
      'GET',
      /^\/users\/@me\/guilds$/,
      () =>
        ok(
          [...world.guilds.values()].map((g) => ({
            id: g.id,
            name: g.name,
            owner: false,
            permissions: String(world.permissions),
          })),
        ),
    ],
    [
      'GET',
      /^\/guilds\/(\d+)$/,
      ([g]) =>
        world.guilds.has(g ?? '') ? ok(guildJson(world, world.guilds.get(g ?? '') as never)) : refusal(404, 10004),
    ],
    [
      'GET',
      /^\/guilds\/(\d+)\/members\/(\d+)$/,
      ([g, u]) => {
        const member = world.guilds.get(g ?? '')?.members.get(u ?? '');
        return member ? ok(memberJson(member)) : refusal(404, 10007);
      },
    ],
    [
      'GET',
      /^\/guilds\/(\d+)\/threads\/active$/,
      ([g]) => {
        const active = [...world.channels.values()].filter(
          (c) => c.guild === g && c.type === types.publicThread && !c.archived,
        );
        return ok({ threads: active.map((c) => channelJson(world, c)), members: [] });
      },
    ],
    [
      'GET',
      /^\/channels\/(\d+)$/,
      ([c]) => (channel(c) ? ok(channelJson(world, channel(c) as Channel)) : unknownChannel),
    ],
    [
      'PATCH',
      /^\/channels\/(\d+)$/,
      ([c], { body }) => {
        const place = channel(c);
        if (place === undefined) return unknownChannel;
        if (typeof body.archived === 'boolean') place.archived = body.archived;
        if (body.archived === false) place.locked = false;
        return ok(channelJson(world, place));
      },
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/messages$/,
      ([c], { body }) => (channel(c) ? post(channel(c) as Channel, body) : unknownChannel),
    ],
    [
      'GET',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([c, m]) => inMessage(c, m, (message) => ok(messageJson(world, message))),
    ],
    [
      'PATCH',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([c, m], { body }) =>
        inMessage(c, m, (message, place) => {
          if (place.archived) return refusal(400, 50083);
          message.components = (body.components as unknown[]) ?? message.components;
          return ok(messageJson(world, message));
        }),
    ],
    [
      'DELETE',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([c, m]) =>
        inMessage(c, m, (message, place) => {
          if (place.archived) return refusal(400, 50083);
          world.messages.delete(message.id);
          gateway.dispatch('MESSAGE_DELETE', {
            id: message.id,
            channel_id: place.id,
            ...(place.guild === null ? {} : { guild_id: place.guild }),
          });
          return done;
        }),
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      ([c, m], { body }) =>
        inMessage(c, m, (message, place) => {
          if (channel(message.id) !== undefined) return refusal(400, 160004);
          return { status: 201, body: channelJson(world, thread(place, String(body.name), message.id)) };
        }),
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/threads$/,
      ([c], { body }) => {
        const forum = channel(c);
        if (forum?.type !== types.forum) return unknownChannel;
        const made = thread(forum, String(body.name), snowflake());
        const message = keep(made.id, body.message as Record<string, unknown>, made.id);
        return { status: 201, body: { ...channelJson(world, made), message: messageJson(world, message) } };
      },
    ],
    [
      'POST',
      /^\/users\/@me\/channels$/,
      (_m, { body }) => {
        const to = String(body.recipient_id);
        const known = [...world.channels.values()].find((d) => d.type === types.dm && d.members.has(to));
        return ok(channelJson(world, known ?? addChannel(world, { type: types.dm, name: '', members: new Set([to]) })));
      },
    ],
  ];

  return (request) => {
    for (const [method, path, handle] of handlers) {
      const match = method === request.method ? path.exec(request.path) : null;
      if (match === null) continue;
      return request.bot ? handle(match.slice(1), request) : refusal(401, 0);
    }
    return null;
  };
}
