import type { Answer } from '../../../src/index.ts';
import { sentence } from '../components/render.ts';
import type { Parts } from '../context.ts';
import { type Acknowledged, acknowledge, opensForm } from './acknowledge.ts';
import { openForm, put, showAnswer } from './answer.ts';
import { type AnswerableInteraction, type CommandRequest, incomingOf, type ModalOpener, whereOf } from './incoming.ts';
import { deleteReply } from './respond.ts';
import { withZone } from './zone-option.ts';

/**
 * Brings a request to the core and its answer back. `told` is the community that a button in direct messages names.
 * Resolves with the answer, or null when there was none: not acknowledged, or from nowhere.
 */
export async function carryOut(
  interaction: AnswerableInteraction,
  request: CommandRequest,
  told: string | null,
  parts: Parts,
): Promise<Answer | null> {
  const route = parts.routes.get(request.command);
  if (opensForm(route) && !interaction.isModalSubmit()) return openFirst(interaction, request, told, parts);
  const how = await acknowledge(interaction, route, parts.log);
  if (how === null) return null;
  const asked = await ask(interaction, request, told, parts);
  if (asked === null) return nowhere(interaction, how);
  const silent = route?.kind === 'command' && route.ack === 'silent' && asked.answer.is === 'view';
  if (!silent) await showAnswer(interaction, how, asked.answer, asked.where, asked.input, parts);
  else if (how === 'card') await deleteReply(interaction);
  return asked.answer;
}

/** A form has to be the very first response; only when the answer is something else is it acknowledged first. */
async function openFirst(
  interaction: ModalOpener,
  request: CommandRequest,
  told: string | null,
  parts: Parts,
): Promise<Answer | null> {
  const asked = await ask(interaction, request, told, parts);
  if (asked?.answer.is === 'view' && asked.answer.view.is === 'form') {
    await openForm(interaction, withZone(asked.answer.view, request.zone ?? null), asked.where, parts);
    return asked.answer;
  }
  const how = await acknowledge(interaction, undefined, parts.log);
  if (how === null) return null;
  if (asked === null) return nowhere(interaction, how);
  await showAnswer(interaction, how, asked.answer, asked.where, asked.input, parts);
  return asked.answer;
}

async function ask(interaction: AnswerableInteraction, request: CommandRequest, told: string | null, parts: Parts) {
  const where = await whereOf(interaction, told, parts.vault, parts.people);
  if (where === null) return null;
  // A direct message stays with its reader, who may have left the server since: then nothing in it belongs to a member.
  if (interaction.guildId === null) await parts.people.isIn(where.guild, interaction.user.id);
  const input = await request.input(where);
  const answer = await parts.core.handle(await incomingOf(interaction, request.command, input, where, parts.people));
  return { answer, where, input };
}

/** Outside a server, and not from a button that knows one. */
async function nowhere(interaction: AnswerableInteraction, how: Acknowledged): Promise<null> {
  await put(interaction, how, sentence({ key: 'discord.serverOnly' }, interaction.locale));
  return null;
}
