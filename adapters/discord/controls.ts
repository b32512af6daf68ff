import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Action, Block, Field, Option } from '../../src/index.ts';
import { type Handle, type Token, token } from './custom-id.ts';
import { clamp, limits } from './limits.ts';
import type { Pictures } from './pictures.ts';
import { type Reader, words } from './text.ts';

/** A reader, and the ids of the message that is being drawn for them. */
export interface Draw extends Reader {
  readonly handle: (of: Token) => Handle;
  /** Charts that were drawn for it; without one, a chart is its words. */
  readonly pictures?: Pictures;
}

type Button = APIButtonComponentWithCustomId;
type Row = APIActionRowComponent<Button | APIStringSelectComponent>;
type Pick = Extract<Block, { is: 'pick' }>;
type Switch = Extract<Block, { is: 'switch' }>;

/** Red stays for "someone may be at risk"; what cannot be undone asks first instead. */
const styles = { main: ButtonStyle.Primary, plain: ButtonStyle.Secondary, danger: ButtonStyle.Secondary } as const;

/** A button that sends its command, or asks first where the action says so. */
export function button(action: Action, draw: Draw): Button {
  const { do: to, with: values, confirm } = action;
  const id = confirm === null ? token('do', to, { with: values }) : token('ask', to, { with: values, confirm });
  return plainButton(words(action.label, draw.locale), id, styles[action.tone], draw);
}

export const plainButton = (label: string, id: Token, style: Button['style'], draw: Draw): Button => ({
  type: ComponentType.Button,
  style,
  label: clamp(label, limits.buttonLabel),
  ...draw.handle(id),
});

export const buttonRows = (buttons: readonly Button[]): Row[] =>
  Array.from({ length: Math.ceil(buttons.length / limits.buttonsInRow) }, (_, i) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(i * limits.buttonsInRow, (i + 1) * limits.buttonsInRow),
  }));

/**
 * A select, or null without options, which Discord refuses. A single choice always holds one. More options than a
 * select takes: the chosen ones come first, the rest in order.
 */
export function pickRow(block: Pick, draw: Draw): Row | null {
  const chosen = new Set(block.chosen);
  const options = selectable(block.options, chosen);
  if (options.length === 0) return null;
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    ...draw.handle(token('do', block.do, { with: block.with })),
    placeholder: clamp(words(block.label, draw.locale), limits.selectPlaceholder),
    min_values: block.many ? 0 : 1,
    max_values: block.many ? options.length : 1,
    options: optionsOf(options, block.many ? chosen : new Set([...chosen].slice(0, 1)), draw.locale),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

/** As many options as fit, without repeated values and never without a chosen one that could be shown. */
export function selectable(
  options: readonly Option[],
  chosen: ReadonlySet<string>,
  max: number = limits.selectOptions,
): Option[] {
  const distinct = [
    ...new Map(
      options.filter((o) => o.value !== '' && o.value.length <= limits.optionValue).map((o) => [o.value, o]),
    ).values(),
  ];
  if (distinct.length <= max) return distinct;
  const first = distinct.filter((o) => chosen.has(o.value)).slice(0, max);
  return [...first, ...distinct.filter((o) => !chosen.has(o.value)).slice(0, max - first.length)];
}

/** Options as selects, radios and checkboxes take them. Their labels are plain text on Discord: nothing to escape. */
export function optionsOf(options: readonly Option[], chosen: ReadonlySet<string>, locale: string) {
  return options.map((o) => ({
    value: o.value,
    label: clamp(('msg' in o.label ? words(o.label.msg, locale) : o.label.typed).trim() || '…', limits.optionLabel),
    ...(o.hint === null ? {} : { description: clamp(words(o.hint, locale), limits.optionDescription) }),
    ...(chosen.has(o.value) ? { default: true } : {}),
  }));
}

/** The steps of a scale, to be drawn by `numbered`. */
export const scaleOptions = (field: Extract<Field, { is: 'scale' }>): Option[] =>
  field.words.map((word, i) => ({ value: String(field.from + i), label: { msg: word }, hint: null }));

/** Options with their number before the word. */
export const numbered = (options: readonly Option[], chosen: ReadonlySet<string>, locale: string) =>
  optionsOf(options, chosen, locale).map((o) => ({ ...o, label: clamp(`${o.value} ${o.label}`, limits.optionLabel) }));

/** A button that shows its state and sends the other one. A long label stands above it, see `switchLabel`. */
export function switchButton(block: Switch, draw: Draw): Button {
  const label = words(switchLabel(block, draw) === null ? block.label : { key: 'word.yes' }, draw.locale);
  const id = token('do', block.do, { with: { ...block.with, on: block.on ? 'no' : 'yes' } });
  return plainButton(
    `${block.on ? '☑' : '☐'} ${label}`,
    id,
    block.on ? ButtonStyle.Success : ButtonStyle.Secondary,
    draw,
  );
}

/** The label of a switch that a button has no room for, or null. */
export function switchLabel(block: Switch, draw: Draw): string | null {
  const label = words(block.label, draw.locale);
  return label.length + 2 > limits.buttonLabel ? label : null;
}
