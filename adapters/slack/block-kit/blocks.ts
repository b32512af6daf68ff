import type { types } from '@slack/bolt';
import { type Action, type Block, type Item, plainChart, plainText, type Span } from '../../../src/index.ts';
import { limits } from '../limits.ts';
import { pickBlocks, switchBlocks } from './choices.ts';
import { actionId, buttonValue } from './payload.ts';
import { type Pen, plain } from './render-context.ts';
import {
  copyParts,
  dateToken,
  elementsOf,
  paragraph,
  quoteParts,
  richText,
  section,
  spanText,
  textElement,
} from './rich-text.ts';

type Blocks = types.KnownBlock[];
type FactRow = Extract<Block, { is: 'facts' }>['rows'][number];

/** One block of a view as Block Kit. Total: what Slack cannot hold is cut with a visible mark, never refused. */
export function blocksOf(block: Block, pen: Pen): Blocks {
  switch (block.is) {
    case 'text':
      return textBlocks(block.style, block.spans, pen);
    case 'quote': {
      const label = block.label === null ? [] : [section([textElement(pen.words(block.label), { bold: true })])];
      return [richText([...label, ...quoteParts(block.text, block.marks)])];
    }
    case 'facts':
      return block.rows.length === 0 ? [] : [paragraph(block.rows.flatMap((row, i) => factElements(row, i, pen)))];
    case 'list':
      return block.items.length === 0
        ? [{ type: 'context', elements: [plain(pen.words(block.empty))] }]
        : block.items.flatMap((item) => itemBlocks(item, pen));
    case 'pick':
      return pickBlocks(block, pen);
    case 'switch':
      return switchBlocks(block, pen);
    case 'actions':
      return actionBlocks(block.actions, pen);
    case 'copy': {
      const label = section([textElement(pen.words(block.label), { bold: true })]);
      return [richText([label, ...copyParts(plainText(block.lines, pen))])];
    }
    case 'chart': {
      // A picture would need a file scope, which Curbside does not ask for.
      const label = textElement(`${pen.words(block.label)}\n`, { bold: true });
      return [paragraph([label, textElement(plainChart(block, pen.locale))])];
    }
    case 'rule':
      return [{ type: 'divider' }];
  }
}

function textBlocks(style: 'title' | 'body' | 'quiet' | 'urgent', spans: readonly Span[], pen: Pen): Blocks {
  if (style === 'urgent') {
    const icon = { type: 'emoji' as const, name: 'warning' };
    return [paragraph([icon, textElement(' '), ...elementsOf(spans, pen, { bold: true })])];
  }
  if (style === 'title') {
    const text = elementsOf(spans, pen);
    const words = text.map((element) => (element.type === 'text' ? element.text : null));
    const whole = words.includes(null) ? null : words.join('');
    if (whole !== null && whole.length <= limits.header) return [{ type: 'header', text: plain(whole, limits.header) }];
    return [paragraph(elementsOf(spans, pen, { bold: true }))];
  }
  const small = style === 'quiet' && spans.length > 0 && spans.length <= limits.contextElements;
  return small
    ? [{ type: 'context', elements: spans.map((span) => contextElement(span, pen)) }]
    : [paragraph(elementsOf(spans, pen))];
}

/** Context blocks show small text; they take `mrkdwn` only for instants, which nobody types. */
function contextElement(span: Span, pen: Pen): types.PlainTextElement | types.MrkdwnElement {
  if (span.is === 'when') return { type: 'mrkdwn', text: dateToken(span.at, span.style), verbatim: true };
  return plain(spanText(span, pen));
}

/** Rows go into one section, each on its own line: Slack sets sections side by side without a break. */
function factElements(row: FactRow, i: number, pen: Pen): types.RichTextElement[] {
  const label = textElement(`${i === 0 ? '' : '\n'}${pen.words(row.label)}: `, { bold: true });
  return [label, ...elementsOf(row.value, pen, {}, ', ')];
}

function itemBlocks(item: Item, pen: Pen): Blocks {
  const detail = item.detail.length === 0 ? [] : [textElement('\n'), ...elementsOf(item.detail, pen)];
  const head = section([...elementsOf(item.title, pen, { bold: true }), ...detail]);
  const quote = item.quote === null ? [] : quoteParts(item.quote, []);
  return [richText([head, ...quote]), ...actionBlocks(item.actions, pen)];
}

/** Buttons, at most 25 in a row of Slack's. One whose ids Slack could not carry is left out. */
function actionBlocks(actions: readonly Action[], pen: Pen): Blocks {
  const buttons = actions.flatMap((action) => button(action, pen) ?? []);
  const rows: Blocks = [];
  for (let i = 0; i < buttons.length; i += limits.actionsElements) {
    rows.push({ type: 'actions', elements: buttons.slice(i, i + limits.actionsElements) });
  }
  return rows;
}

function button(action: Action, pen: Pen): types.Button | null {
  const label = pen.words(action.label);
  const id = actionId(action.do, pen.next());
  const value = buttonValue(action.with);
  if (id === null || value === null) return null;
  return {
    type: 'button',
    action_id: id,
    value,
    text: plain(label, limits.buttonText),
    // No red for what cannot be undone: that is for "someone may be at risk". It asks first instead.
    ...(action.tone === 'main' ? { style: 'primary' as const } : {}),
    ...(action.confirm === null
      ? {}
      : { confirm: confirmation(pen.words(action.yes ?? action.label), pen.words(action.confirm), pen) }),
  };
}

const confirmation = (yes: string, question: string, pen: Pen): types.ConfirmationDialog => ({
  title: plain(pen.words({ key: 'slack.confirm' })),
  text: plain(question, limits.confirmText),
  confirm: plain(yes, limits.confirmButton),
  deny: plain(pen.words({ key: 'word.cancel' }), limits.confirmButton),
});

/** The line above a view that says what just happened, and the line below one that says it was cut. */
export const noteBlock = (text: string): types.KnownBlock => paragraph([textElement(text)]);
export const cutBlock = (pen: Pen): types.KnownBlock => ({
  type: 'context',
  elements: [plain(`${pen.words({ key: 'slack.cut' })} …`)],
});
