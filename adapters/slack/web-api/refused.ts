import { webApi } from '@slack/bolt';
import { defaultLocale, type Msg, wordsOf } from '../../../src/index.ts';
import { OperatorError } from '../../platform.ts';
import { say } from '../words/index.ts';
import { codeOf } from './failures.ts';

/** Slack does not let Curbside in, or cannot be reached; the message says what to do. */
export class SlackRefused extends OperatorError {
  override readonly name = 'SlackRefused';
}

const refused = (says: Msg): SlackRefused => new SlackRefused(wordsOf(defaultLocale, says));

/** Why Slack does not say who the bot is: it was not reached, or does not take the bot token. */
export function notKnown(error: unknown): SlackRefused {
  return refused(saysOf(error, 'slack.check.botRefused'));
}

/** Why the line to Slack does not open: it was not reached, or does not take the app token. */
export function notConnected(error: unknown): SlackRefused {
  return refused(saysOf(error, 'slack.check.appRefused'));
}

/** What an operator reads about a call that failed: `key` when Slack itself said no, else that it cannot be reached. */
export function saysOf(
  error: unknown,
  key: 'slack.check.botRefused' | 'slack.check.appRefused' | 'slack.check.clientUnclear',
): Msg {
  const no = error instanceof webApi.WebAPIPlatformError;
  return say(no ? key : 'slack.check.unreachable', { why: codeOf(error) });
}

/** Why nobody can listen there, from node:net's codes. */
export function notListening(error: unknown, at: { readonly port: number; readonly host: string }): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return refused(say('slack.port.inUse', at));
  if (code === 'EACCES') return refused(say('slack.port.forbidden', at));
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return refused(say('slack.port.noHost', at));
  return error;
}
