import type { Answer } from '../../src/index.ts';
import { type Acknowledged, acknowledge, opensForm } from './ack.ts';
import { openForm, put, showAnswer } from './answer.ts';
import { type Deed, incomingOf, type Opener, type Wish, whereOf } from './incoming.ts';
import type { Parts } from './parts.ts';
import { sentence } from './render.ts';
import { takeAway } from './respond.ts';
import { withZone } from './zones.ts';

/**
 * Brings a wish to the core and its answer back. `told` is the community that a button in direct messages names.
 * Resolves with the answer, or null when there was none: not acknowledged, or from nowhere.
 */
export async function carryOut(deed: Deed, wish: Wish, told: string | null, parts: Parts): Promise<Answer | null> {
  const route = parts.routes.get(wish.command);
  if (opensForm(route) && !deed.isModalSubmit()) return openFirst(deed, wish, told, parts);
  const how = await acknowledge(deed, route, parts.log);
  if (how === null) return null;
  const asked = await ask(deed, wish, told, parts);
  if (asked === null) return nowhere(deed, how);
  const silent = route?.kind === 'command' && route.ack === 'silent' && asked.answer.is === 'view';
  if (!silent) await showAnswer(deed, how, asked.answer, asked.where, asked.input, parts);
  else if (how === 'card') await takeAway(deed);
  return asked.answer;
}

/** A form has to be the very first response; only when the answer is something else is it acknowledged first. */
async function openFirst(deed: Opener, wish: Wish, told: string | null, parts: Parts): Promise<Answer | null> {
  const asked = await ask(deed, wish, told, parts);
  if (asked?.answer.is === 'view' && asked.answer.view.is === 'form') {
    await openForm(deed, withZone(asked.answer.view, wish.zone ?? null), asked.where, parts);
    return asked.answer;
  }
  const how = await acknowledge(deed, undefined, parts.log);
  if (how === null) return null;
  if (asked === null) return nowhere(deed, how);
  await showAnswer(deed, how, asked.answer, asked.where, asked.input, parts);
  return asked.answer;
}

async function ask(deed: Deed, wish: Wish, told: string | null, parts: Parts) {
  const where = await whereOf(deed, told, parts.vault, parts.people);
  if (where === null) return null;
  // A direct message stays with its reader, who may have left the server since: then nothing in it belongs to a member.
  if (deed.guildId === null) await parts.people.isIn(where.guild, deed.user.id);
  const input = await wish.input(where);
  const answer = await parts.core.handle(await incomingOf(deed, wish.command, input, where, parts.people));
  return { answer, where: { ...where, locale: answer.locale ?? where.locale }, input };
}

/** Outside a server, and not from a button that knows one. */
async function nowhere(deed: Deed, how: Acknowledged): Promise<null> {
  await put(deed, how, sentence({ key: 'discord.serverOnly' }, deed.locale));
  return null;
}
