import { setTimeout } from 'node:timers/promises';
import {
  type APIApplication,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  ApplicationFlags,
  DiscordAPIError,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js';
import type { Check, Msg } from '../../src/index.ts';
import { createRest } from './rest/client.ts';
import { isForum } from './rest/refs.ts';
import { saysOf } from './rest/refused.ts';
import { inviteLink, permissions } from './rest/register.ts';
import type { DiscordSettings } from './settings.ts';
import { say } from './words/index.ts';

/** How far (ms) this machine's clock may be off Discord's before rate limits and time stamps go wrong. */
const worthSayingMs = 30_000;

/** How long (ms) somebody who asks for the status waits for Discord. */
const patienceMs = 1300;

/** The same about a connection that runs; nothing where Discord does not answer in time. Somebody waits for it. */
export async function checkConnection(
  settings: DiscordSettings,
  channel: string | null,
  now: () => number,
): Promise<readonly Check[]> {
  const late = new AbortController();
  const checks = lookAt(settings, channel === null ? [] : [{ id: channel, told: null }], now);
  const nothing = setTimeout(patienceMs, [], { signal: late.signal }).catch(() => []);
  return Promise.race([checks, nothing]).finally(() => late.abort());
}

/**
 * Looks at everything that must be right for Discord to work, without changing anything and without posting. `channels`:
 * ids of the channels that groups use. `now`: this machine's clock (ms).
 */
export const runChecks = (
  settings: DiscordSettings,
  channels: readonly string[],
  now: () => number,
): Promise<Check[]> =>
  lookAt(
    settings,
    channels.map((id) => ({ id, told: id })),
    now,
  );

/** A channel to look at, and how it is told: by its id where somebody has several, `null` to its own group. */
interface LookedAt {
  readonly id: string;
  readonly told: string | null;
}

async function lookAt(settings: DiscordSettings, channels: readonly LookedAt[], now: () => number): Promise<Check[]> {
  let clock: Check | null = null;
  const rest = createRest(settings);
  rest.on('response', (_request, response) => {
    const at = Date.parse(String(response.headers.get('date') ?? ''));
    if (!Number.isNaN(at)) clock = clockCheck(now() - at);
  });
  try {
    const app = (await rest.get(Routes.currentApplication())) as APIApplication;
    const checks = [good(say('discord.doctor.token', { app: app.name })), ...appChecks(app, settings)];
    for (const channel of channels) checks.push(await channelCheck(rest, settings, channel));
    return clock === null ? checks : [...checks, clock];
  } catch (error) {
    return [bad(saysOf(error))];
  }
}

/** The id of the application that a token belongs to, or why Discord does not tell. */
export async function applicationOf(
  settings: Pick<DiscordSettings, 'token' | 'apiUrl'>,
): Promise<{ readonly id: string } | { readonly says: Msg }> {
  try {
    const app = (await createRest({ ...settings, appId: '' }).get(Routes.currentApplication())) as APIApplication;
    return { id: app.id };
  } catch (error) {
    return { says: saysOf(error) };
  }
}

/** The privileged intents, switched on in the developer portal though Curbside asks for none. */
const privileged =
  ApplicationFlags.GatewayGuildMembers |
  ApplicationFlags.GatewayGuildMembersLimited |
  ApplicationFlags.GatewayMessageContent |
  ApplicationFlags.GatewayMessageContentLimited |
  ApplicationFlags.GatewayPresence |
  ApplicationFlags.GatewayPresenceLimited;

function appChecks(app: APIApplication, settings: DiscordSettings): Check[] {
  const same = app.id === settings.appId;
  const more = (app.flags & privileged) !== 0;
  return [
    same ? good(say('discord.doctor.app')) : bad(say('discord.doctor.appOther')),
    // More than is needed is no fault of the connection, but worth switching off.
    good(say(more ? 'discord.doctor.intentsMore' : 'discord.doctor.intents')),
  ];
}

async function channelCheck(rest: REST, settings: DiscordSettings, { id, told: channel }: LookedAt): Promise<Check> {
  try {
    const found = (await rest.get(Routes.channel(id))) as APIChannel;
    if (!('guild_id' in found) || !found.guild_id) return bad(say('discord.doctor.channelGone', { channel }));
    const guild = (await rest.get(Routes.guild(found.guild_id))) as APIGuild;
    const me = (await rest.get(Routes.guildMember(guild.id, settings.appId))) as APIGuildMember;
    const overwrites = 'permission_overwrites' in found ? (found.permission_overwrites ?? []) : [];
    const missing = missingIn(permissionsOf(guild, me, overwrites), isForum(found.type));
    return missing.length === 0
      ? good(say('discord.doctor.channel', { channel }))
      : bad(say('discord.doctor.channelMissing', { channel, permissions: missing.join(', ') }));
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.code === 10003) return bad(say('discord.doctor.channelGone', { channel }));
    return bad(say('discord.doctor.channelHidden', { channel, invite: inviteLink(settings.appId) }));
  }
}

/** In a forum "Send Messages" starts posts, and no thread is made by itself. */
const missingIn = (bits: bigint, forum: boolean): string[] =>
  permissions
    .filter((name) => !(forum && name === 'CreatePublicThreads') && (bits & PermissionFlagsBits[name]) === 0n)
    .map(spaced);

const spaced = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

/** What a member may do in a channel, as Discord computes it (docs: permissions, overwrites). */
function permissionsOf(guild: APIGuild, member: APIGuildMember, overwrites: readonly APIOverwrite[]): bigint {
  const roles = new Set([guild.id, ...member.roles]);
  const base = guild.roles.filter((r) => roles.has(r.id)).reduce((bits, r) => bits | BigInt(r.permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ~0n;
  const apply = (bits: bigint, some: readonly APIOverwrite[]): bigint => {
    const deny = some.reduce((all, o) => all | BigInt(o.deny), 0n);
    return (bits & ~deny) | some.reduce((all, o) => all | BigInt(o.allow), 0n);
  };
  const everyone = apply(
    base,
    overwrites.filter((o) => o.id === guild.id),
  );
  const byRole = apply(
    everyone,
    overwrites.filter((o) => o.id !== guild.id && roles.has(o.id)),
  );
  return apply(
    byRole,
    overwrites.filter((o) => o.id === member.user.id),
  );
}

function clockCheck(skewMs: number): Check {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return Math.abs(skewMs) < worthSayingMs
    ? good(say('discord.doctor.clockFine'))
    : bad(say('discord.doctor.clock', { seconds }));
}

const good = (msg: Msg): Check => ({ ok: true, says: msg });
const bad = (msg: Msg): Check => ({ ok: false, says: msg });
