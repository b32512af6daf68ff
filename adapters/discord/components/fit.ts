import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { clamp, limits } from '../limits.ts';
import type { Piece } from './blocks.ts';
import { asTyped, codeBlock } from './text.ts';

/** What one message holds, and texts that need messages of their own. */
export interface Fitted {
  readonly parts: readonly APIComponentInContainer[];
  readonly overflow: readonly string[];
}

/** `components` and `text` are what the message may use; the words say what was left out. */
export interface Room {
  readonly components: number;
  readonly text: number;
  readonly more: (n: number) => string;
  readonly copyBelow: string;
}

/** The least that is left of a quotation. */
const leastQuote = 80;

/**
 * Puts pieces into one message. Where Discord has no room, entries of a list are left out from the end with a note,
 * quotations are shortened with a mark, longest first, and a text to copy moves below, whole. Controls always stay.
 */
export function fit(all: readonly Piece[], room: Room): Fitted {
  const { inline, overflow } = placeCopies(all, room);
  let kept = inline;
  let dropped = 0;
  for (;;) {
    const merged = merge(withNote(kept, dropped, room));
    if (count(merged) <= room.components && length(merged) <= room.text) return { parts: merged, overflow };
    const last = kept.findLastIndex((p) => p.is === 'parts' && p.droppable);
    const tooMany = count(merged) > room.components;
    const shorter = tooMany ? null : shorten(kept, length(merged) - room.text);
    if (shorter !== null) kept = shorter;
    else if (last !== -1) {
      if (kept[last]?.is === 'parts' && hasText(kept[last])) dropped += 1;
      kept = kept.toSpliced(last, 1);
    } else return { parts: cut(merged, room), overflow };
  }
}

function placeCopies(all: readonly Piece[], room: Room): { inline: readonly Piece[]; overflow: readonly string[] } {
  const other = length(merge(all.filter((p) => p.is !== 'copy')));
  const copies = all.flatMap((p) => (p.is === 'copy' ? [codeBlock(p.text).length] : [])).reduce((a, b) => a + b, 0);
  const fits = other + copies + all.length * 2 <= room.text;
  const inline = all.map(
    (p): Piece =>
      p.is !== 'copy'
        ? p
        : { is: 'text', text: fits ? codeBlock(p.text) : room.copyBelow, paragraph: false, shorter: null },
  );
  return { inline, overflow: fits ? [] : all.flatMap((p) => (p.is === 'copy' ? blocksOf(p.text) : [])) };
}

/** A long text in code blocks that each fit a message, cut at line ends where there are any. */
function blocksOf(whole: string): string[] {
  const out: string[] = [];
  for (let rest = whole; rest !== ''; ) {
    const end = blockEnd(rest);
    out.push(codeBlock(rest.slice(0, end)));
    rest = rest.slice(end);
  }
  return out;
}

/** How much of a text one code block holds: less where fences in it take room to break. Never half a character. */
function blockEnd(text: string): number {
  const room = limits.text - 200;
  const size = codeBlock(text.slice(0, room)).length > limits.text ? room / 2 : room;
  if (text.length <= size) return text.length;
  const line = text.lastIndexOf('\n', size - 1) + 1;
  if (line > 0) return line;
  return /[\uD800-\uDBFF]/.test(text.charAt(size - 1)) ? size - 1 : size;
}

function withNote(kept: readonly Piece[], dropped: number, room: Room): readonly Piece[] {
  if (dropped === 0) return kept;
  const at = kept.findLastIndex((p) => p.is === 'parts' && p.droppable) + 1;
  return kept.toSpliced(at, 0, {
    is: 'text',
    text: `-# ${asTyped(room.more(dropped))}`,
    paragraph: false,
    shorter: null,
  });
}

/** Shortens the longest quotation by what is too much; null when none can be. */
function shorten(kept: readonly Piece[], over: number): readonly Piece[] | null {
  let longest = -1;
  kept.forEach((p, i) => {
    if (p.is === 'text' && p.shorter !== null && p.text.length > Math.max(leastQuote, lengthAt(kept, longest)))
      longest = i;
  });
  const piece = kept[longest];
  if (piece?.is !== 'text' || piece.shorter === null) return null;
  const text = piece.shorter(Math.max(leastQuote, piece.text.length - over));
  return text.length < piece.text.length ? kept.with(longest, { ...piece, text }) : null;
}

const lengthAt = (all: readonly Piece[], i: number): number => {
  const piece = all[i];
  return piece?.is === 'text' ? piece.text.length : 0;
};

/** Neighbouring texts as one component. */
function merge(all: readonly Piece[]): APIComponentInContainer[] {
  const out: APIComponentInContainer[] = [];
  let paragraph = false;
  const add = (text: string, isParagraph: boolean): void => {
    if (text === '') return;
    const last = out.at(-1);
    if (last?.type !== ComponentType.TextDisplay) out.push({ type: ComponentType.TextDisplay, content: text });
    else
      out[out.length - 1] = { ...last, content: `${last.content}${paragraph && isParagraph ? '\n\n' : '\n'}${text}` };
    paragraph = isParagraph;
  };
  for (const piece of all) {
    if (piece.is === 'text') add(piece.text, piece.paragraph);
    if (piece.is !== 'parts') continue;
    for (const part of piece.parts) {
      if (part.type === ComponentType.TextDisplay) add(part.content, false);
      else out.push(part);
    }
  }
  return out;
}

/** The last resort, for a view that no screen of ours has: texts are cut, then what comes last. */
function cut(parts: readonly APIComponentInContainer[], room: Room): APIComponentInContainer[] {
  const texts = parts.filter((p) => p.type === ComponentType.TextDisplay).length;
  const fixed = length(parts.filter((p) => p.type !== ComponentType.TextDisplay));
  const each = Math.max(1, Math.floor((room.text - fixed) / Math.max(1, texts)));
  const out = parts.map((p) => (p.type === ComponentType.TextDisplay ? { ...p, content: clamp(p.content, each) } : p));
  while (count(out) > room.components) out.pop();
  return out;
}

export const count = (parts: readonly APIComponentInContainer[]): number => parts.reduce((n, p) => n + sizeOf(p), 0);
const length = (parts: readonly APIComponentInContainer[]): number => parts.reduce((n, p) => n + textOf(p), 0);

function sizeOf(part: APIComponentInContainer): number {
  if (part.type === ComponentType.ActionRow) return 1 + part.components.length;
  return part.type === ComponentType.Section ? 2 + part.components.length : 1;
}

function textOf(part: APIComponentInContainer): number {
  if (part.type === ComponentType.TextDisplay) return part.content.length;
  return part.type === ComponentType.Section ? part.components.reduce((n, c) => n + c.content.length, 0) : 0;
}

const hasText = (piece: Piece): boolean => piece.is === 'parts' && length(piece.parts) > 0;
