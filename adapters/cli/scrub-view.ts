import {
  defaultLocale,
  type Finding,
  isForeign,
  type Lexicon,
  type Msg,
  redact,
  scan,
  wordsOf,
} from '../../src/index.ts';
import { harmless } from './terminal.ts';

/** Certain findings are shown reversed, doubtful ones underlined, so that colour is never the only sign. */
const styles = { remove: ['\u001b[7m', '\u001b[27m'], check: ['\u001b[4m', '\u001b[24m'] } as const;

/** The redacted text with its placeholders marked for a terminal. */
export function highlighted(text: string, lexicon: Lexicon): string {
  const findings = scan(text, lexicon);
  const { text: output, marks } = redact(text, findings);
  let shown = '';
  let from = 0;
  marks.forEach((mark, i) => {
    const [on, off] = styles[findings[i]?.tier ?? 'check'];
    shown += harmless(output.slice(from, mark.start)) + on + output.slice(mark.start, mark.end) + off;
    from = mark.end;
  });
  return shown + harmless(output.slice(from));
}

/** One line a finding: where it stands, how sure, why, and what stands in its place. The words themselves are not repeated. */
export function explained(text: string, lexicon: Lexicon): string {
  const findings = scan(text, lexicon);
  const lines = findings.map(
    (finding) =>
      `  ${place(text, finding)}  ${finding.tier.padEnd(6)}  ${finding.placeholder}  ${wordsOf(defaultLocale, { key: `reason.${finding.reason}` } as Msg)}`,
  );
  return `${lines.join('\n')}${lines.length > 0 ? '\n' : ''}`;
}

/** What was and wasn't looked for in a text that isn't all in English; empty for one that is. */
export const otherLanguage = (text: string, lexicon: Lexicon): string =>
  isForeign({ text }, lexicon) ? `${wordsOf(defaultLocale, { key: 'preview.foreign' })}\n` : '';

/** "3:14": line and column, both from 1. */
function place(text: string, { start }: Finding): string {
  const before = text.slice(0, start).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`.padStart(7);
}
