import { randomUUID } from 'node:crypto';
import { RespondError, type RespondFn, type types, type webApi } from '@slack/bolt';
import pLimit from 'p-limit';
import { type Answer, type Clock, chooseLocale, type Log, type Msg, type View, wordsOf } from '../../../src/index.ts';
import { type Documents, entriesInFiles } from '../../documents/index.ts';
import { soon } from '../../node/soon.ts';
import {
  createWindowState,
  type RenderOptions,
  renderHome,
  renderMessage,
  renderWaiting,
  renderWindow,
  type WindowState,
} from '../block-kit/render.ts';
import type { Directory } from '../web-api/directory.ts';
import { codeOf } from '../web-api/failures.ts';
import { deliverFiles } from '../web-api/files.ts';
import { say } from '../words/index.ts';
import { draftIn } from './draft-id.ts';

/** Where the person is, and so where the answer belongs. */
export type ReplyTarget =
  /** In a channel. `replace`: the message they used is a private one, which the answer takes the place of. */
  | {
      readonly is: 'message';
      readonly respond: RespondFn;
      readonly channel: string;
      readonly thread: string | null;
      readonly replace: boolean;
      /** The `response_url` of that private message; null where it is none. */
      readonly card: string | null;
    }
  | { readonly is: 'window'; readonly id: string; readonly stand: WindowState }
  /** In the home tab or one of Slack's menus: only a window can answer. */
  | { readonly is: 'elsewhere' };

interface Reply {
  readonly where: ReplyTarget;
  readonly user: string;
  /** Remembered by a window that opens: Slack does not say it again when that is submitted. */
  readonly channel: string | null;
  /** Good for one window, for three seconds. */
  readonly trigger: string;
  readonly answer: Promise<Answer>;
  /** The answer may be a form, so it must have a window before the trigger runs out. */
  readonly needsWindow: boolean;
  /** Nothing to show unless it was refused. */
  readonly silent: boolean;
}

export interface Responder {
  reply(reply: Reply): Promise<void>;
  lookFor(user: string, answer: Answer): Promise<RenderOptions>;
  /** The person's language as far as it is known without asking Slack. */
  localeOf(user: string): string;
  publishHome(user: string, view: View): Promise<void>;
}

export interface ResponderParts {
  readonly client: webApi.WebClient;
  readonly directory: Directory;
  /** Makes the files of answers; null where there are none to make. */
  readonly documents: Documents | null;
  readonly clock: Clock;
  readonly log: Log;
  /** How long (ms) a window may wait for its answer before it opens without. */
  readonly openWithinMs: number;
  /** How long (ms) a file may take before the person reads that it is being made. */
  readonly quietForMs: number;
}

/** Private answers on their way at the same time. */
const mostAtOnce = 20;

export const viewOf = (answer: Answer): View => (answer.is === 'again' ? answer.form : answer.view);

