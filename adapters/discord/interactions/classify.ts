import type { AutocompleteInteraction, Interaction, ModalSubmitInteraction } from 'discord.js';
import type { Route } from '../../../src/index.ts';
import { type CustomId, decodeCustomId, type KeptPage } from '../components/custom-id.ts';
import { requestOf } from './commands.ts';
import type { AnswerableInteraction, CommandRequest, ComponentInteraction } from './types.ts';

/** What an interaction asks for. */
export type Classified =
  | { readonly is: 'autocomplete'; readonly interaction: AutocompleteInteraction }
  /** Goes to the core. */
  | { readonly is: 'command'; readonly interaction: AnswerableInteraction; readonly request: CommandRequest }
  /** Steps of the adapter's own: asking first, taking a message away, and those on the way through a kept form. */
  | {
      readonly is: 'confirm' | 'close' | 'openPage' | 'chooseField' | 'submitForm';
      readonly interaction: ComponentInteraction;
      readonly id: CustomId;
    }
  /** `otherwise`: what the page asks for by itself, should the form be kept no more; null where it does not say. */
  | {
      readonly is: 'fillPage';
      readonly interaction: ModalSubmitInteraction;
      readonly page: KeptPage;
      readonly otherwise: CommandRequest | null;
    }
  /** A kind that Curbside never offers. */
  | { readonly is: 'other' };

export function classify(interaction: Interaction, routes: ReadonlyMap<string, Route>): Classified {
  if (interaction.isAutocomplete()) return { is: 'autocomplete', interaction };
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
    return { is: 'command', interaction, request: requestOf(interaction, routes) };
  if (interaction.isButton() || interaction.isStringSelectMenu() || interaction.isUserSelectMenu())
    return component(interaction);
  return interaction.isModalSubmit() ? modalSubmit(interaction) : { is: 'other' };
}

/** What a component or a form of an older version sends: the core says that it is one. */
const unknown: CommandRequest = { command: '', values: {} };

function component(interaction: ComponentInteraction): Classified {
  const id = decodeCustomId(interaction.customId);
  switch (id?.is) {
    case 'command': {
      const chosen = interaction.isStringSelectMenu() ? { chosen: interaction.values.join(',') } : {};
      const request = { command: id.to, values: { ...id.with, ...chosen }, scope: id.scope };
      return { is: 'command', interaction, request };
    }
    case 'confirm':
    case 'close':
      return { is: id.is, interaction, id };
    case 'page':
      return { is: 'openPage', interaction, id };
    case 'field':
      return { is: 'chooseField', interaction, id };
    case 'submit':
      return { is: 'submitForm', interaction, id };
    default:
      return { is: 'command', interaction, request: unknown };
  }
}

function modalSubmit(interaction: ModalSubmitInteraction): Classified {
  const id = decodeCustomId(interaction.customId);
  if (id?.is === 'page') {
    const page = { kept: id.to, n: Number(id.with.n ?? 0) };
    return { is: 'fillPage', interaction, page, otherwise: null };
  }
  if (id?.is !== 'form') return { is: 'command', interaction, request: unknown };
  const request = { command: id.to, values: id.with, scope: id.scope };
  if (id.page === null) return { is: 'command', interaction, request };
  return { is: 'fillPage', interaction, page: id.page, otherwise: request };
}
