import type { Interaction } from 'discord.js';
import type { DiscordContext } from '../context.ts';
import { failureCode } from '../rest/failures.ts';
import { suggestions } from './autocomplete.ts';
import { classify } from './classify.ts';
import { confirmFirst } from './confirm.ts';
import { chooseField, fillPage, openPage, submitForm } from './form-steps.ts';
import { handleCommand } from './handle-command.ts';
import { deleteReply } from './respond.ts';

/**
 * The way of an interaction. Discord's `interactionCreate` comes in here and goes on, file by file:
 *
 *     receive → classify (commands, custom-id)    what it asks for: a command, suggestions, or a step of our own
 *             → form-steps                        only for a form that is kept: which page, and what is left of it
 *             → handle-command → acknowledge      in time: deferReply, deferUpdate, or nothing where a modal may follow
 *             → incoming → input, members         where it belongs, what it says, and who did it, as an `Incoming`
 *             → core.handle
 *             → answer → forms/ or components/    the answer as a modal or as a message
 *             → respond                           editReply, followUp or showModal, to that person alone
 *
 * Takes one in to its end. Never rejects: what goes wrong is logged by its code alone.
 */
export async function receive(interaction: Interaction, discord: DiscordContext): Promise<void> {
  try {
    await takeIn(interaction, discord);
  } catch (error) {
    discord.log.warn('discord.answer_failed', { code: failureCode(error) });
  }
}

async function takeIn(received: Interaction, discord: DiscordContext): Promise<void> {
  const step = classify(received, discord.routes);
  switch (step.is) {
    case 'autocomplete':
      return step.interaction.respond(suggestions(step.interaction, discord.routes));
    case 'command':
      return void (await handleCommand(step.interaction, step.request, discord));
    case 'confirm':
      return confirmFirst(step.interaction, step.id);
    case 'close':
      await step.interaction.deferUpdate();
      return deleteReply(step.interaction);
    case 'openPage':
      return openPage(step.interaction, step.id, discord);
    case 'submitForm':
      return submitForm(step.interaction, step.id, discord);
    case 'chooseField':
      return chooseField(step.interaction, step.id, discord);
    case 'fillPage':
      return fillPage(step.interaction, step, discord);
    case 'other':
      return;
  }
}
