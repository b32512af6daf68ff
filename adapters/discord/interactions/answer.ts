import { DiscordAPIError } from 'discord.js';
import type { Answer, Card, Form, Home, Msg, Values, View } from '../../../src/index.ts';
import { customId, encodeCustomId } from '../components/custom-id.ts';
import { noPictures, picturesOf } from '../components/media-gallery.ts';
import { type Rendered, render, withoutPictures } from '../components/render.ts';
import type { Reader } from '../components/text.ts';
import type { Parts } from '../context.ts';
import { correctionCard, openerCard } from '../forms/form-cards.ts';
import type { KeptForm } from '../forms/kept-forms.ts';
import { pagesOf, renderModal } from '../forms/modal.ts';
import type { Acknowledged } from './acknowledge.ts';
import type { AnswerableInteraction, ModalOpener, Where } from './incoming.ts';
import { below, change } from './respond.ts';

/** In direct messages buttons must say where they belong. */
export const scopeIn = (interaction: AnswerableInteraction, scope: string): string | null =>
  interaction.guildId === null ? scope : null;

export async function readerFor(interaction: AnswerableInteraction, view: View, parts: Parts): Promise<Reader> {
  return { locale: interaction.locale, people: await parts.people.peopleIn(view, interaction.locale) };
}

/** Shows the answer to a interaction that was acknowledged. `typed` is what the form held, where one was sent. */
export async function showAnswer(
  interaction: AnswerableInteraction,
  how: Acknowledged,
  answer: Answer,
  where: Where,
  typed: Values,
  parts: Parts,
): Promise<void> {
  if (answer.is === 'refused') return refuse(interaction, how, answer.view, where, parts);
  if (answer.is === 'again') {
    const kept = keep(interaction, answer.form, where, parts);
    const readingOnly = answer.form.fields.every((f) => f.error === null || f.value !== (typed[f.name] ?? ''));
    const reader = await readerFor(interaction, answer.form, parts);
    return put(
      interaction,
      how,
      correctionCard({ kept, reader, scope: scopeIn(interaction, where.scope) }, answer.note, readingOnly),
    );
  }
  if (answer.view.is === 'form') {
    const kept = keep(interaction, answer.view, where, parts);
    const reader = await readerFor(interaction, answer.view, parts);
    return put(interaction, how, openerCard({ kept, reader, scope: scopeIn(interaction, where.scope) }, answer.note));
  }
  await put(interaction, how, await drawn(interaction, answer.view, answer.note, where, parts));
}

/** A refusal explains itself in a message of its own: the card it came from keeps what was there. */
async function refuse(
  interaction: AnswerableInteraction,
  how: Acknowledged,
  view: Card,
  where: Where,
  parts: Parts,
): Promise<void> {
  const rendered = await drawn(interaction, view, null, where, parts);
  await put(interaction, how === 'card' ? how : 'quiet', rendered);
}

/** Charts become pictures here alone, in private answers in a server: what others see and direct messages have words. */
async function drawn(
  interaction: AnswerableInteraction,
  view: Card | Home,
  note: Msg | null,
  where: Where,
  parts: Parts,
): Promise<Rendered> {
  const pictures =
    interaction.guildId === null ? noPictures : await picturesOf(view.blocks, interaction.locale, parts.log);
  return render(view, await readerFor(interaction, view, parts), note, scopeIn(interaction, where.scope), pictures);
}

/** Puts a card where the acknowledgement left room for it, and long texts to copy below it. */
export async function put(interaction: AnswerableInteraction, how: Acknowledged, rendered: Rendered): Promise<void> {
  const show = (message: Rendered) => (how === 'quiet' ? below(interaction, message) : change(interaction, message));
  try {
    await show(rendered);
  } catch (error) {
    // A refused picture is no reason to show nothing; Discord took no part of the message.
    if (rendered.pictures.length === 0 || !(error instanceof DiscordAPIError)) throw error;
    await show(withoutPictures(rendered));
  }
  for (const content of rendered.overflow)
    await below(interaction, { components: [{ type: 10, content }], pictures: [] });
}

/** Opens a form as the first response. One modal needs no memory, so that it can be sent after a restart, too. */
export async function openForm(interaction: ModalOpener, form: Form, where: Where, parts: Parts): Promise<void> {
  const reader = await readerFor(interaction, form, parts);
  const pages = pagesOf(form, interaction.locale);
  const id = encodeCustomId(customId('form', form.do, { with: form.with, scope: scopeIn(interaction, where.scope) }));
  const [only] = pages;
  if (only !== undefined && pages.length === 1 && id !== null) {
    await interaction.showModal(renderModal(form, only, id, reader));
    return;
  }
  await openPage(interaction, keep(interaction, form, where, parts), 0, reader);
}

/** Opens one page of a form that is kept. */
export async function openPage(interaction: ModalOpener, kept: KeptForm, n: number, reader: Reader): Promise<void> {
  const page = kept.pages[n] ?? { fields: [], intro: true };
  const id = encodeCustomId(customId('page', kept.id, { with: { n: String(n) } })) ?? kept.id;
  await interaction.showModal(renderModal(kept.form, page, id, reader));
}

const keep = (interaction: AnswerableInteraction, form: Form, where: Where, parts: Parts): KeptForm =>
  parts.forms.keep({ owner: interaction.user.id, where, form }, interaction.locale);
