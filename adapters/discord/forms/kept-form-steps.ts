import type { ModalSubmitInteraction } from 'discord.js';
import type { CustomId } from '../components/custom-id.ts';
import { sentence } from '../components/render.ts';
import type { Parts } from '../context.ts';
import { acknowledge } from '../interactions/acknowledge.ts';
import { openPage, put, readerFor, scopeIn } from '../interactions/answer.ts';
import { carryOut } from '../interactions/handle-command.ts';
import type { AnswerableInteraction, ComponentInteraction, ModalOpener } from '../interactions/incoming.ts';
import { chosenValue, fieldValues } from '../interactions/input.ts';
import { reply } from '../interactions/respond.ts';
import { nextCard } from './form-cards.ts';
import { type KeptForm, valuesOf } from './kept-forms.ts';

/** A button that opens a page of a form that is kept. */
export async function openKept(interaction: ModalOpener, said: CustomId, parts: Parts): Promise<void> {
  const kept = parts.forms.find(said.to, interaction.user.id);
  if (kept === null) return gone(interaction);
  await openPage(interaction, kept, pageOf(said), await readerFor(interaction, kept.form, parts));
}

/** A button that sends a kept form as it is. */
export async function sendKept(interaction: ModalOpener, said: CustomId, parts: Parts): Promise<void> {
  const kept = parts.forms.find(said.to, interaction.user.id);
  if (kept === null) return gone(interaction);
  await send(interaction, kept, parts);
}

/** One page of a form came in: the next one follows, or all of it goes to the core. */
export async function takePage(interaction: ModalSubmitInteraction, said: CustomId, parts: Parts): Promise<void> {
  const kept = parts.forms.find(said.to, interaction.user.id);
  if (kept === null) return gone(interaction);
  const page = pageOf(said);
  if (kept.todo.some((n) => n !== page)) {
    const how = await acknowledge(interaction, undefined, parts.log);
    if (how === null) return;
    const filled = parts.forms.fill(kept, page, await fieldValues(interaction, kept.where.guild, parts));
    const reader = await readerFor(interaction, filled.form, parts);
    await put(
      interaction,
      how,
      nextCard({ kept: filled, reader, scope: scopeIn(interaction, kept.where.scope) }, page),
    );
    return;
  }
  await send(interaction, kept, parts, async () =>
    parts.forms.fill(kept, page, await fieldValues(interaction, kept.where.guild, parts)),
  );
}

/** A field on the card between pages was set: it is kept, and the card shows what can be done now. */
export async function setField(interaction: ComponentInteraction, said: CustomId, parts: Parts): Promise<void> {
  const kept = parts.forms.find(said.to, interaction.user.id);
  if (kept === null) return gone(interaction);
  const how = await acknowledge(interaction, undefined, parts.log);
  if (how === null) return;
  const value = said.with.v ?? (await chosenValue(interaction, kept.where.guild, parts));
  const filled = parts.forms.fill(kept, null, { [said.with.f ?? '']: value });
  const reader = await readerFor(interaction, filled.form, parts);
  const before = Math.max(0, (filled.todo[0] ?? 1) - 1);
  await put(
    interaction,
    how,
    nextCard({ kept: filled, reader, scope: scopeIn(interaction, kept.where.scope) }, before),
  );
}

/** Sends the whole form. It is forgotten once it is dealt with; while something is wrong with it, the new one is kept. */
async function send(
  interaction: AnswerableInteraction,
  kept: KeptForm,
  parts: Parts,
  filled = async () => kept,
): Promise<void> {
  const request = {
    command: kept.form.do,
    input: async () => ({ ...valuesOf((await filled()).form), ...kept.form.with }),
  };
  const answer = await carryOut(interaction, request, kept.where.scope, parts);
  if (answer !== null) parts.forms.drop(kept.id);
}

const pageOf = (said: CustomId): number => Number(said.with.n ?? 0);

const gone = (interaction: AnswerableInteraction): Promise<void> =>
  reply(interaction, sentence({ key: 'discord.formGone' }, interaction.locale).components);
