import type { CustomId } from '../components/custom-id.ts';
import { sentence } from '../components/render.ts';
import type { DiscordContext } from '../context.ts';
import { nextCard } from '../forms/form-cards.ts';
import type { KeptForm } from '../forms/kept-forms.ts';
import { renderKeptPage } from '../forms/modal.ts';
import { say } from '../words/index.ts';
import { acknowledge } from './acknowledge.ts';
import { handleCommand } from './handle-command.ts';
import { chosenValue, fieldValues } from './input.ts';
import { respond, respondEphemeral } from './respond.ts';
import type { AnswerableInteraction, ComponentInteraction, FormInteraction } from './types.ts';

/** A button that opens a page of a form that is kept. */
export async function openPage(
  interaction: ComponentInteraction,
  id: CustomId,
  discord: DiscordContext,
): Promise<void> {
  const kept = discord.keptForms.find(id.to, interaction.user.id);
  if (kept === null) return respondGone(interaction);
  const { locale } = kept;
  const people = await discord.members.peopleIn(kept.form, locale);
  await interaction.showModal(renderKeptPage(kept, Number(id.with.n ?? 0), { locale, people }));
}

/** A button that sends a kept form as it is. */
export async function submitForm(
  interaction: ComponentInteraction,
  id: CustomId,
  discord: DiscordContext,
): Promise<void> {
  const kept = discord.keptForms.find(id.to, interaction.user.id);
  if (kept === null) return respondGone(interaction);
  await submit(interaction, kept, null, discord);
}

/**
 * One page of a form came in, or a field on the card between pages was set. It is kept, and a card shows what can be done
 * now; after the last page all of it goes to the core.
 */
export async function fillForm(interaction: FormInteraction, id: CustomId, discord: DiscordContext): Promise<void> {
  const { keptForms, members, log } = discord;
  const kept = keptForms.find(id.to, interaction.user.id);
  if (kept === null) return respondGone(interaction);
  const page = interaction.isModalSubmit() ? Number(id.with.n ?? 0) : null;
  if (page !== null && kept.todo.every((n) => n === page)) return submit(interaction, kept, page, discord);

  const acknowledged = await acknowledge(interaction, undefined, log);
  if (acknowledged === null) return;
  const { guild, carried } = kept.community;
  const values = interaction.isModalSubmit()
    ? await fieldValues(interaction, guild, members)
    : { [id.with.f ?? '']: id.with.v ?? (await chosenValue(interaction, guild, members)) };
  const filled = keptForms.fill(kept, page, values);
  const reader = { locale: kept.locale, people: await members.peopleIn(filled.form, kept.locale) };
  const done = page ?? Math.max(0, (filled.todo[0] ?? 1) - 1);
  await respond(interaction, acknowledged, nextCard({ kept: filled, reader, scope: carried }, done));
}

/** Sends the whole form. It is forgotten once it is dealt with; while something is wrong with it, the new one is kept. */
async function submit(
  interaction: FormInteraction,
  form: KeptForm,
  page: number | null,
  discord: DiscordContext,
): Promise<void> {
  const { do: command, with: values } = form.form;
  const request = { command, values, scope: form.community.scope, kept: { form, page } };
  if (await handleCommand(interaction, request, discord)) discord.keptForms.drop(form.id);
}

const respondGone = (interaction: AnswerableInteraction): Promise<void> =>
  respondEphemeral(interaction, sentence(say('discord.formGone'), interaction.locale).components);
