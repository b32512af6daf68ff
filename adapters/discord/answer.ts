import { DiscordAPIError } from 'discord.js';
import type { Answer, Card, Form, Home, Msg, Values, View } from '../../src/index.ts';
import type { Acknowledged } from './ack.ts';
import { token, written } from './custom-id.ts';
import { correctionCard, openerCard } from './form-cards.ts';
import type { KeptForm } from './forms.ts';
import type { Deed, Opener, Where } from './incoming.ts';
import { pagesOf, renderModal } from './modal.ts';
import type { Parts } from './parts.ts';
import { noPictures, picturesOf } from './pictures.ts';
import { type Rendered, render, withoutPictures } from './render.ts';
import { below, change } from './respond.ts';
import type { Reader } from './text.ts';

/** In direct messages buttons must say where they belong. */
export const scopeIn = (deed: Deed, scope: string): string | null => (deed.guildId === null ? scope : null);

export async function readerFor({ locale }: Where, view: View, parts: Parts): Promise<Reader> {
  return { locale, people: await parts.people.peopleIn(view, locale) };
}

/** Shows the answer to a deed that was acknowledged. `typed` is what the form held, where one was sent. */
export async function showAnswer(
  deed: Deed,
  how: Acknowledged,
  answer: Answer,
  where: Where,
  typed: Values,
  parts: Parts,
): Promise<void> {
  if (answer.is === 'refused') return refuse(deed, how, answer.view, where, parts);
  if (answer.is === 'again') {
    const kept = keep(deed, answer.form, where, parts);
    const readingOnly = answer.form.fields.every((f) => f.error === null || f.value !== (typed[f.name] ?? ''));
    const reader = await readerFor(where, answer.form, parts);
    return put(
      deed,
      how,
      correctionCard({ kept, reader, scope: scopeIn(deed, where.scope) }, answer.note, readingOnly),
    );
  }
  if (answer.view.is === 'form') {
    const kept = keep(deed, answer.view, where, parts);
    const reader = await readerFor(where, answer.view, parts);
    return put(deed, how, openerCard({ kept, reader, scope: scopeIn(deed, where.scope) }, answer.note));
  }
  await put(deed, how, await drawn(deed, answer.view, answer.note, where, parts));
}

/** A refusal explains itself in a message of its own: the card it came from keeps what was there. */
async function refuse(deed: Deed, how: Acknowledged, view: Card, where: Where, parts: Parts): Promise<void> {
  const rendered = await drawn(deed, view, null, where, parts);
  await put(deed, how === 'card' ? how : 'quiet', rendered);
}

/** Charts become pictures here alone, in private answers in a server: what others see and direct messages have words. */
async function drawn(deed: Deed, view: Card | Home, note: Msg | null, where: Where, parts: Parts): Promise<Rendered> {
  const pictures = deed.guildId === null ? noPictures : await picturesOf(view.blocks, where.locale, parts.log);
  return render(view, await readerFor(where, view, parts), note, scopeIn(deed, where.scope), pictures);
}

/** Puts a card where the acknowledgement left room for it, and long texts to copy below it. */
export async function put(deed: Deed, how: Acknowledged, rendered: Rendered): Promise<void> {
  const show = (message: Rendered) => (how === 'quiet' ? below(deed, message) : change(deed, message));
  try {
    await show(rendered);
  } catch (error) {
    // A refused picture is no reason to show nothing; Discord took no part of the message.
    if (rendered.pictures.length === 0 || !(error instanceof DiscordAPIError)) throw error;
    await show(withoutPictures(rendered));
  }
  for (const content of rendered.overflow) await below(deed, { components: [{ type: 10, content }], pictures: [] });
}

/** Opens a form as the first response. One modal needs no memory, so that it can be sent after a restart, too. */
export async function openForm(deed: Opener, form: Form, where: Where, parts: Parts): Promise<void> {
  const reader = await readerFor(where, form, parts);
  const pages = pagesOf(form, where.locale);
  const id = written(token('form', form.do, { with: form.with, scope: scopeIn(deed, where.scope) }));
  const [only] = pages;
  if (only !== undefined && pages.length === 1 && id !== null) {
    await deed.showModal(renderModal(form, only, id, reader));
    return;
  }
  await openPage(deed, keep(deed, form, where, parts), 0, reader);
}

/** Opens one page of a form that is kept. */
export async function openPage(deed: Opener, kept: KeptForm, n: number, reader: Reader): Promise<void> {
  const page = kept.pages[n] ?? { fields: [], intro: true };
  const id = written(token('page', kept.id, { with: { n: String(n) } })) ?? kept.id;
  await deed.showModal(renderModal(kept.form, page, id, reader));
}

const keep = (deed: Deed, form: Form, where: Where, parts: Parts): KeptForm =>
  parts.forms.keep({ owner: deed.user.id, where, form }, where.locale);
