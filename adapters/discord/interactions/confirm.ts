import { ButtonStyle } from 'discord.js';
import type { Block, Msg } from '../../../src/index.ts';
import { buttonRows, plainButton, type RenderContext } from '../components/controls.ts';
import { type CustomId, createComponentIds, customId } from '../components/custom-id.ts';
import { renderBlocks } from '../components/render.ts';
import { words } from '../components/text.ts';
import type { ComponentInteraction } from './incoming.ts';
import { reply } from './respond.ts';

/** Asks before something that cannot be undone, privately; the button there sends the command itself. */
export async function askFirst(interaction: ComponentInteraction, said: CustomId): Promise<void> {
  const context: RenderContext = {
    locale: interaction.locale,
    people: () => ({ name: '', userId: null }),
    componentId: createComponentIds(said.scope),
  };
  const pressed =
    interaction.isButton() && 'label' in interaction.component ? (interaction.component.label ?? null) : null;
  const question: Msg = said.confirm ?? { key: 'discord.confirm' };
  const buttons = buttonRows([
    plainButton(
      pressed ?? words({ key: 'word.yes' }, context.locale),
      customId('do', said.to, { with: said.with }),
      ButtonStyle.Primary,
      context,
    ),
    plainButton(words({ key: 'word.cancel' }, context.locale), customId('close', ''), ButtonStyle.Secondary, context),
  ]);
  const blocks: Block[] = [{ is: 'text', style: 'body', spans: [{ is: 'msg', msg: question }] }];
  await reply(interaction, renderBlocks(blocks, context, null, buttons).components);
}
