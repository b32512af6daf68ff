import { createDiscord } from '../../adapters/discord/chat-platform.ts';
import { createDocuments, type Documents } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import type { Pace } from '../../adapters/node/pace.ts';
import { type Answer, routes as allRoutes, type Incoming, type LogFacts, type Route } from '../../src/index.ts';
import { daytime } from '../fixtures/daytime.ts';
import { startDiscord } from './discord.ts';
import { person } from './discord-person.ts';
import { addChannel, addGuild, addMember, type Channel, type Guild, types, type User } from './discord-world.ts';
import { memoryVault } from './memory-vault.ts';

/** Marks that must never turn up where they do not belong. */
export const canary = { name: 'Quillan Vesterholt', phrase: 'heliotrope umbrella stand' } as const;

export interface KitOptions {
  /** What the core answers; adapters see no more of it than this one function. */
  readonly answer?: (incoming: Incoming) => Answer | Promise<Answer>;
  readonly routes?: readonly Route[];
  /** Leaves connecting to the test. */
  readonly connect?: boolean;
  readonly pace?: Pace;
  readonly quietForMs?: number;
  readonly documents?: Documents;
}

const nothing = (): Answer => ({
  is: 'view',
  note: null,
  view: {
    is: 'card',
    summary: { key: 'home.summary' },
    blocks: [{ is: 'text', style: 'body', spans: [{ is: 'msg', msg: { key: 'help.intro' } }] }],
  },
});

/** The real discord.js, connected to a Discord on the loopback interface, before a core given by the test. */
export async function startKit({
  answer = nothing,
  routes = allRoutes,
  connect = true,
  pace,
  quietForMs = 60_000,
  documents,
}: KitOptions = {}) {
  const server = await startDiscord();
  const { world } = server;
  const guild = addGuild(world, 'Peer group');
  const channel = addChannel(world, { type: types.text, name: 'case-consultation', guild: guild.id });
  const forum = addChannel(world, { type: types.forum, name: 'cases', guild: guild.id });
  const user = addMember(guild, canary.name);
  const vault = memoryVault();
  const lines: { level: string; event: string; facts: LogFacts }[] = [];
  const at =
    (level: string) =>
    (event: string, facts: LogFacts = {}) =>
      void lines.push({ level, event, facts });
  const asked: Incoming[] = [];
  const happened: Incoming[] = [];
  let now = daytime();
  const discord = createDiscord({
    settings: { token: server.token, appId: world.appId, apiUrl: server.url },
    routes,
    vault,
    clock: { now: () => now },
    ...(pace ? { pace } : {}),
    quietForMs,
    documents: documents ?? createDocuments(createSigner(Buffer.alloc(32, 7))),
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
  });
  const core = {
    handle: async (incoming: Incoming): Promise<Answer> => {
      asked.push(incoming);
      return answer(incoming);
    },
    happened: async (incoming: Incoming): Promise<void> => {
      if (incoming.command !== 'platform.installed') happened.push(incoming);
    },
    communities: async () => [],
    circles: async () => [],
  };
  if (connect) await discord.start(core);
  const here = (who: User, where: Channel = channel, at: Guild | null = guild) => person(server, who, at, where);
  return {
    server,
    world,
    guild,
    channel,
    forum,
    user,
    vault,
    lines,
    asked,
    happened,
    core,
    discord,
    here,
    me: here(user),
    scope: await vault.scopeFor({ platform: 'discord', id: guild.id }),
    pass: (ms: number) => {
      now += ms;
    },
    stop: async () => {
      await discord.stop();
      await server.stop();
    },
  };
}

export type Kit = Awaited<ReturnType<typeof startKit>>;
