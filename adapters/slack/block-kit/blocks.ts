import type { types } from '@slack/bolt';
import { type Action, type Block, type Item, plainChart, plainText, type Span } from '../../../src/index.ts';
import { fileName } from '../../documents/index.ts';
import { limits } from '../limits.ts';
import { say } from '../words/index.ts';
import { pickBlocks, switchBlocks } from './choices.ts';
import { actionId, buttonValue } from './payload.ts';
import { plain, type RenderContext } from './render-context.ts';
import {
  channelToken,
  copyParts,
  dateToken,
  elementsOf,
  linkToken,
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
export function blocksOf(block: Block, context: RenderContext): Blocks {
  switch (block.is) {
    case 'text':
      return textBlocks(block.style, block.spans, context);
    case 'quote': {
      const label = block.label === null ? [] : [section([textElement(context.words(block.label), { bold: true })])];
      return [richText([...label, ...quoteParts(block.text, block.marks)])];
    }
    case 'facts':
      return block.rows.length === 0 ? [] : [paragraph(block.rows.flatMap((row, i) => factElements(row, i, context)))];
    case 'list':
      return block.items.length === 0
        ? [{ type: 'context', elements: [plain(context.words(block.empty))] }]
        : block.items.flatMap((item) => itemBlocks(item, context));
    case 'pick':
      return pickBlocks(block, context);
    case 'switch':
      return switchBlocks(block, context);
    case 'actions':
      return actionBlocks(block.actions, context);
    case 'copy': {
      const label = section([textElement(context.words(block.label), { bold: true })]);
      return [richText([label, ...copyParts(plainText(block.lines, context))])];
    }
    case 'chart': {
      // A picture would need a file scope, which Curbside does not ask for.
      const label = textElement(`${context.words(block.label)}\n`, { bold: true });
      return [paragraph([label, textElement(plainChart(block, context.locale))])];
    }
    case 'file': {
      const name = textElement(`${fileName(block.document, block.format)}\n`, { bold: true });
      const became = context.files.get(block) ?? 'notAllowed';
      return [paragraph([name, textElement(context.words(say('slack.file', { became })))])];
    }
    case 'rule':
      return [{ type: 'divider' }];
  }
}

function textBlocks(
  style: Extract<Block, { is: 'text' }>['style'],
  spans: readonly Span[],
  context: RenderContext,
): Blocks {
  if (style === 'urgent') {
    const icon = { type: 'emoji' as const, name: 'warning' };
    return [paragraph([icon, textElement(' '), ...elementsOf(spans, context, { bold: true })])];
  }
  if (style === 'title') {
    const text = elementsOf(spans, context);
    const words = text.map((element) => (element.type === 'text' ? element.text : null));
    const whole = words.includes(null) ? null : words.join('');
    if (whole !== null && whole.length <= limits.header) return [{ type: 'header', text: plain(whole, limits.header) }];
    return [paragraph(elementsOf(spans, context, { bold: true }))];
  }
  if (style === 'heading') return [paragraph(elementsOf(spans, context, { bold: true }))];
  const small = style === 'quiet' && spans.length > 0 && spans.length <= limits.contextElements;
  return small
    ? [{ type: 'context', elements: spans.map((span) => contextElement(span, context)) }]
    : [paragraph(elementsOf(spans, context))];
}

/** Context blocks show small text; they take `mrkdwn` only for instants, channels and links to messages, which nobody types. */
function contextElement(span: Span, context: RenderContext): types.PlainTextElement | types.MrkdwnElement {
  const token = tokenOf(span, context);
  if (token !== null) return { type: 'mrkdwn', text: token, verbatim: true };
  return plain(span.is === 'when' ? '' : spanText(span, context));
}

function tokenOf(span: Span, context: RenderContext): string | null {
  if (span.is === 'when') return dateToken(span.at, span.style);
  if (span.is === 'place') return channelToken(span.channel);
  return span.is === 'thread' ? linkToken(span.message, context.words(span.label)) : null;
}

/** Rows go into one section, each on its own line: Slack sets sections side by side without a break. */
function factElements(row: FactRow, i: number, context: RenderContext): types.RichTextElement[] {
  const label = textElement(`${i === 0 ? '' : '\n'}${context.words(row.label)}: `, { bold: true });
  return [label, ...elementsOf(row.value, context)];
}

function itemBlocks(item: Item, context: RenderContext): Blocks {
  const detail = item.detail.length === 0 ? [] : [textElement('\n'), ...elementsOf(item.detail, context)];
  const head = section([...elementsOf(item.title, context, { bold: true }), ...detail]);
  const quote = item.quote === null ? [] : quoteParts(item.quote, []);
  return [richText([head, ...quote]), ...actionBlocks(item.actions, context)];
}

/** Buttons, at most 25 in a row of Slack's. One whose ids Slack could not carry is left out. */
function actionBlocks(actions: readonly Action[], context: RenderContext): Blocks {
  const buttons = actions.flatMap((action) => button(action, context) ?? []);
  const rows: Blocks = [];
  for (let i = 0; i < buttons.length; i += limits.actionsElements) {
    rows.push({ type: 'actions', elements: buttons.slice(i, i + limits.actionsElements) });
  }
  return rows;
}

function button(action: Action, context: RenderContext): types.Button | null {
  const label = context.words(action.label);
  const id = actionId(action.do, context.next());
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
      : { confirm: confirmation(context.words(action.yes ?? action.label), context.words(action.confirm), context) }),
  };
}

const confirmation = (yes: string, question: string, context: RenderContext): types.ConfirmationDialog => ({
  title: plain(context.words(say('slack.confirm'))),
  text: plain(question, limits.confirmText),
  confirm: plain(yes, limits.confirmButton),
  deny: plain(context.words({ key: 'word.cancel' }), limits.confirmButton),
});

/** The line above a view that says what just happened, and the line below one that says it was cut. */
export const noteBlock = (text: string): types.KnownBlock => paragraph([textElement(text)]);
export const cutBlock = (context: RenderContext): types.KnownBlock => ({
  type: 'context',
  elements: [plain(`${context.words(say('slack.cut'))} …`)],
});
