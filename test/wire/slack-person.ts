import type { SlackServer } from './slack-server.ts';

type Json = Record<string, unknown>;

/** Somebody at a Slack client: makes the payloads that Slack sends when they type, press, choose and submit. */
export interface Person {
  command(command: string, text?: string, more?: Json): Promise<Json>;
  /** Presses the button with that label. `posted` is a message that everybody sees, `message` a private one. */
  press(of: Screen, label: string, more?: Json): Promise<Json>;
  /** Moves a picker of a message or window: the first one that offers the values. */
  choose(of: Screen, values: readonly string[], more?: Json): Promise<Json>;
  /** Fills a window in and sends it; resolves with the acknowledgement, its window (if any) in place with an id. */
  submit(view: Json, values: Record<string, unknown>, more?: Json): Promise<Json>;
  shortcut(callbackId: string, message?: Json): Promise<Json>;
  openHome(): Promise<Json>;
}

interface Screen {
  readonly message?: Json;
  readonly posted?: Json;
  readonly view?: Json;
}

export interface Seat {
  readonly team: string;
  readonly user: string;
  readonly channel: string;
}

export function personAt(server: SlackServer, { team, user, channel }: Seat): Person {
  const common = () => ({
    team: { id: team, domain: 'practice' },
    user: { id: user, team_id: team, username: 'someone' },
    api_app_id: 'A1',
    token: 'legacy',
    trigger_id: server.trigger(),
  });

  const acted = (of: Screen, element: Json, more: Json): Promise<Json> =>
    server.send('interactive', {
      type: 'block_actions',
      ...common(),
      ...(of.view
        ? { container: { type: 'view', view_id: of.view.id }, view: { ...of.view, team_id: team, app_id: 'A1' } }
        : {
            container: {
              type: 'message',
              message_ts: '1700000000.000001',
              channel_id: channel,
              is_ephemeral: of.posted === undefined,
              ...threadOf(of.posted),
            },
            channel: { id: channel, name: 'case-consultation' },
            message: of.posted ?? of.message,
            response_url: server.responseUrl(),
          }),
      actions: [{ action_ts: '1700000001.000000', ...element }],
      ...more,
    });

  return {
    command: (command, text = '', more = {}) =>
      server.send('slash_commands', {
        command,
        text,
        team_id: team,
        channel_id: channel,
        user_id: user,
        user_name: 'someone',
        response_url: server.responseUrl(),
        trigger_id: server.trigger(),
        ...more,
      }),
    press: (of, label, more = {}) => {
      const button = elementsOf(of).find((e) => e.type === 'button' && textOf(e) === label);
      if (button === undefined) throw new Error(`no button "${label}"`);
      return acted(
        of,
        { type: 'button', action_id: button.action_id, block_id: button.block_id ?? 'b', value: button.value },
        more,
      );
    },
    choose: (of, values, more = {}) => {
      const picker = elementsOf(of).find((e) => e.type !== 'button' && offers(e, values));
      if (picker === undefined) throw new Error('no such choice');
      const chosen = optionsOf(picker).filter((o) => values.includes(String(o.value)));
      const several = picker.type === 'checkboxes' || picker.type === 'multi_static_select';
      const selection = several ? { selected_options: chosen } : { selected_option: chosen[0] ?? null };
      return acted(
        of,
        { type: picker.type, action_id: picker.action_id, block_id: picker.block_id, ...selection },
        more,
      );
    },
    submit: async (view, values, more = {}) => {
      const response = await server.send('interactive', {
        type: 'view_submission',
        ...common(),
        view: {
          root_view_id: view.id,
          previous_view_id: null,
          hash: '1.a',
          team_id: team,
          app_id: 'A1',
          submit: null,
          close: null,
          ...view,
          state: { values: stateOf(view, values) },
        },
        response_urls: [],
        ...more,
      });
      const next = response.view as Json | undefined;
      if (next === undefined) return response;
      const push = response.response_action === 'push';
      const id = server.keep(next, push ? undefined : String(view.id));
      const stack = push ? { root_view_id: view.root_view_id ?? view.id, previous_view_id: view.id } : {};
      return { ...response, view: { ...next, id, ...stack } };
    },
    shortcut: (callbackId, message) =>
      server.send('interactive', {
        type: message ? 'message_action' : 'shortcut',
        callback_id: callbackId,
        ...common(),
        ...(message
          ? {
              channel: { id: channel, name: 'case-consultation' },
              message,
              message_ts: message.ts,
              response_url: server.responseUrl(),
            }
          : {}),
      }),
    openHome: () =>
      server.send('events_api', {
        type: 'event_callback',
        event_id: `Ev${server.trigger()}`,
        team_id: team,
        api_app_id: 'A1',
        event: { type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '1700000000.000001' },
      }),
  };
}

/** Fields by name → what Slack sends: text, an option's value, several values, user ids, a date. */
function stateOf(view: Json, values: Record<string, unknown>): Json {
  const inputs = (view.blocks as Json[]).filter((b) => b.type === 'input');
  return Object.fromEntries(
    inputs.map((input) => {
      const id = String(input.block_id);
      const element = input.element as Json;
      const given = values[id.slice(0, id.lastIndexOf('~'))];
      return [id, { [String(element.action_id)]: { type: element.type, ...filled(element, given) } }];
    }),
  );
}

function filled(element: Json, given: unknown): Json {
  const options = optionsOf(element);
  const several = (Array.isArray(given) ? given : given === undefined ? [] : [given]).map(String);
  switch (element.type) {
    case 'plain_text_input':
      return { value: given ?? element.initial_value ?? null };
    case 'datepicker':
      return { selected_date: given ?? element.initial_date ?? null };
    case 'multi_users_select':
      return { selected_users: given === undefined ? (element.initial_users ?? []) : several };
    case 'external_select':
      return { selected_option: given === undefined ? (element.initial_option ?? null) : { value: given } };
    case 'checkboxes':
    case 'multi_static_select':
      return {
        selected_options:
          given === undefined
            ? (element.initial_options ?? [])
            : options.filter((o) => several.includes(String(o.value))),
      };
    default:
      return {
        selected_option:
          given === undefined ? (element.initial_option ?? null) : (options.find((o) => o.value === given) ?? null),
      };
  }
}

const threadOf = (posted?: Json): Json => (posted?.thread_ts === undefined ? {} : { thread_ts: posted.thread_ts });

function elementsOf({ message, posted, view }: Screen): Json[] {
  const blocks = ((message ?? posted ?? view)?.blocks ?? []) as Json[];
  return blocks.flatMap((b) =>
    b.type === 'actions' ? (b.elements as Json[]).map((e) => ({ ...e, block_id: b.block_id })) : [],
  );
}

const optionsOf = (element: Json): Json[] => (element.options ?? []) as Json[];
const offers = (element: Json, values: readonly string[]): boolean =>
  values.every((v) => optionsOf(element).some((o) => o.value === v));
const textOf = (element: Json): string => String((element.text as Json).text);

/** Every text that a message or window shows, for "is it there?" and "is it not there?". */
export const wordsIn = (body: unknown): string => JSON.stringify(body);
