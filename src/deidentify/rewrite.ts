/** Text as the detectors read it, with the way back to what was typed. */
export interface Normalized {
  readonly text: string;
  /** UTF-16 range in the original for a range of `text`. */
  toOriginal(start: number, end: number): { start: number; end: number };
}

/** A stretch of a text and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits (in text order, not overlapping) and keeps the way back. A letter of a replacement stands for all it replaced. */
export function rewrite(text: string, edits: readonly Edit[]): Normalized {
  if (edits.length === 0) return { text, toOriginal: (start, end) => ({ start, end }) };
  const parts: string[] = [];
  /** Where each replacement begins in the new text. */
  const begins: number[] = [];
  let at = 0;
  let length = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    begins.push(length + edit.start - at);
    length += edit.start - at + edit.text.length;
    at = edit.end;
  }
  parts.push(text.slice(at));
  /** The last edit that begins at or before a place of the new text. */
  const editAt = (place: number): number => {
    let [low, high] = [0, begins.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((begins[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const letter = (place: number): readonly [start: number, end: number] => {
    const edit = edits[editAt(place)];
    if (!edit) return [place, place + 1];
    const behind = place - (begins[editAt(place)] ?? 0) - edit.text.length;
    return behind < 0 ? [edit.start, edit.end] : [edit.end + behind, edit.end + behind + 1];
  };
  const total = length + text.length - at;
  return {
    text: parts.join(''),
    toOriginal: (start, end) => ({
      start: start < total ? letter(start)[0] : text.length,
      end: end > 0 ? letter(end - 1)[1] : text.length,
    }),
  };
}

/** One way back out of two: `second` was made from the text of `first`. */
export function after(first: Normalized, second: Normalized): Normalized {
  return {
    text: second.text,
    toOriginal: (start, end) => {
      const middle = second.toOriginal(start, end);
      return first.toOriginal(middle.start, middle.end);
    },
  };
}
