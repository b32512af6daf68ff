import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type DiscordServer, startDiscord } from './discord.ts';
import { practice } from './slack-kit.ts';
import { type SlackServer, startSlackServer } from './slack-server.ts';

/** Slack and Discord on the loopback interface, and an empty folder, for each test after `bothPlatforms`. */
export let folder: string;
export let slack: SlackServer;
export let discord: DiscordServer;

export function bothPlatforms(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'curbside-platforms-'));
    slack = await startSlackServer([practice]);
    discord = await startDiscord();
  });
  afterEach(async () => {
    await slack.close();
    await discord.stop();
    await rm(folder, { recursive: true, force: true });
  });
}
