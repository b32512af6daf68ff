import { createDocuments } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import { createSlack, type SlackParts } from '../../adapters/slack/chat-platform.ts';
import type { Answer, Circle, Incoming, Log, LogFacts, Route } from '../../src/index.ts';
import { diskVault } from './disk-vault.ts';
import { personAt } from './slack-person.ts';
import { startSlackServer } from './slack-server.ts';

/** Marks that must never turn up where they do not belong. */
export const canary = { user: 'U0CANARY7', name: 'Quillan Vesterholt', phrase: 'heliotrope umbrella stand' } as const;

export const practice = {
  team: 'T0PRACTICE',
  bot: 'U0BOT',
  token: 'xoxb-test',
  channel: 'C0CASES',
  users: {
    U0ROWAN: {
      real_name: 'Rowan Ellery',
      profile: { display_name: 'Rowan Ellery' },
      tz: 'America/Chicago',
      locale: 'en-US',
      is_admin: true,
    },
    U0MARE: {
      real_name: 'Mare Oakes',
      profile: { display_name: '<!channel> *Mare*' },
      tz: 'Europe/Lisbon',
      locale: 'en-GB',
    },
    [canary.user]: {
      real_name: canary.name,
      profile: { display_name: canary.name },
      tz: 'America/New_York',
      locale: 'en-US',
    },
    U0C3: { real_name: 'Linden Vale', profile: {} },
    U0C4: { real_name: 'Sorrel Quince', profile: {} },
    U0C5: { real_name: 'Bryony Fenn', profile: {} },
    U0C6: { real_name: 'Alder Wicks', profile: {} },
    U0GONE: { real_name: 'Ash Thorne', deleted: true, profile: {} },
    U0BOT: { real_name: 'Curbside', profile: {}, is_bot: true },
  },
} as const;

export interface Line {
  readonly level: string;
  readonly event: string;
  readonly facts: LogFacts;
}

export function listLog(lines: Line[]): Log {
  const at =
    (level: string) =>
    (event: string, facts: LogFacts = {}) =>
      void lines.push({ level, event, facts });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** A core whose answers the test gives, one question at a time: what adapters see of the core are these two functions. */
export function askedCore(answer: (incoming: Incoming) => Answer | Promise<Answer>, circles: readonly Circle[] = []) {
  const asked: Incoming[] = [];
  const told: Incoming[] = [];
  return {
    asked,
    told,
    happened: async (incoming: Incoming): Promise<void> => {
      told.push(incoming);
    },
    handle: async (incoming: Incoming): Promise<Answer> => {
      asked.push(incoming);
      return answer(incoming);
    },
    circles: async (): Promise<readonly Circle[]> => circles,
  };
}

export interface KitOptions {
  readonly routes: readonly Route[];
  readonly answer: (incoming: Incoming) => Answer | Promise<Answer>;
  readonly settings?: Partial<SlackParts['settings']>;
  readonly patienceMs?: number;
}

/** The real Bolt, connected over Socket Mode to a Slack on the loopback interface, before a core given by the test. */
export async function startKit({ routes, answer, settings = {}, patienceMs = 60_000 }: KitOptions) {
  const server = await startSlackServer([practice]);
  const vault = await diskVault();
  const lines: Line[] = [];
  const core = askedCore(answer);
  const slack = createSlack({
    settings: { botToken: practice.token, appToken: 'xapp-test', apiUrl: server.apiUrl, ...settings },
    routes,
    vault,
    clock: { now: () => 1_700_000_000_000 },
    log: listLog(lines),
    documents: createDocuments(createSigner(Buffer.alloc(32, 7))),
    patienceMs,
    silenceMs: 60_000,
  });
  await slack.start(core);
  const scope = await vault.scopeFor({ platform: 'slack', id: practice.team });
  return {
    server,
    vault,
    lines,
    core,
    slack,
    scope,
    person: personAt(server, { team: practice.team, user: canary.user, channel: practice.channel }),
    stop: async () => {
      await slack.stop();
      await server.close();
      await vault.close();
    },
  };
}