/** Private answers: an ephemeral message, a window, the home tab. Never anything that others see. */
export function createResponder({
  client,
  directory,
  documents,
  clock,
  log,
  openWithinMs,
  quietForMs,
}: ResponderParts): Responder {
  const limit = pLimit(mostAtOnce);

  async function lookFor(user: string, answer: Answer): Promise<RenderOptions> {
    const [profile, { people }] = await Promise.all([directory.profile(user), directory.namesIn(viewOf(answer))]);
    const note = answer.is === 'refused' ? null : answer.note;
    const locale = answer.locale ?? chooseLocale(profile?.locale);
    const zone = profile?.zone ?? undefined;
    const name = (ref: string): string => people(ref)?.name ?? wordsOf(locale, { key: 'word.someone' });
    const reader = { locale, zone: zone ?? 'UTC', name };
    const files = await deliverFiles(
      { client, documents, log },
      { user, view: viewOf(answer), reader, now: clock.now() },
    );
    return { locale, zone, people, note, files };
  }

  async function publishHome(user: string, view: View): Promise<void> {
    if (view.is === 'form') return;
    const options = await lookFor(user, { is: 'view', note: null, view });
    await client.views.publish({ user_id: user, view: renderHome(view, options) });
  }

  /**
   * A window with the answer, or a waiting one that the answer then takes over. The trigger is dead after three seconds, on
   * Slack's clock: whatever the answer waits for (a profile that has to be asked for, the disk), the window does not.
   */
  async function open(reply: Reply): Promise<void> {
    const ready = windowFor(reply);
    const first = await soon(ready, openWithinMs);
    if (first !== null) {
      await client.views.open({ trigger_id: reply.trigger, view: first });
      return;
    }
    const options: RenderOptions = { locale: directory.localeOf(reply.user), people: () => null };
    const externalId = randomUUID();
    await client.views.open({
      trigger_id: reply.trigger,
      view: renderWaiting(options, standOf(reply), externalId),
    });
    await client.views.update({ external_id: externalId, view: await ready });
  }

  async function windowFor(reply: Reply): Promise<types.ModalView> {
    const { user, answer, where } = reply;
    const done = await answer;
    const view = viewOf(done);
    const stand =
      where.is === 'window'
        ? { ...where.stand, over: where.stand.over && draftIn(view) !== null, tries: where.stand.tries + 1 }
        : standOf(reply);
    return renderWindow(view, await lookFor(user, done), stand);
  }

  async function respondEphemeral(reply: Reply, where: Extract<ReplyTarget, { is: 'message' }>): Promise<void> {
    const done = await reply.answer;
    const view = viewOf(done);
    if (reply.silent && done.is === 'view') return;
    if (view.is === 'form') return open(reply);
    const looked = lookFor(reply.user, done);
    const entries = entriesInFiles(view.blocks);
    // In place of the message that was pressed: the answer then takes its place. After a command there is none to replace.
    if (entries !== null && where.replace && (await soon(looked, quietForMs)) === null)
      await sayLine(reply, where, { key: 'file.preparing', with: { n: entries } }).catch((error) =>
        // The answer does not depend on the line.
        log.warn('slack.progress_failed', { why: codeOf(error) }),
      );
    await sendEphemeral(reply, where, renderMessage(view, await looked));
  }

  /** `response_url` works in every channel, also where the bot is not; it is good for 30 minutes and five answers. */
  async function sendEphemeral(
    reply: Reply,
    where: Extract<ReplyTarget, { is: 'message' }>,
    message: { text: string; blocks: types.KnownBlock[] },
  ): Promise<void> {
    const { channel, thread } = where;
    const inThread = thread === null ? {} : { thread_ts: thread };
    try {
      await limit(() =>
        where.respond({ response_type: 'ephemeral', replace_original: where.replace, ...message, ...inThread }),
      );
    } catch (error) {
      log.warn('slack.response_url_failed', { why: respondCode(error) });
      await client.chat.postEphemeral({
        channel,
        user: reply.user,
        ...message,
        ...inThread,
        parse: 'none',
        link_names: false,
      });
    }
  }

  async function tooLate(reply: Reply): Promise<void> {
    const { where } = reply;
    if (where.is !== 'message') return;
    await sayLine(reply, { ...where, replace: false }, say('slack.tooLate'));
  }

  async function sayLine(reply: Reply, where: Extract<ReplyTarget, { is: 'message' }>, line: Msg): Promise<void> {
    const profile = await directory.profile(reply.user);
    const card = {
      is: 'card',
      summary: line,
      blocks: [{ is: 'text', style: 'body', spans: [{ is: 'msg', msg: line }] }],
    } as const;
    await sendEphemeral(
      reply,
      where,
      renderMessage(card, { locale: chooseLocale(profile?.locale), people: () => null }),
    );
  }

  return {
    lookFor,
    localeOf: (user) => directory.localeOf(user),
    publishHome,
    async reply(reply) {
      const { where } = reply;
      try {
        if (where.is === 'window') await client.views.update({ view_id: where.id, view: await windowFor(reply) });
        else if (where.is === 'message' && !reply.needsWindow) await respondEphemeral(reply, where);
        else await open(reply);
      } catch (error) {
        const code = codeOf(error);
        if (openCodes.has(code)) return;
        log.warn('slack.answer_failed', { where: where.is, why: code });
        if (reply.needsWindow || lateCodes.has(code)) await tooLate(reply).catch(() => log.warn('slack.answer_lost'));
      }
    },
  };
}

/** A window that opens: nothing was tried in it yet. */
const standOf = ({ channel, where }: Reply): WindowState =>
  createWindowState(channel, where.is === 'message' ? where.card : null);

/** How a `response_url` failed: it is dead after half an hour or five answers. */
const respondCode = (error: unknown): string =>
  error instanceof RespondError ? `http ${error.statusCode}` : codeOf(error);

/** The trigger ran out. */
const lateCodes = new Set(['expired_trigger_id', 'trigger_expired', 'invalid_trigger_id']);

/** An earlier delivery of the same event used the trigger: the window is open already. */
const openCodes = new Set(['exchanged_trigger_id', 'trigger_exchanged']);
