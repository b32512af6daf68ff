import { ButtonStyle } from 'discord.js';
import type { Block, Msg } from '../../../src/index.ts';
import { buttonRows, type Draw, plainButton } from '../components/controls.ts';
import { handles, type Token, token } from '../components/custom-id.ts';
import { renderBlocks } from '../components/render.ts';
import { words } from '../components/text.ts';
import type { Chooser } from './incoming.ts';
import { reply } from './respond.ts';

/** Asks before something that cannot be undone, privately; the button there sends the command itself. */
export async function askFirst(deed: Chooser, said: Token): Promise<void> {
  const draw: Draw = { locale: deed.locale, people: () => ({ name: '', userId: null }), handle: handles(said.scope) };
  const pressed = deed.isButton() && 'label' in deed.component ? (deed.component.label ?? null) : null;
  const question: Msg = said.confirm ?? { key: 'discord.confirm' };
  const buttons = buttonRows([
    plainButton(
      pressed ?? words({ key: 'word.yes' }, draw.locale),
      token('do', said.to, { with: said.with }),
      ButtonStyle.Primary,
      draw,
    ),
    plainButton(words({ key: 'word.cancel' }, draw.locale), token('close', ''), ButtonStyle.Secondary, draw),
  ]);
  const blocks: Block[] = [{ is: 'text', style: 'body', spans: [{ is: 'msg', msg: question }] }];
  await reply(deed, renderBlocks(blocks, draw, null, buttons).components);
}
