import type { ModalSubmitInteraction } from 'discord.js';
import type { CustomId } from '../components/custom-id.ts';
import { sentence } from '../components/render.ts';
import type { DiscordContext } from '../context.ts';
import { nextCard } from '../forms/form-cards.ts';
import type { KeptForm } from '../forms/kept-forms.ts';
import { renderKeptPage } from '../forms/modal.ts';
import { acknowledge } from './acknowledge.ts';
import { handleCommand } from './handle-command.ts';
import { chosenValue, fieldValues } from './input.ts';
import { respond, respondEphemeral } from './respond.ts';
import { type AnswerableInteraction, type ComponentInteraction, commandRequest } from './types.ts';

/** A button that opens a page of a form that is kept. */
export async function openPage(
  interaction: ComponentInteraction,
  id: CustomId,
  discord: DiscordContext,
): Promise<void> {
  const { locale, user } = interaction;
  const kept = discord.keptForms.find(id.to, user.id);
  if (kept === null) return respondGone(interaction);
  const people = await discord.members.peopleIn(kept.form, locale);
  await interaction.showModal(renderKeptPage(kept, pageOf(id), { locale, people }));
}

/** A button that sends a kept form as it is. */
export async function submitForm(
  interaction: ComponentInteraction,
  id: CustomId,
  discord: DiscordContext,
): Promise<void> {
  const kept = discord.keptForms.find(id.to, interaction.user.id);
  return kept === null ? respondGone(interaction) : submit(interaction, kept, null, discord);
}

/** One page of a form came in: the next one follows, or all of it goes to the core. */
export async function submitPage(
  interaction: ModalSubmitInteraction,
  id: CustomId,
  discord: DiscordContext,
): Promise<void> {
  const kept = discord.keptForms.find(id.to, interaction.user.id);
  if (kept === null) return respondGone(interaction);
  const page = pageOf(id);
  if (kept.todo.every((n) => n === page)) return submit(interaction, kept, page, discord);
  const values = () => fieldValues(interaction, kept.community.guild, discord.members);
  await fillAndShow(interaction, kept, page, values, discord);
}

/** A field on the card between pages was set: it is kept, and the card shows what can be done now. */
export async function setField(
  interaction: ComponentInteraction,
  id: CustomId,
  discord: DiscordContext,
): Promise<void> {
  const kept = discord.keptForms.find(id.to, interaction.user.id);
  if (kept === null) return respondGone(interaction);
  const { f: name = '', v: value } = id.with;
  const values = async () => ({
    [name]: value ?? (await chosenValue(interaction, kept.community.guild, discord.members)),
  });
  await fillAndShow(interaction, kept, null, values, discord);
}

/** Takes in what was typed on one page, or chosen beside it (`page` null), and shows the card for what is left. */
async function fillAndShow(
  interaction: ModalSubmitInteraction | ComponentInteraction,
  kept: KeptForm,
  page: number | null,
  values: () => Promise<Readonly<Record<string, string>>>,
  { keptForms, members, log }: DiscordContext,
): Promise<void> {
  const acknowledged = await acknowledge(interaction, undefined, log);
  if (acknowledged === null) return;
  const { locale } = interaction;
  const filled = keptForms.fill(kept, page, await values());
  const reader = { locale, people: await members.peopleIn(filled.form, locale) };
  const done = page ?? Math.max(0, (filled.todo[0] ?? 1) - 1);
  await respond(interaction, acknowledged, nextCard({ kept: filled, reader, scope: kept.community.carried }, done));
}

/** Sends the whole form. It is forgotten once it is dealt with; while something is wrong with it, the new one is kept. */
async function submit(
  interaction: ModalSubmitInteraction | ComponentInteraction,
  form: KeptForm,
  page: number | null,
  discord: DiscordContext,
): Promise<void> {
  const { do: command, with: values } = form.form;
  const request = commandRequest(command, { values, scope: form.community.scope, kept: { form, page } });
  if (await handleCommand(interaction, request, discord)) discord.keptForms.drop(form.id);
}

const pageOf = (id: CustomId): number => Number(id.with.n ?? 0);

const respondGone = (interaction: AnswerableInteraction): Promise<void> =>
  respondEphemeral(interaction, sentence({ key: 'discord.formGone' }, interaction.locale).components);
