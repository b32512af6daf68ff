import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { logLevels } from '../node/log.ts';

const text = z.string().trim().min(1).optional();

const Environment = z.object({
  SLACK_BOT_TOKEN: text.refine(
    (t) => t === undefined || t.startsWith('xoxb-'),
    'a bot token starts with xoxb-; copy it from OAuth & Permissions',
  ),
  SLACK_APP_TOKEN: text.refine(
    (t) => t === undefined || t.startsWith('xapp-'),
    'an app token starts with xapp-; make one with connections:write under Basic Information',
  ),
  SLACK_SIGNING_SECRET: text,
  SLACK_API_URL: z.url('write a whole address, for example https://slack-gov.com/api/').optional(),
  DISCORD_TOKEN: text,
  DISCORD_APP_ID: text.refine(
    (t) => t === undefined || /^\d{17,20}$/.test(t),
    'the application id is a number of 17 to 20 digits, under General Information',
  ),
  DISCORD_API_URL: z.url('write a whole address, for example https://discord.com/api').optional(),
  CURBSIDE_DATA: text,
  CURBSIDE_KEY: text,
  CURBSIDE_KEY_FILE: text,
  CURBSIDE_CHECKINS: text,
  HOST: text,
  PORT: z.coerce.number('write a port number, for example 3000').int().min(0).max(65535).optional(),
  LOG_LEVEL: z.enum(logLevels, `choose one of ${logLevels.join(', ')}`).default('info'),
  XDG_DATA_HOME: text,
  XDG_CONFIG_HOME: text,
});

type Env = z.output<typeof Environment>;

/** What must be set together, whatever else is wrong. */
function combinations(env: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = [];
  if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET) {
    problems.push('SLACK_APP_TOKEN: Slack needs this (Socket Mode), or SLACK_SIGNING_SECRET and PORT (HTTP)');
  }
  if (env.SLACK_SIGNING_SECRET && !env.SLACK_APP_TOKEN && !env.PORT) {
    problems.push('PORT: needed beside SLACK_SIGNING_SECRET, the port on which Slack reaches Curbside');
  }
  if ((env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET) && !env.SLACK_BOT_TOKEN) {
    problems.push('SLACK_BOT_TOKEN: needed to connect Slack');
  }
  if (env.DISCORD_TOKEN && !env.DISCORD_APP_ID) problems.push('DISCORD_APP_ID: needed beside DISCORD_TOKEN');
  if (env.DISCORD_APP_ID && !env.DISCORD_TOKEN) problems.push('DISCORD_TOKEN: needed beside DISCORD_APP_ID');
  if (env.CURBSIDE_KEY && env.CURBSIDE_KEY_FILE)
    problems.push('CURBSIDE_KEY_FILE: set either this or CURBSIDE_KEY, not both');
  return problems;
}

/** Everything that can be set, checked. Folders are absolute. */
export interface Settings {
  readonly env: Env;
  /** Where data lies; the playground has a folder of its own. */
  readonly dataFolder: string;
  readonly playgroundFolder: string;
  /** The user's configuration folder of Curbside, where the key file lies unless named otherwise. */
  readonly configFolder: string;
}

/** Several settings are wrong; `problems` names each with what to do. Values are never repeated: some are secrets. */
export class WrongSettings extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`These settings need a look (environment or .env):\n${problems.map((p) => `  - ${p}`).join('\n')}`);
    this.name = 'WrongSettings';
    this.problems = problems;
  }
}

/** An argument or a file given on the command line does not fit; the message says what to type or mend, never what a file holds. */
export class InputRefused extends Error {
  override readonly name = 'InputRefused';
}

/** Checks the environment at once and names everything that is wrong. An empty value counts as not set. Throws `WrongSettings`. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { settings, problems } = checkSettings(env);
  if (problems.length > 0) throw new WrongSettings(problems);
  return settings;
}

/** What is wrong in the environment, and the settings with every wrong value left out. */
export function checkSettings(env: Readonly<Record<string, string | undefined>>): {
  readonly settings: Settings;
  readonly problems: readonly string[];
} {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = Environment.safeParse(given);
  const problems = [
    ...(parsed.error?.issues.map((i) => `${String(i.path[0])}: ${i.message}`) ?? []),
    ...combinations(given),
  ];
  const wrong = new Set(parsed.error?.issues.map((i) => String(i.path[0])));
  const right = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  return { settings: settingsOf(parsed.data ?? Environment.parse(right)), problems };
}

function settingsOf(env: Env): Settings {
  const home = env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
  const config = env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  return {
    env,
    dataFolder: env.CURBSIDE_DATA ?? join(home, 'curbside', 'data'),
    playgroundFolder: env.CURBSIDE_DATA ? join(env.CURBSIDE_DATA, 'playground') : join(home, 'curbside', 'playground'),
    configFolder: join(config, 'curbside'),
  };
}
