import { type Channel, type Guild, type Message, snowflake, types, type User, type World } from './discord-world.ts';

/* What the loopback Discord holds, as Discord's API writes it. */

export const userJson = ({ id, name, bot }: User) => ({
  id,
  username: name.toLowerCase().replace(/\W+/g, '_'),
  global_name: name,
  discriminator: '0',
  avatar: null,
  bot: bot ?? false,
  public_flags: 0,
});

export const memberJson = ({ user, nick }: { user: User; nick: string | null }) => ({
  user: userJson(user),
  nick,
  roles: [],
  joined_at: '2026-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
  avatar: null,
});

export function channelJson(world: World, channel: Channel) {
  const base = { id: channel.id, type: channel.type, name: channel.name, flags: 0 };
  if (channel.type === types.dm)
    return { ...base, recipients: [...channel.members].flatMap((id) => userOf(world, id)).map(userJson) };
  const inGuild = {
    ...base,
    guild_id: channel.guild,
    parent_id: channel.parent,
    position: 0,
    permission_overwrites: [...channel.hiddenFrom].map((id) => ({ id, type: 1, allow: '0', deny: String(1n << 10n) })),
    nsfw: false,
  };
  if (channel.type !== types.publicThread) return inGuild;
  return {
    ...inGuild,
    owner_id: channel.owner,
    message_count: 0,
    member_count: channel.members.size,
    thread_metadata: {
      archived: channel.archived,
      locked: channel.locked,
      auto_archive_duration: 10080,
      archive_timestamp: '2026-01-01T00:00:00.000Z',
    },
  };
}

const userOf = (world: World, id: string): User[] =>
  [...world.guilds.values()].flatMap((g) => g.members.get(id)?.user ?? []).slice(0, 1);

/** With what Discord adds to a message of its own accord: for an answer, who it answers. */
export function messageJson(world: World, message: Message) {
  const author = message.author === world.bot.id ? world.bot : { id: message.author, name: 'somebody' };
  return {
    id: message.id,
    channel_id: message.channel,
    type: 0,
    author: userJson(author),
    content: message.content,
    components: message.components,
    embeds: [],
    attachments: (message.files ?? []).map(({ name, data, type }) => ({
      id: snowflake(),
      filename: name,
      size: data.length,
      content_type: type,
      url: '',
      proxy_url: '',
    })),
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: '2026-01-01T00:00:00.000Z',
    edited_timestamp: null,
    flags: message.flags,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.interaction === undefined
      ? {}
      : {
          interaction_metadata: {
            id: message.id,
            type: 2,
            user: userJson({ id: message.interaction.user, name: 'somebody' }),
            authorizing_integration_owners: {},
          },
        }),
  };
}

export function guildJson(world: World, guild: Guild) {
  const channels = [...world.channels.values()].filter((c) => c.guild === guild.id);
  const me = guild.members.get(world.bot.id);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.owner,
    afk_timeout: 60,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    system_channel_flags: 0,
    premium_tier: 0,
    preferred_locale: 'en-US',
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    joined_at: guild.joined,
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    roles: [
      {
        id: guild.id,
        name: '@everyone',
        permissions: String(world.permissions),
        position: 0,
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    members: me ? [memberJson(me)] : [],
    channels: channels.filter((c) => c.type !== types.publicThread).map((c) => channelJson(world, c)),
    threads: channels.filter((c) => c.type === types.publicThread && !c.archived).map((c) => channelJson(world, c)),
  };
}

/** A message that somebody just wrote, as the gateway brings it. */
export const writtenJson = (author: User, channel: Channel, content = '') => ({
  id: snowflake(),
  channel_id: channel.id,
  ...(channel.guild ? { guild_id: channel.guild } : { channel_type: channel.type }),
  author: userJson(author),
  content,
  timestamp: '2026-01-01T00:00:00.000Z',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: 0,
});
