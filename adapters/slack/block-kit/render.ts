import type { types } from '@slack/bolt';
import type { Card, Form, Home, Msg, View } from '../../../src/index.ts';
import { clamp, limits } from '../limits.ts';
import { blocksOf, cutBlock, noteBlock } from './blocks.ts';
import { fit } from './fit.ts';
import { inputBlocks } from './inputs.ts';
import { readNote, type WindowNote, writeNote } from './payload.ts';
import { newPen, type Pen, type People, plain } from './render-context.ts';

export type { People } from './render-context.ts';

/** The one callback id of all windows; what a window does is in its `private_metadata`. */
export const windowId = 'curbside';

/** `text` is all that a notification shows: the summary of a card, never what somebody typed. */
export interface Message {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

export interface Look {
  readonly locale: string;
  readonly people: People;
  readonly zone?: string | undefined;
  /** One line above: what just happened. */
  readonly note?: Msg | null | undefined;
}

/** How a window stands: over a form to which Back returns, which try of its form this is, where it was opened. */
export type Stand = Pick<WindowNote, 'over' | 'tries' | 'channel'>;

export const newStand = (channel: string | null): Stand => ({ over: false, tries: 0, channel });

/** A view on its natural surface: a message, a window, the home tab. */
export function render(view: View, locale: string, people: People): Message | types.ModalView | types.HomeView {
  if (view.is === 'form') return renderWindow(view, { locale, people });
  if (view.is === 'home') return renderHome(view, { locale, people });
  return renderMessage(view, { locale, people });
}

/** A card, or a home page that was asked for in a channel, as a message. */
export function renderMessage(view: Card | Home, look: Look): Message {
  const pen = newPen(look.locale, look.people, look.zone);
  const summary = view.is === 'card' ? view.summary : ({ key: 'home.summary' } as const);
  const text = clamp(pen.words(summary), limits.messageText);
  const blocks = fit(body(view, look, pen), limits.messageBlocks, limits.messageChars, cutBlock(pen));
  return { text, blocks: blocks.length > 0 ? blocks : [noteBlock(text)] };
}

export function renderHome(view: Home | Card, look: Look): types.HomeView {
  const pen = newPen(look.locale, look.people, look.zone);
  return { type: 'home', blocks: fit(body(view, look, pen), limits.viewBlocks, limits.viewChars, cutBlock(pen)) };
}

/** A form, or a private answer where the person is in a window already. */
export function renderWindow(view: Form | Card | Home, look: Look, stand: Stand = newStand(null)): types.ModalView {
  const pen = newPen(look.locale, look.people, look.zone);
  const title = pen.words(
    view.is === 'form' ? view.title : view.is === 'card' ? view.summary : { key: 'home.summary' },
  );
  const short = title.length <= limits.viewTitle;
  const whole = view.is === 'form' && !short ? [{ type: 'header' as const, text: plain(title, limits.header) }] : [];
  const fields = view.is === 'form' ? view.fields.flatMap((field) => inputBlocks(field, stand.tries, pen)) : [];
  const blocks = fit(
    [...whole, ...body(view, look, pen), ...fields],
    limits.viewBlocks,
    limits.viewChars,
    cutBlock(pen),
  );
  const note: WindowNote =
    view.is === 'form' ? { do: view.do, with: view.with, ...stand } : { do: '', with: {}, ...stand };
  return {
    ...frame(short ? title : pen.words({ key: 'slack.app' }), note, stand, pen),
    blocks: blocks.length > 0 ? blocks : [noteBlock(title)],
    ...(view.is === 'form' ? { submit: plain(pen.words(view.submit), limits.viewButton) } : {}),
  };
}

/** Stands in a window while an answer takes longer than Slack waits. */
export function renderWaiting(look: Look, stand: Stand, externalId: string): types.ModalView {
  const pen = newPen(look.locale, look.people);
  const title = pen.words({ key: 'slack.wait' });
  return {
    ...frame(title, { do: '', with: {}, ...stand }, stand, pen),
    external_id: externalId,
    blocks: [noteBlock(pen.words({ key: 'slack.wait.text' }))],
  };
}

/**
 * On a form, the close button goes back to it with everything still typed. Elsewhere it closes all windows at once, so
 * that nobody comes back to a form that was already sent.
 */
function frame(title: string, note: WindowNote, stand: Stand, pen: Pen) {
  const metadata = writeNote(note);
  return {
    type: 'modal' as const,
    callback_id: windowId,
    title: plain(title, limits.viewTitle),
    close: plain(pen.words(stand.over ? { key: 'word.back' } : { key: 'slack.close' }), limits.viewButton),
    clear_on_close: !stand.over,
    private_metadata: metadata.length <= limits.privateMetadata ? metadata : writeNote({ ...note, do: '', with: {} }),
  };
}

export const standOf = (metadata: string): Stand => {
  const { over, tries, channel } = readNote(metadata);
  return { over, tries, channel };
};

function body(view: View, look: Look, pen: Pen): types.KnownBlock[] {
  const note = look.note ? [noteBlock(pen.words(look.note))] : [];
  const blocks = view.is === 'form' ? view.intro : view.blocks;
  return [...note, ...blocks.flatMap((block) => blocksOf(block, pen))];
}
