import { isForeign, type Lexicon, redact, scan } from '../../src/index.ts';
import { InputRefused } from './settings.ts';

/**
 * `curbside scrub --jsonl`: one JSON object `{"id","text"}` a line in, one `{"id","text","findings"}` a line out. `text` is the
 * redacted text, with `otherLanguage` where it isn't all in English, for which the filter was made; offsets are UTF-16 indices into the input. Throws `InputRefused` with the place (`from` and the number of the line) when a
 * line is not such an object; the message never quotes it.
 */
export async function scrubLines(
  input: AsyncIterable<string>,
  write: (line: string) => void,
  lexicon: Lexicon,
  from = 'scrub',
): Promise<void> {
  let number = 0;
  for await (const line of input) {
    number++;
    const whole = number === 1 ? withoutMark(line) : line;
    if (whole.trim() === '') continue;
    const { id, text } = parse(whole, `${from}: line ${number}`);
    const findings = scan(text, lexicon);
    const shown = findings.map(({ start, end, type, tier }) => ({ start, end, type, tier }));
    const otherLanguage = isForeign({ text }, lexicon) ? { otherLanguage: true } : {};
    write(`${JSON.stringify({ id, text: redact(text, findings).text, findings: shown, ...otherLanguage })}\n`);
  }
}

/** Editors on Windows begin a file with a byte order mark; it is no part of the text. */
export const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

function parse(line: string, place: string): { id: unknown; text: string } {
  try {
    const value = JSON.parse(line) as { id?: unknown; text?: unknown };
    if (typeof value.text === 'string') return { id: value.id, text: value.text };
  } catch {
    // Told below, without the content.
  }
  throw new InputRefused(`${place} is not a JSON object with a "text".`);
}
