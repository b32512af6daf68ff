import { channelsInUse, parsing } from '../../src/index.ts';
import { loadCheckins, WrongCheckinFile } from '../node/checkin-settings.ts';
import { createLog } from '../node/log.ts';
import { keyFor, openFolder } from './open-parts.ts';
import { checkSettings, type Settings } from './settings.ts';

/** One thing that was looked at, in words that say what to do where something is wrong. */
export interface Finding {
  readonly ok: boolean;
  readonly says: string;
}

/**
 * `curbside doctor`: looks at everything that must be right, changes nothing that is in use, posts nothing. Prints a line
 * for each finding. Returns the exit code: 0 when all is well.
 */
export async function runDoctor(
  env: Readonly<Record<string, string | undefined>>,
  print: (line: string) => void,
): Promise<number> {
  const findings = [nodeFinding(process.versions.node)];
  const { settings, problems } = checkSettings(env);
  const isRight = problems.length === 0;
  findings.push(...problems.map((says) => ({ ok: false, says })));
  if (isRight) findings.push({ ok: true, says: 'Settings: nothing wrong.' });
  findings.push(...checkinFindings(settings.env.CURBSIDE_CHECKINS));
  let channels: Channels = new Map();
  // Two keys at once: opening a new folder with either would bind it to that one.
  if (!(settings.env.CURBSIDE_KEY && settings.env.CURBSIDE_KEY_FILE)) {
    const looked = await lookIntoData(settings);
    channels = looked.channels;
    findings.push(...looked.findings);
  }
  findings.push(clockFinding(Date.now()));
  if (isRight) findings.push(...(await platformFindings(settings, channels)));
  for (const { ok, says } of findings) print(`${ok ? 'ok  ' : 'LOOK'}  ${says}`);
  return findings.every((f) => f.ok) ? 0 : 1;
}

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { ok, says: ok ? `Node ${version}.` : `Node ${version} is too old: install Node 20.19 or later.` };
}

/** The operator's file for check-ins; nothing to say where there is none. */
function checkinFindings(file: string | undefined): Finding[] {
  if (file === undefined) return [];
  try {
    loadCheckins(file);
    return [{ ok: true, says: `Check-ins: ${file} can be used.` }];
  } catch (error) {
    if (!(error instanceof WrongCheckinFile)) throw error;
    return [{ ok: false, says: `CURBSIDE_CHECKINS: ${error.message}` }];
  }
}

type Channels = ReadonlyMap<string, readonly string[]>;

const notWhileRunning =
  'Channels: which ones groups use cannot be read while Curbside runs. Owners see theirs with /curbside status; stop Curbside first to check all of them here.';

/** Opens and closes the data folder with its key, as `start` does. A folder in use by a running Curbside is fine. */
async function lookIntoData(settings: Settings): Promise<{ findings: Finding[]; channels: Channels }> {
  const findings: Finding[] = [];
  try {
    const key = await keyFor(settings, 'data');
    if (key.made) findings.push({ ok: true, says: `Key: made a new key at ${key.file}. Keep a copy of it elsewhere.` });
    const { store, vault } = await openFolder(settings.dataFolder, key, createLog('silent'));
    const channels = await channelsInUse(parsing(store));
    await store.close();
    await vault.close();
    const from = key.file ? ` (${key.file})` : '';
    findings.push({ ok: true, says: `Data folder ${settings.dataFolder}: opens with its key${from}.` });
    return { findings, channels };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DataRefusal') throw error;
    const running = 'code' in error && error.code === 'locked';
    findings.push({ ok: running, says: error.message });
    if (running) findings.push({ ok: true, says: notWhileRunning });
    return { findings, channels: new Map() };
  }
}

/** A clock that is years off breaks tokens, reminders and late entries. The build is from 2026. */
function clockFinding(now: number): Finding {
  const ok = now > Date.parse('2026-01-01T00:00:00Z');
  return {
    ok,
    says: ok
      ? `Clock: ${new Date(now).toISOString()}.`
      : `Clock: ${new Date(now).toISOString()} is in the past. Set this machine's clock.`,
  };
}

async function platformFindings({ env }: Settings, channels: Channels): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (env.SLACK_BOT_TOKEN) {
    const { checkSlack } = await import('../slack/doctor.ts');
    const settings = {
      botToken: env.SLACK_BOT_TOKEN,
      appToken: env.SLACK_APP_TOKEN,
      signingSecret: env.SLACK_SIGNING_SECRET,
      port: env.PORT,
      apiUrl: env.SLACK_API_URL,
    };
    findings.push(...(await checkSlack(settings, channels.get('slack') ?? [], Date.now)));
  }
  if (env.DISCORD_TOKEN && env.DISCORD_APP_ID) {
    const { checkDiscord } = await import('../discord/doctor.ts');
    const settings = { token: env.DISCORD_TOKEN, appId: env.DISCORD_APP_ID, apiUrl: env.DISCORD_API_URL };
    findings.push(...(await checkDiscord(settings, channels.get('discord') ?? [], Date.now)));
  }
  if (!env.SLACK_BOT_TOKEN && !env.DISCORD_TOKEN) {
    findings.push({ ok: true, says: 'No tokens: `curbside start` opens the playground.' });
  }
  return findings;
}
