import type { ModalSubmitInteraction } from 'discord.js';
import type { KeptPage } from '../components/custom-id.ts';
import type { DiscordContext } from '../context.ts';
import { lostCard, nextCard } from '../forms/form-cards.ts';
import { pagesOf } from '../forms/pages.ts';
import { acknowledge } from './acknowledge.ts';
import { drawAnswer } from './answer.ts';
import { handleCommand } from './handle-command.ts';
import { communityOf, incomingOf } from './incoming.ts';
import { fieldValues } from './input.ts';
import { respond } from './respond.ts';
import type { CommandRequest } from './types.ts';

/**
 * A page of a form that is kept no more, as after a restart. What it holds is taken in; the pages before it are gone with the
 * memory they were in, so they are asked for again, by name, before anything of the form is sent: without them it would be
 * saved half empty. A form of one page is sent.
 */
export async function fillLonePage(
  interaction: ModalSubmitInteraction,
  { n }: KeptPage,
  request: CommandRequest,
  discord: DiscordContext,
): Promise<void> {
  const { core, keptForms, members, routes, log } = discord;
  const acknowledged = await acknowledge(interaction, routes.get(request.command), log);
  if (acknowledged === null) return;
  const community = await communityOf(interaction, request.scope ?? null, discord);
  if (community === null) return void (await handleCommand(interaction, request, discord, acknowledged));
  const incoming = await incomingOf(interaction, request, community, discord, false);
  if (incoming === null) return void (await handleCommand(interaction, request, discord, acknowledged));
  const answer = await core.handle({ ...incoming, part: true });
  if (answer.is !== 'again')
    return respond(interaction, acknowledged, await drawAnswer(interaction, answer, community, {}, discord));
  const { form } = answer;
  const locale = answer.locale ?? interaction.locale;
  const pages = pagesOf(form, locale);
  if (pages.length === 1) return void (await handleCommand(interaction, request, discord, acknowledged));
  const whole = keptForms.keep({ owner: interaction.user.id, community, locale, form, pages });
  const kept = keptForms.fill(whole, n, await fieldValues(interaction, community.guild, members));
  const card = { kept, reader: { locale, people: await members.peopleIn(form, locale) }, scope: community.carried };
  await respond(interaction, acknowledged, n === 0 ? nextCard(card, n) : lostCard(card, n));
}
