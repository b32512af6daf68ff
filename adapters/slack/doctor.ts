import type { Check } from '../../src/index.ts';
import { soon } from '../node/soon.ts';
import type { SlackSettings } from './settings.ts';
import type { NewClient } from './web-api/client.ts';
import {
  checkChannel,
  checkEntry,
  checkInstaller,
  checkToken,
  createCheckingClient,
} from './web-api/connection-checks.ts';

/**
 * For `curbside doctor`: looks at everything that must be right for Slack to work, without changing anything and without
 * posting. `channels`: ids of the channels that groups use. `now`: this machine's clock (ms).
 */
export async function runChecks(
  settings: SlackSettings,
  channels: readonly string[],
  now: () => number,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  const found = (check: Check): void => void checks.push(check);
  if (settings.oauth !== undefined) {
    await checkInstaller({ settings, now, found });
    await checkEntry({ settings, now, found });
    return checks;
  }
  const bot = createCheckingClient({ settings, now, found });
  const accepted = await checkToken(bot, found);
  await checkEntry({ settings, now, found });
  if (accepted) for (const channel of channels) await checkChannel(bot, channel, found);
  return checks;
}

/** How long (ms) somebody who asks for the status waits for Slack. */
const patienceMs = 1300;

/** The same about a connection that runs, with what is known in time. Somebody waits for it. */
export async function checkRunning(
  settings: SlackSettings,
  newClient: NewClient,
  channel: string | null,
  now: () => number,
): Promise<Check[]> {
  const checks: Check[] = [];
  const found = (check: Check): void => void checks.push(check);
  const bot = createCheckingClient({ settings, now, found }, newClient);
  const all = [checkToken(bot, found), ...(channel === null ? [] : [checkChannel(bot, channel, found)])];
  await soon(Promise.all(all), patienceMs);
  return [...checks];
}
