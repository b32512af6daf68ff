import { DiscordAPIError, MessageFlags } from 'discord.js';
import type { Log, Route } from '../../../src/index.ts';
import { failureCode } from '../rest/failures.ts';
import type { AnswerableInteraction } from './types.ts';

/**
 * How an interaction was acknowledged, which fixes how it can be answered. `deferUpdate`: the private message it came from
 * changes. `deferReply`: a private message of its own. `followUp`: nothing changes where it came from; an answer stands below.
 */
export type Acknowledged = 'deferUpdate' | 'deferReply' | 'followUp';

/** Discord wants a form as the very first response; everything else is acknowledged before anything is awaited. */
export const opensForm = (route: Route | undefined): boolean => route?.kind === 'query' && route.ack === 'form';

/** Discord's word for a second acknowledgement of the same interaction. */
const alreadyAcknowledged = 40060;

/**
 * Acknowledges, so that the answer may take its time. Null when Discord does not take it any more (10062: it waited
 * longer than three seconds, and the person was told that it failed): then nothing may happen. The same event delivered
 * again (40060) is acknowledged already; the core knows it by its id and answers with what there is now.
 */
export async function acknowledge(
  interaction: AnswerableInteraction,
  route: Route | undefined,
  log: Log,
): Promise<Acknowledged | null> {
  const from = 'message' in interaction ? interaction.message : null;
  const isPrivate = from?.flags.has(MessageFlags.Ephemeral) ?? false;
  const silent = route?.kind === 'command' && route.ack === 'silent';
  const update = from !== null && (isPrivate || silent) && 'deferUpdate' in interaction;
  try {
    if (update) await interaction.deferUpdate();
    else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  } catch (error) {
    const again = error instanceof DiscordAPIError && error.code === alreadyAcknowledged;
    log[again ? 'info' : 'warn']('discord.acknowledgement_failed', { code: failureCode(error) });
    if (!again) return null;
  }
  if (!update) return 'deferReply';
  return isPrivate && !silent ? 'deferUpdate' : 'followUp';
}
