/**
 * Slack's limits. Characters unless the name says otherwise, counted in UTF-16 units, which is never fewer than Slack
 * counts. Sources: docs.slack.dev/reference/block-kit (blocks, elements, composition objects), /reference/views and
 * /reference/methods/chat.postMessage.
 */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Not documented: Slack answers `msg_blocks_too_long` from about 13,200 on (slackapi/bolt-js issues 2509, 2867). */
  messageChars: 12_000,
  /** A view may have 250 KB; this leaves room for what JSON and UTF-8 add. */
  viewChars: 80_000,
  /** Longer top-level text is cut by Slack (docs: "truncating really long messages"). */
  messageText: 4000,
  viewTitle: 24,
  viewButton: 24,
  viewDepth: 3,
  privateMetadata: 3000,
  header: 150,
  textObject: 3000,
  /** Slack names no limit for one rich text element; this is the one for text objects. */
  richText: 3000,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  actionId: 255,
  blockId: 255,
  optionText: 75,
  optionHint: 75,
  optionValue: 150,
  /** Radio buttons and checkboxes. */
  choices: 10,
  /** Static selects, and the answer to an external select. */
  selectOptions: 100,
  confirmText: 300,
  confirmButton: 30,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
} as const;

/** What stands where text was cut. */
const cutMark = '…';

/** Text of at most `max` characters; what does not fit is replaced by a visible mark, never in mid character. */
export function clamp(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max - cutMark.length);
  return (splitsPair(text, kept.length) ? kept.slice(0, -1) : kept).trimEnd() + cutMark;
}

/** Text in pieces of at most `max` characters, cut at line ends or spaces where there are any. Joined, they are the text. */
export function split(text: string, max: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const window = rest.slice(0, max);
    const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' ')) + 1;
    let end = at > max / 2 ? at : max;
    if (splitsPair(rest, end)) end -= 1;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

/** True when a cut at `at` would fall between the two halves of one character. */
function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
