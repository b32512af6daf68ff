import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APITextDisplayComponent,
  ComponentType,
  type RawFile,
} from 'discord.js';
import type { Block, Card, Home, Msg } from '../../../src/index.ts';
import { limits } from '../limits.ts';
import { say } from '../words/index.ts';
import { pieces } from './blocks.ts';
import { createComponentIds } from './custom-id.ts';
import { fit } from './fit.ts';
import { isGallery, noPictures, type Pictures, shownIn } from './media-gallery.ts';
import type { RenderContext } from './render-context.ts';
import { asTyped, type Reader, words } from './text.ts';

/** A message in Components V2: no `content` may stand beside it. */
export type Components = readonly (APIContainerComponent | APITextDisplayComponent)[];

export interface Rendered {
  readonly components: Components;
  /** Texts to copy that did not fit: each for a private message of its own. */
  readonly overflow: readonly string[];
  /** The pictures that its components show. */
  readonly pictures: readonly RawFile[];
}

/** The one accent colour, and the one kept for "someone may be at risk". */
const accent = 0x3f6f8f;
const urgentAccent = 0xb3261e;

/**
 * Draws a card or a home page as a Discord message. Pure and total: any view comes out within Discord's limits.
 *
 * @param note one line above it, or null
 * @param scope the community, for messages where Discord does not tell it (direct messages), else null
 * @param pictures charts that were drawn for this message; only private answers have any
 */
export function render(
  view: Card | Home,
  reader: Reader,
  note: Msg | null = null,
  scope: string | null = null,
  pictures: Pictures = noPictures,
): Rendered {
  const context: RenderContext = { ...reader, componentId: createComponentIds(scope), pictures };
  return renderBlocks(view.blocks, context, note);
}

/** The same for blocks whose message has controls of the adapter's own after them. */
export function renderBlocks(
  blocks: readonly Block[],
  context: RenderContext,
  note: Msg | null,
  after: readonly APIComponentInContainer[] = [],
): Rendered {
  const above = note === null ? null : asTyped(words(note, context.locale));
  const { parts, overflow } = fit(
    [...blocks.flatMap((b) => pieces(b, context)), { is: 'parts', parts: after, droppable: false }],
    {
      components: limits.components - (above === null ? 1 : 2),
      text: limits.text - (above?.length ?? 0),
      more: (n) => words(say('discord.more', { n }), context.locale),
      copyBelow: `-# ${asTyped(words(say('discord.copyBelow'), context.locale))}`,
    },
  );
  const urgent = blocks.some((b) => b.is === 'text' && b.style === 'urgent');
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: urgent ? urgentAccent : accent,
    components: [...parts],
  };
  // A container must hold something; a view without blocks still says what it is about.
  const body = parts.length === 0 ? [] : [container];
  const components = above === null ? body : [{ type: ComponentType.TextDisplay, content: above } as const, ...body];
  return {
    components: components.length === 0 ? [{ type: ComponentType.TextDisplay, content: '…' }] : components,
    overflow,
    pictures: shownIn(parts, context.pictures ?? noPictures),
  };
}

/** The same message in words alone. */
export function withoutPictures({ components, overflow }: Rendered): Rendered {
  const inWords = components.map((part) =>
    part.type === ComponentType.Container
      ? { ...part, components: part.components.filter((inside) => !isGallery(inside)) }
      : part,
  );
  return { components: inWords, overflow, pictures: [] };
}

/** A message of the adapter's own, which names nobody and has no controls. */
export function notice(blocks: readonly Block[], locale: string): Rendered {
  const context: RenderContext = {
    locale,
    people: () => ({ name: '', userId: null }),
    componentId: createComponentIds(null),
  };
  return renderBlocks(blocks, context, null);
}

/** One sentence of the adapter's own, without controls. */
export const sentence = (said: Msg, locale: string): Rendered =>
  notice([{ is: 'text', style: 'body', spans: [{ is: 'msg', msg: said }] }], locale);
