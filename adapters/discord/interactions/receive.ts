import type { Interaction, ModalSubmitInteraction } from 'discord.js';
import { read } from '../components/custom-id.ts';
import type { Parts } from '../context.ts';
import { openKept, sendKept, setField, takePage } from '../forms/kept-form-steps.ts';
import { failureCode } from '../rest/failures.ts';
import { suggestions } from './autocomplete.ts';
import { askFirst } from './confirm.ts';
import { carryOut } from './handle-command.ts';
import type { Chooser, Where } from './incoming.ts';
import { fieldValues, typedWish } from './input.ts';
import { takeAway } from './respond.ts';

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

async function control(deed: Chooser, parts: Parts): Promise<void> {
  const said = read(deed.customId);
  switch (said?.is) {
    case 'do': {
      const chosen = deed.isStringSelectMenu() ? { chosen: deed.values.join(',') } : {};
      await carryOut(deed, { command: said.to, input: () => ({ ...said.with, ...chosen }) }, said.scope, parts);
      return;
    }
    case 'ask':
      return askFirst(deed, said);
    case 'close':
      await deed.deferUpdate();
      return takeAway(deed);
    case 'page':
      return openKept(deed, said, parts);
    case 'set':
      return setField(deed, said, parts);
    case 'done':
      return sendKept(deed, said, parts);
    default:
      await carryOut(deed, unknown, null, parts);
  }
}

async function submitted(deed: ModalSubmitInteraction, parts: Parts): Promise<void> {
  const said = read(deed.customId);
  if (said?.is === 'page') return takePage(deed, said, parts);
  if (said?.is !== 'form') return void (await carryOut(deed, unknown, null, parts));
  const wish = {
    command: said.to,
    input: async ({ guild }: Where) => ({ ...(await fieldValues(deed, guild, parts)), ...said.with }),
  };
  await carryOut(deed, wish, said.scope, parts);
}
