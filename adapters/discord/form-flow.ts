import type { ModalSubmitInteraction } from 'discord.js';
import { acknowledge } from './ack.ts';
import { openPage, put, readerFor, scopeIn } from './answer.ts';
import { carryOut } from './carry-out.ts';
import type { Token } from './custom-id.ts';
import { nextCard } from './form-cards.ts';
import { type KeptForm, valuesOf } from './forms.ts';
import type { Chooser, Deed, Opener } from './incoming.ts';
import type { Parts } from './parts.ts';
import { sentence } from './render.ts';
import { reply } from './respond.ts';
import { chosenValue, fieldValues } from './values.ts';

/** A button that opens a page of a form that is kept. */
export async function openKept(deed: Opener, said: Token, parts: Parts): Promise<void> {
  const kept = parts.forms.find(said.to, deed.user.id);
  if (kept === null) return gone(deed);
  await openPage(deed, kept, pageOf(said), await readerFor(kept.where, kept.form, parts));
}

/** A button that sends a kept form as it is. */
export async function sendKept(deed: Opener, said: Token, parts: Parts): Promise<void> {
  const kept = parts.forms.find(said.to, deed.user.id);
  if (kept === null) return gone(deed);
  await send(deed, kept, parts);
}

/** One page of a form came in: the next one follows, or all of it goes to the core. */
export async function takePage(deed: ModalSubmitInteraction, said: Token, parts: Parts): Promise<void> {
  const kept = parts.forms.find(said.to, deed.user.id);
  if (kept === null) return gone(deed);
  const page = pageOf(said);
  if (kept.todo.some((n) => n !== page)) {
    const how = await acknowledge(deed, undefined, parts.log);
    if (how === null) return;
    const filled = parts.forms.fill(kept, page, await fieldValues(deed, kept.where.guild, parts));
    const reader = await readerFor(filled.where, filled.form, parts);
    await put(deed, how, nextCard({ kept: filled, reader, scope: scopeIn(deed, kept.where.scope) }, page));
    return;
  }
  await send(deed, kept, parts, async () =>
    parts.forms.fill(kept, page, await fieldValues(deed, kept.where.guild, parts)),
  );
}

/** A field on the card between pages was set: it is kept, and the card shows what can be done now. */
export async function setField(deed: Chooser, said: Token, parts: Parts): Promise<void> {
  const kept = parts.forms.find(said.to, deed.user.id);
  if (kept === null) return gone(deed);
  const how = await acknowledge(deed, undefined, parts.log);
  if (how === null) return;
  const value = said.with.v ?? (await chosenValue(deed, kept.where.guild, parts));
  const filled = parts.forms.fill(kept, null, { [said.with.f ?? '']: value });
  const reader = await readerFor(filled.where, filled.form, parts);
  const before = Math.max(0, (filled.todo[0] ?? 1) - 1);
  await put(deed, how, nextCard({ kept: filled, reader, scope: scopeIn(deed, kept.where.scope) }, before));
}

/** Sends the whole form. It is forgotten once it is dealt with; while something is wrong with it, the new one is kept. */
async function send(deed: Deed, kept: KeptForm, parts: Parts, filled = async () => kept): Promise<void> {
  const wish = {
    command: kept.form.do,
    input: async () => ({ ...valuesOf((await filled()).form), ...kept.form.with }),
  };
  const answer = await carryOut(deed, wish, kept.where.scope, parts);
  if (answer !== null) parts.forms.drop(kept.id);
}

const pageOf = (said: Token): number => Number(said.with.n ?? 0);

const gone = (deed: Deed): Promise<void> => reply(deed, sentence({ key: 'discord.formGone' }, deed.locale).components);
