import type { types } from '@slack/bolt';
import type { Card, Form, Home, Msg, View } from '../../../src/index.ts';
import { clamp, limits } from '../limits.ts';
import type { DeliveredFiles } from '../web-api/files.ts';
import { say } from '../words/index.ts';
import { blocksOf, cutBlock, noteBlock } from './blocks.ts';
import { fit } from './fit.ts';
import { inputBlocks } from './inputs.ts';
import { readNote, type WindowNote, writeNote } from './payload.ts';
import { createRenderContext, type People, plain, type RenderContext } from './render-context.ts';

export type { People } from './render-context.ts';

/** The one callback id of all windows; what a window does is in its `private_metadata`. */
export const windowId = 'curbside';

/** `text` is all that a notification shows: the summary of a card, never what somebody typed. */
export interface Message {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

export interface RenderOptions {
  readonly locale: string;
  readonly people: People;
  readonly zone?: string | undefined;
  /** One line above: what just happened. */
  readonly note?: Msg | null | undefined;
  readonly files?: DeliveredFiles | undefined;
}

/** How a window stands: over a form to which Back returns, which try of its form this is, where and from what it was opened. */
export type WindowState = Pick<WindowNote, 'over' | 'tries' | 'channel' | 'card'>;

export const createWindowState = (channel: string | null, card: string | null = null): WindowState => ({
  ...{ over: false, tries: 0, channel, card },
});

/** A view on its natural surface: a message, a window, the home tab. */
export function render(view: View, locale: string, people: People): Message | types.ModalView | types.HomeView {
  if (view.is === 'form') return renderWindow(view, { locale, people });
  if (view.is === 'home') return renderHome(view, { locale, people });
  return renderMessage(view, { locale, people });
}

/** A card, or a home page that was asked for in a channel, as a message. */
export function renderMessage(view: Card | Home, options: RenderOptions): Message {
  const context = createRenderContext(options.locale, options.people, options.zone, options.files);
  const summary = view.is === 'card' ? view.summary : ({ key: 'home.summary' } as const);
  const text = clamp(context.words(summary), limits.messageText);
  const blocks = fit(body(view, options, context), limits.messageBlocks, limits.messageChars, cutBlock(context));
  return { text, blocks: blocks.length > 0 ? blocks : [noteBlock(text)] };
}

export function renderHome(view: Home | Card, options: RenderOptions): types.HomeView {
  const context = createRenderContext(options.locale, options.people, options.zone, options.files);
  return {
    type: 'home',
    blocks: fit(body(view, options, context), limits.viewBlocks, limits.viewChars, cutBlock(context)),
  };
}

/** A form, or a private answer where the person is in a window already. */
export function renderWindow(
  view: Form | Card | Home,
  options: RenderOptions,
  stand: WindowState = createWindowState(null),
): types.ModalView {
  const context = createRenderContext(options.locale, options.people, options.zone, options.files);
  const title = context.words(
    view.is === 'form' ? view.title : view.is === 'card' ? view.summary : { key: 'home.summary' },
  );
  const short = title.length <= limits.viewTitle;
  const whole = view.is === 'form' && !short ? [{ type: 'header' as const, text: plain(title, limits.header) }] : [];
  const fields = view.is === 'form' ? view.fields.flatMap((field) => inputBlocks(field, stand.tries, context)) : [];
  const blocks = fit(
    [...whole, ...body(view, options, context), ...fields],
    limits.viewBlocks,
    limits.viewChars,
    cutBlock(context),
  );
  const note: WindowNote =
    view.is === 'form' ? { do: view.do, with: view.with, ...stand } : { do: '', with: {}, ...stand };
  return {
    ...frame(short ? title : context.words(say('slack.app')), note, stand, context),
    blocks: blocks.length > 0 ? blocks : [noteBlock(title)],
    ...(view.is === 'form' ? { submit: plain(context.words(view.submit), limits.viewButton) } : {}),
  };
}

/** Stands in a window while an answer takes longer than Slack waits. */
export function renderWaiting(options: RenderOptions, stand: WindowState, externalId: string): types.ModalView {
  const context = createRenderContext(options.locale, options.people);
  const title = context.words(say('slack.wait'));
  return {
    ...frame(title, { do: '', with: {}, ...stand }, stand, context),
    external_id: externalId,
    blocks: [noteBlock(context.words(say('slack.wait.text')))],
  };
}

/**
 * On a form, the close button goes back to it with everything still typed. Elsewhere it closes all windows at once, so
 * that nobody comes back to a form that was already sent.
 */
function frame(title: string, note: WindowNote, stand: WindowState, context: RenderContext) {
  const metadata = writeNote(note);
  return {
    type: 'modal' as const,
    callback_id: windowId,
    title: plain(title, limits.viewTitle),
    close: plain(context.words(stand.over ? { key: 'word.back' } : say('slack.close')), limits.viewButton),
    clear_on_close: !stand.over,
    private_metadata: metadata.length <= limits.privateMetadata ? metadata : writeNote({ ...note, do: '', with: {} }),
  };
}

export const windowStateOf = (metadata: string): WindowState => {
  const { over, tries, channel, card } = readNote(metadata);
  return { over, tries, channel, card };
};

function body(view: View, options: RenderOptions, context: RenderContext): types.KnownBlock[] {
  const note = options.note ? [noteBlock(context.words(options.note))] : [];
  const blocks = view.is === 'form' ? view.intro : view.blocks;
  return [...note, ...blocks.flatMap((block) => blocksOf(block, context))];
}
