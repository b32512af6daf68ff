/** @jsxImportSource hono/jsx */
import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from 'hono/jsx';
import { openSlackApp } from '../../test/wire/slack-app.ts';
import { practice } from '../../test/wire/slack-kit.ts';
import { actingIn, type Face, type Steps, setUp, startsAt, type Typed } from './faces.ts';
import type { Drawing } from './pane.tsx';
import * as slack from './slack.tsx';

// biome-ignore lint/suspicious/noExplicitAny: payloads as they travel
type Json = any;

/** The members of the practice, the owner first. */
const users = ['U0ROWAN', 'U0C3', 'U0C4', 'U0C5', 'U0C6', 'U0CANARY7'] as const;

export const names: slack.Names = {
  users: Object.fromEntries(Object.entries(practice.users).map(([id, { real_name }]) => [id, real_name])),
  channels: { [practice.channel]: 'case-consultation' },
};

/** The real Bolt before a Slack on loopback, its messages and windows drawn. */
export async function slackFace(draw: Drawing): Promise<Face> {
  const app = await openSlackApp();
  let now = startsAt;
  const scope = await app.vault.scopeFor({ platform: 'slack', id: practice.team });
  const people = await Promise.all(
    users.map(async (user, i) => {
      const who = await app.vault.refFor({ platform: 'slack', id: `${practice.team}/${user}` });
      const here = { scope, who, channel: practice.channel, manages: i === 0 };
      return actingIn(app.core, { ...here, zone: 'America/New_York', locale: 'en-US' });
    }),
  );
  await setUp(people);
  const posted = await standing(app.server);

  /** What Slack was asked to show since, once nothing more comes: a window, or a private message. */
  async function answer(since: number, seen: Json): Promise<Json> {
    let count = -1;
    while (count !== app.server.calls.length || count === since) {
      count = app.server.calls.length;
      await pause(400);
    }
    const shown = app.server.calls
      .slice(since)
      .findLast(({ method }) => method === 'response_url' || method.startsWith('views.'));
    if (shown === undefined) return seen;
    if (shown.method === 'response_url') return { message: shown.body };
    const id = [...app.server.views].find(([, view]) => view === shown.body.view)?.[0];
    return { view: { id, ...(shown.body.view as Json) } };
  }

  async function after({ member, command, presses = [] }: Steps): Promise<Json> {
    const person = app.sit(users[member] ?? users[0]);
    const [name = '', ...words] = command.split(' ');
    let since = app.server.calls.length;
    await person.command(name, words.join(' '));
    let seen = await answer(since, {});
    for (const label of presses) {
      since = app.server.calls.length;
      await person.press(seen, label);
      seen = await answer(since, seen);
    }
    return seen;
  }

  const pane = (title: string, all: readonly Json[]): Child => (
    <div>
      <div class="pane">{title}</div>
      {all.map((one) => slack.message(one, names))}
    </div>
  );

  return {
    name: 'Slack',
    people,
    now: () => now,
    async pass(ms) {
      now += ms;
      await app.pass(ms);
    },
    async thread(height) {
      const all = await posted();
      const under = all.findLast((one) => one.thread_ts !== undefined)?.thread_ts;
      return draw(
        pane(
          'Thread',
          all.filter((one) => one.thread_ts === under),
        ),
        slack.style,
        { height, end: true },
      );
    },
    async channel(height) {
      const all = (await posted()).filter((one) => one.channel === practice.channel && one.thread_ts === undefined);
      return draw(pane('# case-consultation', all), slack.style, { height, end: true });
    },
    async privately(steps, height) {
      const { view, message } = await after(steps);
      const shown = view ? slack.modal(filled(view, steps.typed), names) : slack.message(message, names, true);
      return draw(shown, slack.style, { height });
    },
    close: () => app.close(),
  };
}

/** Messages as they stand now: posted, changed since, or taken away. */
async function standing(server: Awaited<ReturnType<typeof openSlackApp>>['server']) {
  const times: string[] = [];
  return async (): Promise<Json[]> => {
    const posts = server.calls.filter(({ method }) => method === 'chat.postMessage');
    while (times.length < posts.length) times.push(String((await server.next('chat.postMessage answered')).body.ts));
    return posts.flatMap(({ body }, i) => {
      const ts = times[i];
      const gone = server.calls.some(({ method, body }) => method === 'chat.delete' && body.ts === ts);
      const changed = server.calls.findLast(({ method, body }) => method === 'chat.update' && body.ts === ts);
      return gone ? [] : [{ ...body, ...(changed === undefined ? {} : { blocks: changed.body.blocks }) }];
    });
  };
}

/** A window with what somebody typed into it. */
const filled = (view: Json, typed: Typed = {}): Json => ({
  ...view,
  blocks: view.blocks.map((block: Json) => {
    const id = String(block.block_id);
    const value = block.type === 'input' ? typed[id.slice(0, id.lastIndexOf('~'))] : undefined;
    if (value === undefined) return block;
    const { element } = block;
    const option = (element.options ?? []).find((o: Json) => o.value === value);
    const given =
      element.type === 'plain_text_input'
        ? { initial_value: value }
        : element.type === 'datepicker'
          ? { initial_date: value }
          : { initial_option: option };
    return { ...block, element: { ...element, ...given } };
  }),
});
