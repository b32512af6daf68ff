import { ButtonStyle } from 'discord.js';
import type { Block, Msg } from '../../../src/index.ts';
import { buttonRows, plainButton } from '../components/buttons.ts';
import { type CustomId, createComponentIds, customId } from '../components/custom-id.ts';
import { renderBlocks } from '../components/render.ts';
import type { RenderContext } from '../components/render-context.ts';
import { words } from '../components/text.ts';
import { say } from '../words/index.ts';
import { respondEphemeral } from './respond.ts';
import type { ComponentInteraction } from './types.ts';

/** Asks before something that cannot be undone, privately; the button there sends the command itself. */
export async function confirmFirst(interaction: ComponentInteraction, id: CustomId): Promise<void> {
  const context: RenderContext = {
    locale: interaction.locale,
    people: () => ({ name: '', userId: null }),
    componentId: createComponentIds(id.scope),
  };
  const pressed = interaction.isButton() && 'label' in interaction.component ? interaction.component.label : null;
  const question: Msg = id.confirm ?? say('discord.confirm');
  const buttons = buttonRows([
    plainButton(
      id.yes === null ? (pressed ?? words({ key: 'word.yes' }, context.locale)) : words(id.yes, context.locale),
      customId('command', id.to, { with: id.with }),
      // What asks first is never what Curbside suggests.
      ButtonStyle.Secondary,
      context,
    ),
    plainButton(words({ key: 'word.cancel' }, context.locale), customId('close', ''), ButtonStyle.Secondary, context),
  ]);
  const blocks: Block[] = [{ is: 'text', style: 'body', spans: [{ is: 'msg', msg: question }] }];
  await respondEphemeral(interaction, renderBlocks(blocks, context, null, buttons).components);
}
