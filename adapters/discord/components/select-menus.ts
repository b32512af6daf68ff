import { type APIActionRowComponent, type APIStringSelectComponent, ComponentType } from 'discord.js';
import type { Block, Field, Option } from '../../../src/index.ts';
import { clamp, limits } from '../limits.ts';
import { customId } from './custom-id.ts';
import type { RenderContext } from './render-context.ts';
import { words } from './text.ts';

type Pick = Extract<Block, { is: 'pick' }>;

/**
 * A select, or null without options, which Discord refuses. A single choice always holds one. More options than a
 * select takes: the chosen ones come first, the rest in order.
 */
export function pickRow(block: Pick, context: RenderContext): APIActionRowComponent<APIStringSelectComponent> | null {
  const chosen = new Set(block.chosen);
  const options = selectable(block.options, chosen);
  if (options.length === 0) return null;
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    ...context.componentId(customId('command', block.do, { with: block.with })),
    placeholder: clamp(words(block.label, context.locale), limits.selectPlaceholder),
    min_values: block.many ? 0 : 1,
    max_values: block.many ? options.length : 1,
    options: optionsOf(options, block.many ? chosen : new Set([...chosen].slice(0, 1)), context.locale),
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
