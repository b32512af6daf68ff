import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { logLevels } from '../node/log-levels.ts';
import type { PlatformModule } from '../platform.ts';
import { platforms } from './platforms.ts';

const text = z.string().trim().min(1).optional();

const database = z
  .string()
  .trim()
  .regex(/^postgres(ql)?:\/\//, 'begin with postgresql://; see docs/hosting.md')
  .optional();

const Environment = z.object({
  DATABASE_URL: database,
  VAULT_DATABASE_URL: database,
  CURBSIDE_DATA: text,
  CURBSIDE_KEY: text,
  CURBSIDE_KEY_FILE: text,
  CURBSIDE_CHECKINS: text,
  CURBSIDE_PDF_FONTS: text,
  CURBSIDE_STATUS_PORT: z.coerce.number('enter a port number, such as 9464').int().min(0).max(65535).optional(),
  HOST: text,
  PORT: z.coerce.number('enter a port number, such as 3000').int().min(0).max(65535).optional(),
  LOG_LEVEL: z.enum(logLevels, `choose one of ${logLevels.join(', ')}`).default('info'),
  XDG_DATA_HOME: text,
  XDG_CONFIG_HOME: text,
});

type Env = z.output<typeof Environment>;

/** A platform that the environment connects. */
export interface Connected {
  readonly platform: PlatformModule;
  readonly settings: unknown;
}

/** Everything that can be set, checked. Folders are absolute. */
export interface Settings {
  readonly env: Env;
  readonly connected: readonly Connected[];
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
    super(`Fix these settings in .env or the environment:\n${problems.map((p) => `  - ${p}`).join('\n')}`);
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
  const read = platforms.map((platform) => ({ platform, ...platform.settings.read(given) }));
  const problems = [
    ...(parsed.error?.issues.map((i) => `${String(i.path[0])}: ${i.message}`) ?? []),
    ...read.flatMap((one) => one.problems),
    ...(given.CURBSIDE_KEY && given.CURBSIDE_KEY_FILE
      ? ['CURBSIDE_KEY_FILE: set either this or CURBSIDE_KEY, not both']
      : []),
    ...(given.VAULT_DATABASE_URL && !given.DATABASE_URL
      ? ['VAULT_DATABASE_URL: set DATABASE_URL as well; people alone can’t be in a database']
      : []),
  ];
  const connected = read.flatMap(({ platform, settings }) => (settings === null ? [] : [{ platform, settings }]));
  const wrong = new Set(parsed.error?.issues.map((i) => String(i.path[0])));
  const right = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  return { settings: settingsOf(parsed.data ?? Environment.parse(right), connected), problems };
}

function settingsOf(env: Env, connected: readonly Connected[]): Settings {
  const home = env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
  const config = env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  return {
    env,
    connected,
    dataFolder: env.CURBSIDE_DATA ?? join(home, 'curbside', 'data'),
    playgroundFolder: env.CURBSIDE_DATA ? join(env.CURBSIDE_DATA, 'playground') : join(home, 'curbside', 'playground'),
    configFolder: join(config, 'curbside'),
  };
}
