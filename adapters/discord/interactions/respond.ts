import { InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import type { Components, Rendered } from '../components/render.ts';
import type { Deed } from './incoming.ts';

/**
 * What goes back to the person alone. Straight through discord.js's REST client: the bodies are exactly these, where its
 * helpers add properties that these calls do not have. Discord marks everything that answers an interaction with the
 * name of the person, so nothing here is ever public.
 */
const privately = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;

const nobody = { parse: [] };

/** As the first response. */
export async function reply(deed: Deed, components: Components): Promise<void> {
  const data = { components, flags: privately, allowed_mentions: nobody };
  await deed.client.rest.post(Routes.interactionCallback(deed.id, deed.token), {
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
export async function change(deed: Deed, message: Message): Promise<void> {
  await deed.client.rest.patch(Routes.webhookMessage(deed.applicationId, deed.token), {
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
export async function below(deed: Deed, message: Message): Promise<void> {
  await deed.client.rest.post(Routes.webhook(deed.applicationId, deed.token), {
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
export async function takeAway(deed: Deed): Promise<void> {
  await deed.client.rest.delete(Routes.webhookMessage(deed.applicationId, deed.token), { auth: false });
}
