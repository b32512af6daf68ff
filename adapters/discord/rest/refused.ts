import { DiscordAPIError, GatewayCloseCodes } from 'discord.js';
import { defaultLocale, type Msg, wordsOf } from '../../../src/index.ts';
import { OperatorError } from '../../platform.ts';
import { say } from '../words/index.ts';
import { failureCode } from './failures.ts';

/** Discord will not let the bot in, or cannot be reached. The message tells the operator what to do. */
export class DiscordRefused extends OperatorError {
  override readonly name = 'DiscordRefused';
  /** For the log. */
  readonly code: string | number;
  constructor(says: Msg, code: string | number) {
    super(wordsOf(defaultLocale, says));
    this.code = code;
  }
}

/** Close codes after which discord.js does not come back, while the process would go on, offline and silent. */
const closes: Readonly<Record<number, Msg>> = {
  [GatewayCloseCodes.AuthenticationFailed]: say('discord.doctor.tokenRefused'),
  [GatewayCloseCodes.ShardingRequired]: say('discord.refused.servers'),
  [GatewayCloseCodes.DisallowedIntents]: say('discord.refused.intents'),
};

export const closedWith = (code: number): DiscordRefused =>
  new DiscordRefused(closes[code] ?? say('discord.refused.closed', { code }), code);

/** The token is that of another application than DISCORD_APP_ID. */
export const otherApp = (): DiscordRefused => new DiscordRefused(say('discord.doctor.appOther'), 'other application');

/** What an operator reads about a call that failed: what Discord said no to, or that it cannot be reached. */
export function saysOf(error: unknown): Msg {
  const tokenInvalid = error instanceof Error && 'code' in error && error.code === 'TokenInvalid';
  if (tokenInvalid || (error instanceof DiscordAPIError && error.status === 401))
    return say('discord.doctor.tokenRefused');
  if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404))
    return say('discord.doctor.appOther');
  if (error instanceof DiscordAPIError) return say('discord.refused.said', { code: error.code });
  return say('discord.doctor.unreachable', { why: String(failureCode(error)) });
}

/** The failure of a call as a refusal in plain words; what is one already stays as it is. */
export const refusedBy = (error: unknown): DiscordRefused =>
  error instanceof DiscordRefused ? error : new DiscordRefused(saysOf(error), failureCode(error));
