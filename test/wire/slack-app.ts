import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParts } from '../../adapters/cli/open-parts.ts';
import type { Files } from '../../adapters/lowdb/journal/files.ts';
import { createSlack } from '../../adapters/slack/chat-platform.ts';
import { routes } from '../../src/index.ts';
import { type Line, listLog, practice } from './slack-kit.ts';
import type { Workspace } from './slack-methods.ts';
import { personAt } from './slack-person.ts';
import { startSlackServer } from './slack-server.ts';

const usual = { key: Buffer.alloc(32, 7) };

export type SlackApp = Awaited<ReturnType<typeof openSlackApp>>;

/** A whole Curbside: real store and vault on disk, the real core, the real Bolt, before a Slack on loopback. */
export async function openSlackApp({
  files,
  patience = 'endless',
  installation = usual,
  workspace = practice,
  now = Date.parse('2026-03-05T19:00:00Z'),
}: {
  files?: Files;
  patience?: 'usual' | 'endless';
  /** Whose data it is: with a folder that stays at the end, or of this run alone. */
  installation?: { readonly folder?: string; readonly key: Buffer };
  /** The workspace with its bot. */
  workspace?: Workspace;
  now?: number;
} = {}) {
  const folder = installation.folder ?? (await mkdtemp(join(tmpdir(), 'curbside-slack-')));
  const server = await startSlackServer([workspace]);
  const lines: Line[] = [];
  const log = listLog(lines);
  const clock = { now: () => now };
  const parts = await openParts(folder, { key: installation.key, file: null, made: false }, log, undefined, files);
  const { vault } = parts;
  const settings = { botToken: workspace.token, appToken: 'xapp-test', apiUrl: server.apiUrl };
  const slack = createSlack({
    settings,
    routes,
    vault,
    clock,
    log,
    ...(patience === 'usual' ? {} : { patienceMs: 60_000, silenceMs: 60_000 }),
  });
  const core = parts.core([slack], clock);
  const finished: string[] = [];
  const waiting: { command: string; go: () => void }[] = [];
  await slack.start({
    handle: core.handle,
    circles: core.circles,
    happened: async (incoming) => {
      await core.happened(incoming);
      const at = waiting.findIndex((w) => w.command === incoming.command);
      if (at < 0) finished.push(incoming.command);
      else waiting.splice(at, 1)[0]?.go();
    },
  });

  return {
    server,
    core,
    vault,
    lines,
    now: () => now,
    sit: (user: string, channel: string = practice.channel) =>
      personAt(server, { team: workspace.team, user, channel }),
    /** Waits until the core has taken in one such happening; each is waited for once. */
    async happened(command: string) {
      const at = finished.indexOf(command);
      if (at >= 0) finished.splice(at, 1);
      else await new Promise<void>((go) => waiting.push({ command, go }));
    },
    /** Moves the clock and lets everything due happen. */
    async pass(ms: number) {
      now += ms;
      await core.pump();
    },
    async close() {
      await slack.stop();
      await server.close();
      await parts.close();
      if (installation.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
