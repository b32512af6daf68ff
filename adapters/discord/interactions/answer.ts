import type { Answer, Form, Values } from '../../../src/index.ts';
import { customId, encodeCustomId } from '../components/custom-id.ts';
import { filesOf } from '../components/files.ts';
import { noPictures, picturesOf } from '../components/media-gallery.ts';
import { type Rendered, render } from '../components/render.ts';
import type { DiscordContext } from '../context.ts';
import { correctionCard, openerCard } from '../forms/form-cards.ts';
import { renderKeptPage, renderModal } from '../forms/modal.ts';
import { pagesOf } from '../forms/pages.ts';
import type { Community } from '../rest/refs.ts';
import type { AnswerableInteraction, ModalOpener } from './types.ts';

/** The answer to an interaction that was acknowledged, as a message. `typed` is what the form held, where one was sent. */
export async function drawAnswer(
  { guildId, locale: told, user }: AnswerableInteraction,
  answer: Answer,
  community: Community,
  typed: Values,
  { members, keptForms, documents, clock, log }: DiscordContext,
): Promise<Rendered> {
  const locale = answer.locale ?? told;
  const view = answer.is === 'again' ? answer.form : answer.view;
  const note = answer.is === 'refused' ? null : answer.note;
  const reader = { locale, people: await members.peopleIn(view, locale) };
  if (view.is !== 'form') {
    // Charts become pictures here alone, in private answers in a server: what others see and direct messages have words.
    const pictures = guildId === null ? noPictures : await picturesOf(view.blocks, locale, log);
    const files =
      guildId === null ? noPictures : await filesOf(view.blocks, reader, { documents, now: clock.now(), log });
    return render(view, reader, note, community.carried, new Map([...pictures, ...files]));
  }
  const pages = pagesOf(view, locale);
  const kept = keptForms.keep({ owner: user.id, community, locale, form: view, pages });
  const card = { kept, reader, scope: community.carried };
  if (answer.is !== 'again') return openerCard(card, note);
  const readingOnly = view.fields.every((f) => f.error === null || f.value !== (typed[f.name] ?? ''));
  return correctionCard(card, answer.note, readingOnly);
}

/** Opens a form, in the words of `locale`, as the first response. One modal needs no memory, so that it can be sent after a restart, too. */
export async function openForm(
  interaction: ModalOpener,
  form: Form,
  locale: string,
  community: Community,
  { members, keptForms }: DiscordContext,
): Promise<void> {
  const { user } = interaction;
  const reader = { locale, people: await members.peopleIn(form, locale) };
  const pages = pagesOf(form, locale);
  const [only] = pages;
  const id = encodeCustomId(customId('form', form.do, { with: form.with, scope: community.carried }));
  const modal =
    only !== undefined && pages.length === 1 && id !== null
      ? renderModal(form, only, id, reader)
      : renderKeptPage(keptForms.keep({ owner: user.id, community, locale, form, pages }), 0, reader);
  await interaction.showModal(modal);
}
