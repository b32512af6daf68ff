import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Action, Block } from '../../../src/index.ts';
import { clamp, limits } from '../limits.ts';
import { type CustomId, customId } from './custom-id.ts';
import type { RenderContext } from './render-context.ts';
import { words } from './text.ts';

type Button = APIButtonComponentWithCustomId;
type Switch = Extract<Block, { is: 'switch' }>;

/** Red stays for "someone may be at risk"; what cannot be undone asks first instead. */
const styles = { main: ButtonStyle.Primary, plain: ButtonStyle.Secondary, danger: ButtonStyle.Secondary } as const;

/** A button that sends its command, or asks first where the action says so. */
export function button(action: Action, context: RenderContext): Button {
  const { do: to, with: values, confirm, yes = null } = action;
  const id =
    confirm === null
      ? customId('command', to, { with: values })
      : customId('confirm', to, { with: values, confirm, yes });
  return plainButton(words(action.label, context.locale), id, styles[action.tone], context);
}

export const plainButton = (label: string, id: CustomId, style: Button['style'], context: RenderContext): Button => ({
  type: ComponentType.Button,
  style,
  label: clamp(label, limits.buttonLabel),
  ...context.componentId(id),
});

export const buttonRows = (buttons: readonly Button[]): APIActionRowComponent<Button>[] =>
  Array.from({ length: Math.ceil(buttons.length / limits.buttonsInRow) }, (_, i) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(i * limits.buttonsInRow, (i + 1) * limits.buttonsInRow),
  }));

/** A button that shows its state and sends the other one. A long label stands above it, see `switchLabel`. */
export function switchButton(block: Switch, context: RenderContext): Button {
  const label = words(switchLabel(block, context) === null ? block.label : { key: 'word.yes' }, context.locale);
  const id = customId('command', block.do, { with: { ...block.with, on: block.on ? 'no' : 'yes' } });
  return plainButton(
    `${block.on ? '☑' : '☐'} ${label}`,
    id,
    block.on ? ButtonStyle.Success : ButtonStyle.Secondary,
    context,
  );
}

/** The label of a switch that a button has no room for, or null. */
export function switchLabel(block: Switch, context: RenderContext): string | null {
  const label = words(block.label, context.locale);
  return label.length + 2 > limits.buttonLabel ? label : null;
}
