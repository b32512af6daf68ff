import type { App, BlockAction, RespondFn } from '@slack/bolt';
import { type Answer, type Core, type Log, type Route, readSlash, slashTable } from '../../../src/index.ts';
import { readNote, routeOf } from '../block-kit/payload.ts';
import { windowStateOf } from '../block-kit/render.ts';
import { writeRef } from '../web-api/refs.ts';
import type { Workspace, Workspaces } from '../workspace.ts';
import { type FilledState, filledValues, type PressedElement, pressedValues } from './action-values.ts';
import type { SlackEvent } from './incoming.ts';
import { type ReplyTarget, viewOf } from './respond.ts';
import { type SubmittedWindow, submitted, type WindowResponse } from './view-submissions.ts';
import { zoneOptions } from './zone-options.ts';

export interface InboundParts {
  readonly core: Pick<Core, 'handle'>;
  readonly workspaces: Pick<Workspaces, 'of'>;
  readonly routes: readonly Route[];
  readonly log: Log;
  /** How long (ms) a submission waits for its answer, see `submitted`. */
  readonly patienceMs: number;
  /** Keeps the work that an event started, so that stopping can wait for it. */
  readonly track: (work: Promise<unknown>) => Promise<void>;
}

const homeRoute = 'curbside.home';

/** Connects what people do in Slack to the core. Everything is acknowledged before anything is looked up or awaited. */
export function listen(app: App, parts: InboundParts): void {
  const { core, workspaces, log, patienceMs, track } = parts;
  const routes = new Map(parts.routes.map((route) => [route.name, route]));
  const table = slashTable(parts.routes);

  const handle = async (at: Workspace, done: SlackEvent): Promise<Answer> => core.handle(await at.desk.incoming(done));
  const needsWindow = (command: string): boolean => routes.get(command)?.ack === 'form';
  const silent = (command: string): boolean => routes.get(command)?.ack === 'silent';

  const answerTo = (at: Workspace, done: SlackEvent, where: ReplyTarget, trigger: string): Promise<void> =>
    at.answers.reply({
      where,
      trigger,
      user: done.user,
      channel: done.channel,
      answer: handle(at, done),
      needsWindow: needsWindow(done.command),
      silent: silent(done.command),
    });

  async function showHome(
    at: Workspace,
    user: string,
    eventId: string,
    input: SlackEvent['input'] = {},
  ): Promise<void> {
    const answer = await handle(at, { eventId, user, command: homeRoute, input, channel: null });
    await at.answers.publishHome(user, viewOf(answer));
  }

  app.command(/.*/, async ({ ack, command, respond, context }) => {
    await ack();
    const at = await workspaces.of(context);
    const typed = readSlash(table, command.command, command.text);
    const there = { channel: command.channel_id, thread: null };
    const where: ReplyTarget = { is: 'message', respond, ...there, replace: false, card: null };
    const done: SlackEvent = {
      eventId: command.trigger_id,
      user: command.user_id,
      command: typed?.command ?? command.command,
      input: typed?.input ?? {},
      channel: command.channel_id,
    };
    await track(answerTo(at, done, where, command.trigger_id));
  });

  app.action<BlockAction>({ type: 'block_actions', action_id: /.*/ }, async ({ ack, body, respond, context }) => {
    await ack();
    const element = body.actions[0] as unknown as PressedElement | undefined;
    if (element === undefined) return;
    const at = await workspaces.of(context);
    const home = body.view?.type === 'home';
    const inWindow = body.view !== undefined && !home ? windowStateOf(body.view.private_metadata) : null;
    // In the home tab, another home page takes its place instead of lying over it.
    if (home && routeOf(element.action_id) === homeRoute)
      return track(showHome(at, body.user.id, body.trigger_id, pressedValues(element)));
    const channel = body.channel?.id ?? inWindow?.channel ?? null;
    const done: SlackEvent = {
      eventId: body.trigger_id,
      user: body.user.id,
      command: routeOf(element.action_id),
      input: pressedValues(element),
      channel,
    };
    const where: ReplyTarget =
      body.view !== undefined && inWindow !== null
        ? { is: 'window', id: body.view.id, stand: inWindow }
        : channel !== null
          ? messageWhere(body, channel, respond)
          : { is: 'elsewhere' };
    await track(answerTo(at, done, where, body.trigger_id));
    const { group = '' } = done.input;
    if (home) await track(showHome(at, body.user.id, `${body.trigger_id} home`, { group }));
  });

  app.view(/.*/, async ({ ack, body, view, context }) => {
    const at = await workspaces.of(context);
    const note = readNote(view.private_metadata);
    const input = filledValues(view.state.values as FilledState, at.desk.refFor).then((values) => ({
      ...values,
      ...note.with,
    }));
    const trigger = (body as { trigger_id?: string }).trigger_id ?? `${view.id} ${view.hash}`;
    const answer = input.then((values) =>
      handle(at, { eventId: trigger, user: body.user.id, command: note.do, input: values, channel: note.channel }),
    );
    const window = view as unknown as SubmittedWindow;
    const respond = ack as unknown as (response: WindowResponse) => Promise<void>;
    const { client, answers } = at;
    await track(
      submitted(
        { client, answers, log, patienceMs },
        { user: body.user.id, window, answer, silent: silent(note.do) },
        respond,
      ),
    );
  });

  app.shortcut(/.*/, async ({ ack, shortcut, context }) => {
    await ack();
    const at = await workspaces.of(context);
    const message = shortcut.type === 'message_action' ? shortcut : null;
    const done: SlackEvent = {
      eventId: shortcut.trigger_id,
      user: shortcut.user.id,
      command: shortcut.callback_id,
      input: message === null ? {} : shortcutInput(message),
      channel: message?.channel.id ?? null,
    };
    await track(answerTo(at, done, { is: 'elsewhere' }, shortcut.trigger_id));
  });

  app.event('app_home_opened', async ({ event, body, context }) => {
    if (event.tab !== 'home') return;
    const at = await workspaces.of(context);
    // Not waited for: Slack delivers an event again that is not answered in three seconds.
    void track(showHome(at, event.user, body.event_id));
  });

  app.options(/.*/, async ({ ack, body, payload, context }) => {
    const { answers } = await workspaces.of(context);
    await ack({ options: zoneOptions(payload.value, answers.localeOf(body.user.id)) });
  });
}

interface ShortcutMessage {
  readonly channel: { readonly id: string };
  readonly message: { readonly ts?: string; readonly thread_ts?: string; readonly text?: string };
}

/** The text goes to the core for one look and is kept nowhere; the thread is named by the message that it hangs on. */
function shortcutInput({ channel, message }: ShortcutMessage): Record<string, string> {
  const ts = message.thread_ts ?? message.ts ?? '';
  return { text: message.text ?? '', thread: writeRef({ channel: channel.id, ts, thread: null }) };
}

function messageWhere(body: BlockAction, channel: string, respond: RespondFn): ReplyTarget {
  const { container } = body as { container: { is_ephemeral?: boolean; thread_ts?: string } };
  const replace = container.is_ephemeral === true;
  return {
    is: 'message',
    respond,
    channel,
    thread: container.thread_ts ?? null,
    replace,
    card: replace ? body.response_url : null,
  };
}
