import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import type { Components, Rendered } from '../components/render.ts';
import type { AnswerableInteraction } from './incoming.ts';

/**
 * What goes back to the person alone. Straight through discord.js's REST client: the bodies are exactly these, where its
 * helpers add properties that these calls do not have. Discord marks everything that answers an interaction with the
 * name of the person, so nothing here is ever public.
 */
const privately = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

const nobody = { parse: [] };

/** As the first response. */
export async function reply(interaction: AnswerableInteraction, components: Components): Promise<void> {
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
export async function change(interaction: AnswerableInteraction, message: Message): Promise<void> {
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
export async function below(interaction: AnswerableInteraction, message: Message): Promise<void> {
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
