import { type ChatPlatform, type CheckinSettings, type Core, type Log, routes, type Vault } from '../../src/index.ts';
import { loadCheckins } from '../node/checkin-settings.ts';
import { systemClock as clock } from '../node/clock.ts';
import { createLog } from '../node/log.ts';
import { startTimer } from '../node/timer.ts';
import { keyFor, openParts, untilStopped } from './open-parts.ts';
import type { Settings } from './settings.ts';

/** As operators know them. */
const platforms: Readonly<Record<string, string>> = { slack: 'Slack', discord: 'Discord' };

type Adapter = ChatPlatform & { start(core: Core): Promise<void>; stop(): Promise<void> };

/** Connects whatever has tokens and keeps going until it is asked to end. Only the adapters in use are loaded. */
export async function serve(settings: Settings): Promise<void> {
  const log = createLog(settings.env.LOG_LEVEL);
  const key = await keyFor(settings, 'data');
  if (key.made)
    process.stdout.write(
      `A key was made in ${key.file}. Keep a copy apart from the data: without it nothing can be read.\n`,
    );
  const checkins = loadCheckins(settings.env.CURBSIDE_CHECKINS);
  const parts = await openParts(settings.dataFolder, key, log, checkins);
  const adapters = await connected(settings, { vault: parts.vault, log }, checkins);
  const core = parts.core(adapters, clock);
  const timer = startTimer(core, clock.now, log);
  try {
    for (const adapter of adapters) {
      await adapter.start(core);
      log.info('adapter.started', { platform: adapter.name });
    }
    const names = adapters.map(({ name }) => platforms[name] ?? name).join(' and ');
    process.stdout.write(`Connected to ${names}. Ctrl+C ends it; what is under way is finished first.\n`);
    await untilStopped();
  } finally {
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    await timer.stop();
    await parts.close();
  }
}

async function connected(
  { env }: Settings,
  given: { readonly vault: Vault; readonly log: Log },
  help: CheckinSettings,
): Promise<Adapter[]> {
  const shared = { ...given, routes, clock };
  const adapters: Adapter[] = [];
  if (env.SLACK_BOT_TOKEN) {
    const { createSlack } = await import('../slack/index.ts');
    adapters.push(
      createSlack({
        ...shared,
        settings: {
          botToken: env.SLACK_BOT_TOKEN,
          appToken: env.SLACK_APP_TOKEN,
          signingSecret: env.SLACK_SIGNING_SECRET,
          port: env.PORT,
          host: env.HOST,
          apiUrl: env.SLACK_API_URL,
        },
      }),
    );
  }
  if (env.DISCORD_TOKEN && env.DISCORD_APP_ID) {
    const { createDiscord } = await import('../discord/chat-platform.ts');
    adapters.push(
      createDiscord({
        ...shared,
        help,
        settings: { token: env.DISCORD_TOKEN, appId: env.DISCORD_APP_ID, apiUrl: env.DISCORD_API_URL },
      }),
    );
  }
  return adapters;
}
