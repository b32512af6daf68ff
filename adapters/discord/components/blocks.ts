import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { type Block, type Item, plainChart, plainText } from '../../../src/index.ts';
import { clamp, limits } from '../limits.ts';
import { say } from '../words/index.ts';
import { button, buttonRows, switchButton, switchLabel } from './buttons.ts';
import { attached, gallery } from './media-gallery.ts';
import type { RenderContext } from './render-context.ts';
import { pickRow } from './select-menus.ts';
import { asTyped, quoteText, spansText, words } from './text.ts';

/** A part of a message before it is fitted in. Neighbouring texts become one component. */
export type Piece =
  | {
      readonly is: 'text';
      readonly text: string;
      /** A paragraph: set off from the one before it. */
      readonly paragraph: boolean;
      /** The same in fewer characters, for what a person typed; null for words of ours. */
      readonly shorter: ((max: number) => string) | null;
    }
  /** `droppable` for entries of a list, which may be left out with a note; controls never are. */
  | { readonly is: 'parts'; readonly parts: readonly APIComponentInContainer[]; readonly droppable: boolean }
  /** To be copied whole: goes into messages of its own where it does not fit. */
  | { readonly is: 'copy'; readonly text: string };

/** How much of what was typed an entry of a list shows. */
const itemQuoteMax = 400;

const text = (of: string, paragraph = false, shorter: ((max: number) => string) | null = null): Piece => ({
  is: 'text',
  text: of,
  paragraph,
  shorter,
});
const parts = (all: readonly APIComponentInContainer[], droppable = false): Piece => ({
  is: 'parts',
  parts: all,
  droppable,
});

/** What a block looks like on Discord. Total: every kind of block, however odd its content. */
export function pieces(block: Block, context: RenderContext): Piece[] {
  switch (block.is) {
    case 'text':
      return [styled(block.style, spansText(block.spans, context))];
    case 'quote': {
      const label = block.label === null ? [] : [text(`**${asTyped(words(block.label, context.locale))}**`)];
      if (block.text.trim() === '') return label;
      return [
        ...label,
        text(quoteText(block.text, block.marks), false, (max) => shortQuote(block.text, block.marks, max)),
      ];
    }
    case 'facts':
      return block.rows.map((row) =>
        text(`**${asTyped(words(row.label, context.locale))}**  ${spansText(row.value, context)}`),
      );
    case 'list':
      if (block.items.length === 0) return [styled('quiet', asTyped(words(block.empty, context.locale)))];
      return block.items.map((item) => entry(item, context));
    case 'pick': {
      const row = pickRow(block, context);
      return [text(`**${asTyped(words(block.label, context.locale))}**`), ...(row === null ? [] : [parts([row])])];
    }
    case 'switch': {
      const label = switchLabel(block, context);
      return [...(label === null ? [] : [text(asTyped(label))]), parts(buttonRows([switchButton(block, context)]))];
    }
    case 'actions':
      return block.actions.length === 0 ? [] : [parts(buttonRows(block.actions.map((a) => button(a, context))))];
    case 'copy':
      return [
        text(`**${asTyped(words(block.label, context.locale))}**`),
        {
          is: 'copy',
          text: plainText(block.lines, {
            locale: context.locale,
            zone: 'UTC',
            name: (who) => context.people(who).name,
          }),
        },
      ];
    case 'chart': {
      const picture = context.pictures?.get(block);
      return [
        text(`**${asTyped(words(block.label, context.locale))}**`),
        ...(picture === undefined ? [] : [parts([gallery(picture, block, context.locale)], true)]),
        text(asTyped(plainChart(block, context.locale))),
      ];
    }
    case 'file': {
      const made = context.pictures?.get(block);
      return made === undefined
        ? [text(asTyped(words(say('discord.file.failed'), context.locale)))]
        : [text(asTyped(words(say('discord.file'), context.locale))), parts([attached(made)])];
    }
    case 'rule':
      return [parts([{ type: ComponentType.Separator }], true)];
  }
}

function styled(style: Extract<Block, { is: 'text' }>['style'], line: string): Piece {
  if (style === 'title') return text(`### ${line.replaceAll('\n', ' ')}`);
  if (style === 'heading') return text(`**${line}**`, true);
  if (style === 'quiet')
    return text(
      line
        .split('\n')
        .map((l) => `-# ${l}`)
        .join('\n'),
    );
  if (style === 'urgent') return text(`⚠️ **${line}**`, true);
  return text(line, true);
}

/** An entry of a list: its one button stands beside it, several stand below. */
function entry(item: Item, context: RenderContext): Piece {
  const lines = [
    `**${spansText(item.title, context)}**`,
    ...(item.quote === null || item.quote.trim() === '' ? [] : [quoteText(clamp(item.quote, itemQuoteMax), [])]),
    ...(item.detail.length === 0 ? [] : [`-# ${spansText(item.detail, context)}`]),
  ];
  const shown = { type: ComponentType.TextDisplay, content: lines.join('\n') } as const;
  const [first, ...others] = item.actions.slice(0, limits.buttonsInRow).map((a) => button(a, context));
  if (first === undefined) return parts([shown], true);
  if (others.length > 0) return parts([shown, ...buttonRows([first, ...others])], true);
  return parts([{ type: ComponentType.Section, components: [shown], accessory: first }], true);
}

/** A quotation in `max` characters, its mark of omission included; marks stay where their text does. */
function shortQuote(typed: string, marks: Parameters<typeof quoteText>[1], max: number): string {
  let length = typed.length;
  for (;;) {
    const cut = clamp(typed, length);
    const out = quoteText(
      cut,
      marks.filter((m) => m.end < cut.length),
    );
    if (out.length <= max || length <= 1) return out;
    length = Math.max(1, length - Math.max(1, Math.ceil((out.length - max) / 2)));
  }
}
