import type { types } from '@slack/bolt';
import type { Block, Option } from '../../../src/index.ts';
import { limits } from '../limits.ts';
import { actionId, blockId } from './payload.ts';
import { plain, type RenderContext } from './render-context.ts';
import { paragraph, textElement } from './rich-text.ts';

type Pick = Extract<Block, { is: 'pick' }>;
type Switch = Extract<Block, { is: 'switch' }>;

/** Options as Slack takes them. One whose value would not fit is left out: cut, it would mean something else. */
export function optionsOf(options: readonly Option[], context: RenderContext): types.PlainTextOption[] {
  return options
    .filter((o) => o.value !== '' && o.value.length <= limits.optionValue)
    .slice(0, limits.selectOptions)
    .map((o) => ({
      text: plain('msg' in o.label ? context.words(o.label.msg) : o.label.typed, limits.optionText),
      value: o.value,
      ...(o.hint === null ? {} : { description: plain(context.words(o.hint), limits.optionHint) }),
    }));
}

/** Labels and hints that an option cannot hold whole, to be shown beside it in full. */
export function cutLabels(options: readonly Option[], context: RenderContext): string[] {
  return options
    .map((o) => ('msg' in o.label ? context.words(o.label.msg) : o.label.typed))
    .filter((label) => label.length > limits.optionText);
}

/** A choice that takes effect at once. Slack refuses a picker without options, so an empty one is only its label. */
export function pickBlocks(pick: Pick, context: RenderContext): types.KnownBlock[] {
  const all = optionsOf(pick.options, context);
  const label = paragraph([textElement(context.words(pick.label), { bold: true })]);
  const id = actionId(pick.do, context.next());
  const block = blockId(pick.with, context.next());
  if (all.length === 0 || id === null || block === null) return [label];
  const chosen = all.filter((o) => o.value !== undefined && pick.chosen.includes(o.value));
  const whole = cutLabels(pick.options, context).map((text) => paragraph([textElement(text)]));
  return [
    label,
    ...whole,
    { type: 'actions', block_id: block, elements: [picker(pick.many, all, chosen, id, context)] },
  ];
}

function picker(
  many: boolean,
  options: types.PlainTextOption[],
  chosen: types.PlainTextOption[],
  id: string,
  context: RenderContext,
) {
  const [first] = chosen;
  const few = options.length <= limits.choices;
  if (few && many)
    return { type: 'checkboxes' as const, action_id: id, options, ...(first ? { initial_options: chosen } : {}) };
  if (few)
    return { type: 'radio_buttons' as const, action_id: id, options, ...(first ? { initial_option: first } : {}) };
  const placeholder = plain(context.words({ key: 'field.choose' }));
  if (many) {
    return {
      type: 'multi_static_select' as const,
      action_id: id,
      options,
      placeholder,
      ...(first ? { initial_options: chosen } : {}),
    };
  }
  return {
    type: 'static_select' as const,
    action_id: id,
    options,
    placeholder,
    ...(first ? { initial_option: first } : {}),
  };
}

/**
 * A statement with a box to check. Its one option means yes; an empty selection means no. A statement that is too long for
 * the box stands above it.
 */
export function switchBlocks(sw: Switch, context: RenderContext): types.KnownBlock[] {
  const text = context.words(sw.label);
  const long = text.length > limits.optionText;
  const beside = long ? context.words({ key: 'word.yes' }) : text;
  const option: types.PlainTextOption = { text: plain(beside, limits.optionText), value: 'yes' };
  const whole = long ? [paragraph([textElement(text)])] : [];
  const id = actionId(sw.do, context.next());
  const block = blockId(sw.with, context.next(), switchMark);
  if (id === null || block === null) return whole.length > 0 ? whole : [paragraph([textElement(text)])];
  const box = {
    type: 'checkboxes' as const,
    action_id: id,
    options: [option],
    ...(sw.on ? { initial_options: [option] } : {}),
  };
  return [...whole, { type: 'actions', block_id: block, elements: [box] }];
}

/** Tells a switch from a pick of several when it comes back. */
export const switchMark = 's';
