import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParts } from '../../../adapters/cli/open-parts.ts';
import { removeData } from '../../../adapters/cli/remove-data.ts';
import { createLog } from '../../../adapters/node/log.ts';
import { type Playground, startPlayground } from '../../../adapters/playground/index.ts';
import { type Clock, type Core, routes, type Vault } from '../../../src/index.ts';

const key = { key: Buffer.alloc(32, 9), file: null, made: false };

/** Thursday 5 March 2026, 14:05 in New York. It stands still: in these tests only the playground's clock moves. */
export const wall = { now: () => Date.parse('2026-03-05T19:05:00Z') };

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'curbside-playground-'));

/** A playground on real files, composed as the command line composes it; `logged` holds every line of its log. */
export async function open(
  folder: string,
  port = 0,
  erase = () => removeData(folder),
  beforeOpen = async (): Promise<void> => {},
): Promise<Playground & { readonly logged: readonly string[] }> {
  const logged: string[] = [];
  const log = createLog('debug', (line) => logged.push(line));
  const playground = await startPlayground({
    port,
    wall,
    log,
    async open() {
      await beforeOpen();
      const { store, vault, core, documents, close } = await openParts(folder, key, log);
      return { store, vault, routes, documents, core: ({ platform, clock }) => core([platform], clock), close };
    },
    erase,
  });
  return { ...playground, logged };
}

/** The same with a real time of one's own, and its core and vault to act in. */
export async function openWorldAt(folder: string, wall: Clock): Promise<Playground & { core: Core; vault: Vault }> {
  const log = createLog('error', () => {});
  const parts = await openParts(folder, key, log);
  let made: Core | undefined;
  const playground = await startPlayground({
    port: 0,
    wall,
    log,
    open: async () => ({
      ...parts,
      routes,
      core: ({ platform, clock }) => {
        made = parts.core([platform], clock);
        return made;
      },
    }),
    erase: async () => {},
  });
  if (made === undefined) throw new Error('the playground made no core');
  return { ...playground, core: made, vault: parts.vault };
}
