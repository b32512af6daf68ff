import { ComponentType, DiscordAPIError, InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import { type Components, type Rendered, withoutPictures } from '../components/render.ts';
import type { Acknowledged } from './acknowledge.ts';
import type { AnswerableInteraction } from './types.ts';

/**
 * What goes back to the person alone. Straight through discord.js's REST client: the bodies are exactly these, where its
 * helpers add properties that these calls do not have. Discord marks everything that answers an interaction with the
 * name of the person, so nothing here is ever public.
 */
const privately = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

const nobody = { parse: [] };

/** As the first response. */
export async function respondEphemeral(interaction: AnswerableInteraction, components: Components): Promise<void> {
  const data = { components, flags: privately, allowed_mentions: nobody };
  await interaction.client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
    body: { type: InteractionResponseType.ChannelMessageWithSource, data },
    auth: false,
  });
}

/** What goes into the bodies of both calls below; with pictures, discord.js sends it as multipart. */
type Message = Pick<Rendered, 'components' | 'pictures'>;

const attachments = ({ pictures }: Message) => pictures.map(({ name }, id) => ({ id: String(id), filename: name }));

/**
 * Fills in a deferred answer, or changes the card that the button is on. As private as it was acknowledged. `attachments`
 * is always there: without it Discord keeps the pictures of the card before (API reference, edit webhook message).
 */
async function editReply(interaction: AnswerableInteraction, message: Message): Promise<void> {
  await interaction.client.rest.patch(Routes.webhookMessage(interaction.applicationId, interaction.token), {
    body: {
      components: message.components,
      attachments: attachments(message),
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: nobody,
    },
    files: [...message.pictures],
    auth: false,
  });
}

/** One more message below. */
async function followUp(interaction: AnswerableInteraction, message: Message): Promise<void> {
  await interaction.client.rest.post(Routes.webhook(interaction.applicationId, interaction.token), {
    body: {
      components: message.components,
      attachments: attachments(message),
      flags: privately,
      allowed_mentions: nobody,
    },
    files: [...message.pictures],
    auth: false,
  });
}

/** Takes the private answer, or the card that the button is on, away. */
export async function deleteReply(interaction: AnswerableInteraction): Promise<void> {
  await interaction.client.rest.delete(Routes.webhookMessage(interaction.applicationId, interaction.token), {
    auth: false,
  });
}

/** Puts a message where the acknowledgement left room for it, and long texts to copy below it. */
export async function respond(
  interaction: AnswerableInteraction,
  how: Acknowledged,
  rendered: Rendered,
): Promise<void> {
  const show = (message: Message) =>
    how === 'followUp' ? followUp(interaction, message) : editReply(interaction, message);
  try {
    await show(rendered);
  } catch (error) {
    // A refused picture is no reason to show nothing; Discord took no part of the message.
    if (rendered.pictures.length === 0 || !(error instanceof DiscordAPIError)) throw error;
    await show(withoutPictures(rendered));
  }
  for (const content of rendered.overflow)
    await followUp(interaction, { components: [{ type: ComponentType.TextDisplay, content }], pictures: [] });
}
