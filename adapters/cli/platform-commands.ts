import { routes } from '../../src/index.ts';
import type { PlatformModule } from '../platform.ts';
import { platforms } from './platforms.ts';
import { run } from './run.ts';
import { InputRefused, type Settings } from './settings.ts';

/** `curbside manifest slack`: the app manifest as JSON, generated from the routes; with `url`, for HTTP instead of Socket Mode; `many`: for many workspaces. */
export async function printManifest(name: string | undefined, url?: string, many = false): Promise<void> {
  const able = platforms.filter((platform) => platform.manifest !== undefined);
  if (name === undefined) throw new InputRefused(`Which platform? ${runs('manifest', able)}`);
  const manifest = able.find((platform) => platform.name === name)?.manifest;
  if (manifest === undefined) throw new InputRefused(`Only ${namesOf(able)} has a manifest. ${runs('manifest', able)}`);
  process.stdout.write(`${JSON.stringify(await manifest(routes, url ?? null, many), null, 2)}\n`);
}

/** `curbside register discord`: tells a platform of the commands in the routes, and prints what it takes to invite the bot. */
export async function register(name: string | undefined, { connected }: Settings): Promise<void> {
  const able = platforms.filter((platform) => platform.register !== undefined);
  if (name === undefined) throw new InputRefused(`Which platform? ${runs('register', able)}`);
  const platform = able.find((one) => one.name === name);
  if (platform?.register === undefined)
    throw new InputRefused(`Only ${namesOf(able)} needs its commands registered. ${runs('register', able)}`);
  const own = connected.find((one) => one.platform === platform);
  if (own === undefined) throw new InputRefused(`Set ${platform.settings.needs.replace(' (', ' first (')}.`);
  process.stdout.write(`${await platform.register(own.settings, routes)}\n`);
}

const namesOf = (able: readonly PlatformModule[]): string => able.map(({ name }) => name).join(' and ');

/** How to run a command for each platform that has it, as one sentence. */
export const runs = (command: string, able: readonly PlatformModule[]): string =>
  `Run: ${able.map(({ name }) => run(`${command} ${name}`)).join(', or: ')}`;
