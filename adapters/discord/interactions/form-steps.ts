import type { ModalSubmitInteraction } from 'discord.js';
import type { CustomId, KeptPage } from '../components/custom-id.ts';
import { sentence } from '../components/render.ts';
import type { DiscordContext } from '../context.ts';
import { nextCard } from '../forms/form-cards.ts';
import type { KeptForm } from '../forms/kept-forms.ts';
import { renderKeptPage } from '../forms/modal.ts';
import { say } from '../words/index.ts';
import { type Acknowledged, acknowledge } from './acknowledge.ts';
import { handleCommand } from './handle-command.ts';
import { chosenValue, fieldValues } from './input.ts';
import { fillLonePage } from './lone-page.ts';
import { respond, respondEphemeral } from './respond.ts';
import type { AnswerableInteraction, CommandRequest, ComponentInteraction, FormInteraction } from './types.ts';

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

/** A button that sends a kept form as it is, once what was chosen on its card just before has been taken in. */
export async function submitForm(
  interaction: ComponentInteraction,
  id: CustomId,
  discord: DiscordContext,
): Promise<void> {
  const { keptForms, routes, log } = discord;
  const user = interaction.user.id;
  const first = keptForms.find(id.to, user);
  if (first === null && !keptForms.wasSent(id.to, user)) return respondGone(interaction);
  const acknowledged = await acknowledge(interaction, routes.get(first?.form.do ?? ''), log);
  if (acknowledged === null) return;
  await keptForms.inTurn(id.to, async () => {
    const kept = keptForms.find(id.to, user);
    // A second press: the answer to the first one stands there.
    if (kept !== null) await send(interaction, kept, null, acknowledged, discord);
  });
}

/** A field on the card between pages was set. Of a form that was just sent, the answer stays where it is. */
export async function chooseField(
  interaction: ComponentInteraction,
  id: CustomId,
  discord: DiscordContext,
): Promise<void> {
  const { keptForms, members, log } = discord;
  const user = interaction.user.id;
  if (keptForms.find(id.to, user) === null && !keptForms.wasSent(id.to, user)) return respondGone(interaction);
  const acknowledged = await acknowledge(interaction, undefined, log);
  if (acknowledged === null) return;
  await keptForms.inTurn(id.to, async () => {
    const kept = keptForms.find(id.to, user);
    if (kept === null) return;
    const value = id.with.v ?? (await chosenValue(interaction, kept.community.guild, members));
    const filled = keptForms.fill(kept, null, { [id.with.f ?? '']: value });
    await showNext(interaction, filled, Math.max(0, (filled.todo[0] ?? 1) - 1), acknowledged, discord);
  });
}

/**
 * One page of a form came in. It is kept, and a card shows what can be done now; after the last page all of it goes to the
 * core. Of a form that is kept no more, what a page holds is not turned away either.
 */
export async function fillPage(
  interaction: ModalSubmitInteraction,
  { page, otherwise }: { readonly page: KeptPage; readonly otherwise: CommandRequest | null },
  discord: DiscordContext,
): Promise<void> {
  const { keptForms, members, routes, log } = discord;
  const first = keptForms.find(page.kept, interaction.user.id);
  if (first === null) {
    if (otherwise === null) return respondGone(interaction);
    return fillLonePage(interaction, page, otherwise, discord);
  }
  const acknowledged = await acknowledge(interaction, isLast(first, page) ? routes.get(first.form.do) : undefined, log);
  if (acknowledged === null) return;
  await keptForms.inTurn(page.kept, async () => {
    const kept = keptForms.find(page.kept, interaction.user.id) ?? first;
    if (isLast(kept, page)) return send(interaction, kept, page.n, acknowledged, discord);
    const filled = keptForms.fill(kept, page.n, await fieldValues(interaction, kept.community.guild, members));
    await showNext(interaction, filled, page.n, acknowledged, discord);
  });
}

const isLast = (kept: KeptForm, page: KeptPage): boolean => kept.todo.every((n) => n === page.n);

async function showNext(
  interaction: FormInteraction,
  filled: KeptForm,
  done: number,
  acknowledged: Acknowledged,
  { members }: DiscordContext,
): Promise<void> {
  const reader = { locale: filled.locale, people: await members.peopleIn(filled.form, filled.locale) };
  await respond(interaction, acknowledged, nextCard({ kept: filled, reader, scope: filled.community.carried }, done));
}

/** Sends the whole form. It is forgotten once it is taken; while something is wrong with it, the new one is kept. */
async function send(
  interaction: FormInteraction,
  form: KeptForm,
  page: number | null,
  acknowledged: Acknowledged,
  discord: DiscordContext,
): Promise<void> {
  const { do: command, with: values } = form.form;
  const request = { command, values, scope: form.community.scope, kept: { form, page } };
  const answer = await handleCommand(interaction, request, discord, acknowledged);
  // A refusal stands in a message of its own, beside the card with the form.
  if (answer !== null && answer.is !== 'refused') discord.keptForms.sent(form);
}

const respondGone = (interaction: AnswerableInteraction): Promise<void> =>
  respondEphemeral(interaction, sentence(say('discord.formGone'), interaction.locale).components);
