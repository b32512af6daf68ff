import { randomUUID } from 'node:crypto';
import type { types, webApi } from '@slack/bolt';
import type { Answer, Log } from '../../../src/index.ts';
import { soon } from '../../node/soon.ts';
import { readNote, writeNote } from '../block-kit/payload.ts';
import {
  type RenderOptions,
  renderWaiting,
  renderWindow,
  type WindowState,
  windowId,
  windowStateOf,
} from '../block-kit/render.ts';
import { limits } from '../limits.ts';
import { codeOf } from '../web-api/failures.ts';
import { draftIn } from './draft-id.ts';
import { removeCard } from './remove-card.ts';
import { type Responder, viewOf } from './respond.ts';

/** The window that was submitted, as Slack sends it back. */
export interface SubmittedWindow {
  readonly id: string;
  readonly root_view_id: string | null;
  readonly previous_view_id: string | null;
  readonly private_metadata: string;
  readonly blocks: types.KnownBlock[];
  readonly title: types.PlainTextElement;
  readonly submit: types.PlainTextElement | null;
  readonly close: types.PlainTextElement | null;
}

/** What acknowledging a submission tells Slack to do with its windows. */
export type WindowResponse =
  | { readonly response_action: 'update' | 'push'; readonly view: types.ModalView }
  | { readonly response_action: 'clear' };

export interface SubmissionParts {
  readonly client: webApi.WebClient;
  readonly answers: Responder;
  readonly log: Log;
  readonly patienceMs: number;
}

/**
 * Answers a form. Slack shows an error three seconds after a submission that nobody acknowledged, and takes the next
 * window only with the acknowledgement; so the answer is waited for, but no longer than `patienceMs`, after which a
 * waiting window is shown and the answer takes its place.
 */
export async function submitted(
  parts: SubmissionParts,
  of: { user: string; window: SubmittedWindow; answer: Promise<Answer>; silent: boolean },
  ack: (response: WindowResponse) => Promise<void>,
): Promise<void> {
  const { client, answers, log, patienceMs } = parts;
  const { user, window, answer, silent } = of;
  const response = responseTo(answers, user, window, answer, silent);
  const inTime = await soon(response, patienceMs);
  if (inTime !== null) {
    await ack(inTime);
  } else {
    const options: RenderOptions = { locale: answers.localeOf(user), people: () => null };
    const externalId = randomUUID();
    const room = depthOf(window) < limits.viewDepth;
    const stand: WindowState = { ...windowStateOf(window.private_metadata), over: room, card: null };
    await ack({ response_action: room ? 'push' : 'update', view: renderWaiting(options, stand, externalId) });
    const done = viewOf(await answer);
    const late = renderWindow(done, await answers.lookFor(user, await answer), {
      ...stand,
      over: room && draftIn(done) !== null,
      tries: stand.tries + 1,
    });
    await retryOnce(() => client.views.update({ external_id: externalId, view: late }));
  }
  const done = await answer;
  const draft = draftIn(viewOf(done));
  if (draft !== null && isRoot(window)) {
    await client.views
      .update({ view_id: window.id, view: sameFormFor(window, draft) })
      .catch((error: unknown) => log.warn('slack.form_kept', { why: codeOf(error) }));
  }
  // Last, as it may take its time: until the form knows its draft, Back and a second try would make another one.
  const { card } = windowStateOf(window.private_metadata);
  if (card !== null && done.is === 'view') await removeCard(card, log);
}

async function responseTo(
  answers: Responder,
  user: string,
  window: SubmittedWindow,
  answer: Promise<Answer>,
  silent: boolean,
): Promise<WindowResponse> {
  const done = await answer;
  const view = viewOf(done);
  if (silent && done.is === 'view') return { response_action: 'clear' };
  const options = await answers.lookFor(user, done);
  const before = windowStateOf(window.private_metadata);
  if (done.is === 'again') {
    return {
      response_action: 'update',
      view: renderWindow(done.form, options, { ...before, tries: before.tries + 1 }),
    };
  }
  // A refusal comes on top, so that what was typed is still there underneath.
  const onTop = done.is === 'refused' ? depthOf(window) < limits.viewDepth : isRoot(window) && draftIn(view) !== null;
  // What a refusal lies on may be sent again.
  const card = done.is === 'refused' ? before.card : null;
  const stand: WindowState = { ...before, card, over: onTop, tries: before.tries + 1 };
  return { response_action: onTop ? 'push' : 'update', view: renderWindow(view, options, stand) };
}

/**
 * The form as it stands, now about the draft that it made: sent again after Back, it changes that draft instead of
 * making another. Block ids stay, so Slack keeps what was typed.
 */
function sameFormFor(window: SubmittedWindow, draft: string): types.ModalView {
  const note = readNote(window.private_metadata);
  return {
    type: 'modal',
    callback_id: windowId,
    title: window.title,
    blocks: window.blocks,
    private_metadata: writeNote({ ...note, card: null, with: { ...note.with, draft } }),
    clear_on_close: true,
    ...(window.submit === null ? {} : { submit: window.submit }),
    ...(window.close === null ? {} : { close: window.close }),
  };
}

const isRoot = (window: SubmittedWindow): boolean => window.root_view_id === null || window.root_view_id === window.id;

function depthOf(window: SubmittedWindow): number {
  if (isRoot(window)) return 1;
  return window.previous_view_id === window.root_view_id ? 2 : 3;
}

/** The acknowledgement may still be on its way when the update arrives: Slack then does not know the window yet. */
async function retryOnce(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (codeOf(error) !== 'not_found') throw error;
    await new Promise((resolve) => setTimeout(resolve, 500));
    await call();
  }
}
