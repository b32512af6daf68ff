import type { Interaction, ModalSubmitInteraction } from 'discord.js';
import { decodeCustomId } from '../components/custom-id.ts';
import type { Parts } from '../context.ts';
import { openKept, sendKept, setField, takePage } from '../forms/kept-form-steps.ts';
import { failureCode } from '../rest/failures.ts';
import { suggestions } from './autocomplete.ts';
import { askFirst } from './confirm.ts';
import { carryOut } from './handle-command.ts';
import type { ComponentInteraction, Where } from './incoming.ts';
import { fieldValues, typedWish } from './input.ts';
import { deleteReply } from './respond.ts';

/** Takes in one interaction, to its end. Never rejects: what goes wrong is logged by its code alone. */
export async function receive(interaction: Interaction, parts: Parts): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await interaction.respond(suggestions(interaction, parts.routes));
    else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
      await carryOut(interaction, typedWish(interaction, parts.routes), null, parts);
    } else if (interaction.isButton() || interaction.isStringSelectMenu() || interaction.isUserSelectMenu())
      await control(interaction, parts);
    else if (interaction.isModalSubmit()) await submitted(interaction, parts);
  } catch (error) {
    parts.log.warn('discord.answerFailed', { code: failureCode(error) });
  }
}

/** What a control or a form of an older version sends: the core says that it is one. */
const unknown = { command: '', input: () => ({}) };

async function control(interaction: ComponentInteraction, parts: Parts): Promise<void> {
  const said = decodeCustomId(interaction.customId);
  switch (said?.is) {
    case 'do': {
      const chosen = interaction.isStringSelectMenu() ? { chosen: interaction.values.join(',') } : {};
      await carryOut(interaction, { command: said.to, input: () => ({ ...said.with, ...chosen }) }, said.scope, parts);
      return;
    }
    case 'ask':
      return askFirst(interaction, said);
    case 'close':
      await interaction.deferUpdate();
      return deleteReply(interaction);
    case 'page':
      return openKept(interaction, said, parts);
    case 'set':
      return setField(interaction, said, parts);
    case 'done':
      return sendKept(interaction, said, parts);
    default:
      await carryOut(interaction, unknown, null, parts);
  }
}

async function submitted(interaction: ModalSubmitInteraction, parts: Parts): Promise<void> {
  const said = decodeCustomId(interaction.customId);
  if (said?.is === 'page') return takePage(interaction, said, parts);
  if (said?.is !== 'form') return void (await carryOut(interaction, unknown, null, parts));
  const request = {
    command: said.to,
    input: async ({ guild }: Where) => ({ ...(await fieldValues(interaction, guild, parts)), ...said.with }),
  };
  await carryOut(interaction, request, said.scope, parts);
}
