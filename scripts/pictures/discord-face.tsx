/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { cardOf, openDiscordApp } from '../../test/wire/discord-app.ts';
import { person, type Seen } from '../../test/wire/discord-person.ts';
import { addMember, type Message } from '../../test/wire/discord-world.ts';
import * as discord from './discord.tsx';
import { actingIn, type Face, setUp, startsAt, type Typed } from './faces.ts';
import type { Drawing } from './pane.tsx';

const members = ['Linden Vale', 'Sorrel Quince', 'Bryony Fenn', 'Alder Wicks', 'Quillan Vesterholt'];

// biome-ignore lint/suspicious/noExplicitAny: payloads as they travel
type Json = any;

/** The real discord.js before a Discord on loopback, its messages and modals drawn. */
export async function discordFace(draw: Drawing): Promise<Face> {
  const app = await openDiscordApp();
  const where = app.guild('Peer group');
  // The same days in all pictures, whenever they are made.
  await app.pass(startsAt - Date.now());
  await app.start();
  let passed = 0;
  const owner = { id: where.guild.owner, name: 'Rowan Ellery' };
  where.guild.members.set(owner.id, { user: owner, nick: null });
  const users = [owner, ...members.map((name) => addMember(where.guild, name))];
  const scope = await app.vault.scopeFor({ platform: 'discord', id: where.guild.id });
  const people = await Promise.all(
    users.map(async (user, i) => {
      const who = await app.vault.refFor({ platform: 'discord', id: `${where.guild.id}/${user.id}` });
      const here = { scope, who, channel: where.channel.id, manages: i === 0 };
      return actingIn(app.core, { ...here, zone: 'America/New_York', locale: 'en-US' });
    }),
  );
  await setUp(people);

  const pane = (title: string, all: readonly Message[]): Child => (
    <div>
      <div class="pane">{title}</div>
      {all.map((one) => discord.message(one.components))}
    </div>
  );

  return {
    name: 'Discord',
    people,
    now: () => startsAt + passed,
    async pass(ms) {
      passed += ms;
      await app.pass(ms);
    },
    thread(height) {
      const thread = app.threadsOf(where.channel).at(-1);
      if (thread === undefined) throw new Error('no thread');
      return draw(pane(thread.name, app.inChannel(thread)), discord.style, { height, end: true });
    },
    channel: (height) =>
      draw(pane('# case-consultation', app.inChannel(where.channel)), discord.style, { height, end: true }),
    async privately({ member, command, presses = [], typed }, height) {
      const user = users[member] ?? owner;
      const one = person(app.server, user, where.guild, where.channel);
      const [name = '', word = ''] = command.slice(1).split(' ');
      let seen: Seen = await one.type(name, word);
      for (const label of presses) seen = await one.press(cardOf(seen), label);
      const shown = seen.modal
        ? discord.modal(filled(seen.modal, typed))
        : discord.message(pictured(cardOf(seen)), true);
      return draw(shown, discord.style, { height });
    },
    close: () => app.stop(),
  };
}

/** The parts of a message, its pictures in them. */
function pictured({ components, files = [] }: Message): Json {
  const url = (data: Buffer) => `data:image/png;base64,${data.toString('base64')}`;
  return JSON.parse(
    files.reduce(
      (text, { name, data }) => text.replaceAll(`attachment://${name}`, url(data)),
      JSON.stringify(components),
    ),
  );
}

/** A modal with what somebody typed into it. */
const filled = (modal: Json, typed: Typed = {}): Json => ({
  ...modal,
  components: modal.components.map((label: Json) => {
    const value = typed[label.component?.custom_id];
    if (value === undefined) return label;
    const options = label.component.options?.map((o: Json) => ({ ...o, default: o.value === value }));
    return { ...label, component: { ...label.component, value, ...(options ? { options } : {}) } };
  }),
});
