import type { DiscordServer } from './discord.ts';
import type { Done } from './discord-interactions.ts';
import { memberJson, messageJson, userJson } from './discord-json.ts';
import { inside } from './discord-schema.ts';
import type { Channel, Guild, Message, User } from './discord-world.ts';

interface Component {
  readonly type: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly content?: string;
  readonly disabled?: boolean;
  readonly component?: Component;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  readonly value?: string;
  readonly default?: boolean;
  readonly default_values?: readonly { readonly id: string }[];
}

/** What somebody sees after they did something. */
export interface Seen {
  readonly done: Done;
  /** The modal that opened, or null. */
  readonly modal: {
    readonly custom_id: string;
    readonly title: string;
    readonly components: readonly Component[];
  } | null;
  /** The private card: the answer, or the newest follow-up. */
  readonly card: Message | null;
  /** All text of that card. */
  readonly text: string;
}

/** A person at a Discord client: types commands, presses, chooses, fills in forms. */
export interface Person {
  readonly user: User;
  type(command: string, word: string, options?: Record<string, string>, where?: Channel): Promise<Seen>;
  complete(
    command: string,
    word: string,
    option: string,
    typed: string,
  ): Promise<readonly { name: string; value: string }[]>;
  menu(name: string, on: Message): Promise<Seen>;
  /** Presses the button with this label or this start of its id; `:name` is a field on a card. */
  press(on: Message, which: string): Promise<Seen>;
  choose(on: Message, which: string, values: readonly string[]): Promise<Seen>;
  /** Presses, or chooses where there are values, and waits for nothing: what has no answer of its own shows none. */
  touch(on: Message, which: string, values?: readonly string[]): void;
  /** Sends a modal with these values over what it opened with; people by user id. */
  submit(seen: Seen, values: Record<string, string | boolean | readonly string[]>): Promise<Seen>;
}

export const componentsOf = (message: Message): Component[] =>
  message.components.flatMap((c) => inside(c as never)) as Component[];

export const textOf = (message: Message): string =>
  componentsOf(message)
    .flatMap((c) => c.content ?? [])
    .join('\n');

/** How long (ms) a person waits for an answer before a test fails and says so: Discord itself gives up after three seconds. */
const patienceMs = 60_000;

async function answeredIn({ shown }: Done): Promise<void> {
  const tooLate = new Error('no answer to an interaction');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate), patienceMs);
  });
  await Promise.race([shown, late]).finally(() => clearTimeout(timer));
}

export function person(server: DiscordServer, user: User, guild: Guild | null, channel: Channel): Person {
  const begin = (type: number, data: unknown, source: Message | null = null, where = channel) =>
    server.interactions.begin(user, guild, where.id, type, data, source);

  async function seen(done: Done): Promise<Seen> {
    await answeredIn(done);
    const card = done.followUps.at(-1) ?? done.answer;
    const modal = done.callback?.type === 9 ? (done.callback.data as never) : null;
    return { done, modal, card, text: card === null ? '' : textOf(card) };
  }

  const sub = (word: string, options: readonly unknown[]) => [{ type: 1, name: word, options }];

  function find(on: Message, which: string): Component & { custom_id: string } {
    const all = componentsOf(on).filter((c) => c.custom_id !== undefined && !c.disabled);
    const one =
      all.find((c) => c.label === which) ??
      all.find((c) => c.placeholder === which) ??
      all.find((c) => c.custom_id?.slice(1).startsWith(which)) ??
      all.find((c) => which.startsWith(':') && c.custom_id?.endsWith(`f=${which.slice(1)}`));
    if (one?.custom_id === undefined)
      throw new Error(`no "${which}" among ${all.map((c) => c.label ?? c.custom_id).join(', ')}`);
    return { ...one, custom_id: one.custom_id };
  }

  function control(on: Message, which: string, values?: readonly string[]): Done {
    const of = find(on, which);
    const data = { custom_id: of.custom_id, component_type: of.type, ...(values === undefined ? {} : { values }) };
    const where = server.world.channels.get(on.channel) ?? channel;
    return begin(3, data, on, where);
  }

  return {
    user,
    type: (command, word, options = {}, where = channel) =>
      seen(
        begin(
          2,
          {
            id: '1',
            name: command,
            type: 1,
            options: sub(
              word,
              Object.entries(options).map(([name, value]) => ({ type: 3, name, value })),
            ),
          },
          null,
          where,
        ),
      ),
    async complete(command, word, option, typed) {
      const done = begin(4, {
        id: '1',
        name: command,
        type: 1,
        options: sub(word, [{ type: 3, name: option, value: typed, focused: true }]),
      });
      await done.shown;
      return (done.callback?.data.choices ?? []) as { name: string; value: string }[];
    },
    menu: (name, on) => {
      const where = server.world.channels.get(on.channel) ?? channel;
      return seen(
        begin(
          2,
          {
            id: '2',
            name,
            type: 3,
            target_id: on.id,
            resolved: { messages: { [on.id]: messageJson(server.world, on) } },
          },
          null,
          where,
        ),
      );
    },
    press: async (on, which) => seen(control(on, which)),
    choose: async (on, which, values) => seen(control(on, which, values)),
    touch: (on, which, values) => void control(on, which, values),
    submit: async ({ modal, done }, values) => {
      if (modal === null) throw new Error('no form is open');
      const picked = new Set<string>();
      const components = modal.components.flatMap((label, i) => {
        if (label.component === undefined) return [];
        const filled = fill(label.component, values[label.component.custom_id ?? '']);
        for (const id of label.component.type === 5 ? ((filled.values as string[]) ?? []) : []) picked.add(id);
        return [{ type: 18, id: i + 1, component: filled }];
      });
      const members = [...picked].flatMap((id) => guild?.members.get(id) ?? []);
      const resolved = {
        users: Object.fromEntries(members.map((m) => [m.user.id, userJson(m.user)])),
        members: Object.fromEntries(members.map((m) => [m.user.id, memberJson(m)])),
      };
      return seen(begin(5, { custom_id: modal.custom_id, components, resolved }, done.source));
    },
  };
}

/** What a client sends for a field: what was filled in, else what it opened with. */
function fill(of: Component, value: string | boolean | readonly string[] | undefined): Record<string, unknown> {
  const base = { type: of.type, id: 1, custom_id: of.custom_id };
  const defaults = (of.options ?? []).filter((o) => o.default).map((o) => o.value);
  if (of.type === 4) return { ...base, value: value ?? of.value ?? '' };
  if (of.type === 21) return { ...base, value: value ?? defaults[0] ?? null };
  if (of.type === 23) return { ...base, value: value ?? of.default ?? false };
  if (of.type === 5) return { ...base, values: value ?? of.default_values?.map((d) => d.id) ?? [] };
  return { ...base, values: typeof value === 'string' ? value.split(',') : (value ?? defaults) };
}
