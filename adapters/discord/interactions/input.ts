import { ComponentType, type ModalData, type ModalSubmitInteraction } from 'discord.js';
import type { Values } from '../../../src/index.ts';
import type { DiscordContext } from '../context.ts';
import { valuesOf } from '../forms/kept-forms.ts';
import type { Members } from '../rest/members.ts';
import type { AnswerableInteraction, CommandRequest, ComponentInteraction } from './types.ts';

/** All that goes to the core with a command: fields of the modal, of the form that was kept, and what the request carries. */
export async function readInput(
  interaction: AnswerableInteraction,
  { command, kept, values }: CommandRequest,
  guild: string,
  { members, keptForms }: DiscordContext,
): Promise<Values> {
  const typed = interaction.isModalSubmit() && command !== '' ? await fieldValues(interaction, guild, members) : {};
  if (kept === undefined) return { ...typed, ...values };
  const { form } = kept.page === null ? kept.form : keptForms.fill(kept.form, kept.page, typed);
  return { ...valuesOf(form), ...values };
}

/** The fields of a modal as text, one value each: options joined by commas, people by reference, `yes` or `no`. */
export async function fieldValues(
  interaction: ModalSubmitInteraction,
  guild: string,
  members: Members,
): Promise<Values> {
  const out: Record<string, string> = {};
  for (const field of fieldsOf(interaction)) out[field.customId] = await fieldValue(field, guild, members);
  return out;
}

/** What was chosen in a select: options joined by commas, people by reference. */
export async function chosenValue(interaction: ComponentInteraction, guild: string, members: Members): Promise<string> {
  if (interaction.isStringSelectMenu()) return interaction.values.join(',');
  if (!interaction.isUserSelectMenu()) return '';
  const humans = interaction.values.filter((id) => !interaction.users.get(id)?.bot);
  return (await Promise.all(humans.map((id) => members.refFor(guild, id)))).join(',');
}

function fieldsOf(interaction: ModalSubmitInteraction): ModalData[] {
  return interaction.components.flatMap((part): readonly ModalData[] =>
    'component' in part ? [part.component] : 'components' in part ? part.components : [],
  );
}

async function fieldValue(field: ModalData, guild: string, members: Members): Promise<string> {
  switch (field.type) {
    case ComponentType.UserSelect: {
      const humans = field.values.filter((id) => !field.users?.get(id)?.bot);
      return (await Promise.all(humans.map((id) => members.refFor(guild, id)))).join(',');
    }
    case ComponentType.Checkbox:
      return field.value ? 'yes' : 'no';
    case ComponentType.TextInput:
    case ComponentType.RadioGroup:
      return field.value ?? '';
    default:
      return 'values' in field ? field.values.join(',') : '';
  }
}
