import type { Answer } from '../../../src/index.ts';
import { entriesInFiles } from '../../documents/index.ts';
import { soon } from '../../node/soon.ts';
import { type Rendered, sentence } from '../components/render.ts';
import type { DiscordContext } from '../context.ts';
import { failureCode } from '../rest/failures.ts';
import { say } from '../words/index.ts';
import { type Acknowledged, acknowledge, opensForm } from './acknowledge.ts';
import { drawAnswer, openForm } from './answer.ts';
import { communityOf, incomingOf } from './incoming.ts';
import { deleteReply, respond } from './respond.ts';
import type { AnswerableInteraction, CommandRequest } from './types.ts';
import { withZone } from './zone-option.ts';

/**
 * Brings a command to the core and its answer back; null when the core was not asked. A form has to be the very first response: such a command is
 * acknowledged only when the answer turns out to be something else; every other one before anything is awaited. `done`: how it was
 * acknowledged already.
 */
export async function handleCommand(
  interaction: AnswerableInteraction,
  request: CommandRequest,
  discord: DiscordContext,
  done: Acknowledged | null = null,
): Promise<Answer | null> {
  const route = discord.routes.get(request.command);
  const formFirst = done === null && opensForm(route) && !interaction.isModalSubmit();
  const early = formFirst ? null : (done ?? (await acknowledge(interaction, route, discord.log)));
  if (!formFirst && early === null) return null;

  const community = await communityOf(interaction, request.scope ?? null, discord);
  const incoming = community === null ? null : await incomingOf(interaction, request, community, discord, formFirst);
  const answer = incoming === null ? null : await discord.core.handle(incoming);
  if (formFirst && community !== null && answer?.is === 'view' && answer.view.is === 'form') {
    const form = withZone(answer.view, request.zone ?? null);
    await openForm(interaction, form, answer.locale ?? interaction.locale, community, discord);
    return answer;
  }

  const acknowledged = early ?? (await acknowledge(interaction, undefined, discord.log));
  if (acknowledged === null) return null;
  if (community === null || incoming === null || answer === null) {
    // Outside a server, and not from a button that knows one.
    await respond(interaction, acknowledged, sentence(say('discord.serverOnly'), interaction.locale));
    return null;
  }
  const silent = route?.kind === 'command' && route.ack === 'silent' && answer.is === 'view';
  if (!silent) {
    const drawn = drawAnswer(interaction, answer, community, incoming.input, discord);
    await saysItPrepares(interaction, acknowledged, answer, drawn, discord);
    const message = await drawn;
    // A refusal explains itself in a message of its own: the one it came from keeps what was there.
    const below = answer.is === 'refused' && acknowledged === 'deferUpdate';
    await respond(interaction, below ? 'followUp' : acknowledged, message);
  } else if (acknowledged === 'deferReply') await deleteReply(interaction);
  return answer;
}

/**
 * Where a file takes its time, the answer's place says how much is in it until the answer stands there. The file does not
 * depend on the line: it goes out whether or not Discord takes that.
 */
async function saysItPrepares(
  interaction: AnswerableInteraction,
  acknowledged: Acknowledged,
  answer: Answer,
  drawn: Promise<Rendered>,
  { quietForMs, log }: DiscordContext,
): Promise<void> {
  const entries = answer.is === 'view' && answer.view.is === 'card' ? entriesInFiles(answer.view.blocks) : null;
  if (entries === null || acknowledged === 'followUp' || (await soon(drawn, quietForMs)) !== null) return;
  const line = { key: 'file.preparing', with: { n: entries } } as const;
  try {
    await respond(interaction, acknowledged, sentence(line, answer.locale ?? interaction.locale));
  } catch (error) {
    log.warn('discord.progress_failed', { code: failureCode(error) });
  }
}
