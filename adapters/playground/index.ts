import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Clock, Log } from '../../src/index.ts';
import { seed } from './chat/seed.ts';
import { type Backing, openWorld, type World } from './chat/world.ts';
import { playgroundApp } from './server/app.tsx';
import { openChanges } from './server/changes.ts';

export type { Backing } from './chat/world.ts';

/** Where the playground listens when nothing else is asked for. */
export const playgroundPort = 4870;

/** How many ports are tried when the first is taken. */
const portsTried = 20;

export interface PlaygroundSettings {
  /** The first port to try on 127.0.0.1; the next free one is taken when it is in use. 0 takes any. */
  readonly port: number;
  /** The real time; the playground adds the distance by which its own clock was moved. */
  readonly wall: Clock;
  readonly log: Log;
  /** Opens store, vault and core over the playground's own data folder. Called at the start and after `erase`. */
  open(): Promise<Backing>;
  /** Deletes what the playground wrote into that folder, and nothing else. Called by "Start over", once what was open is closed. */
  erase(): Promise<void>;
}

export interface Playground {
  /** `http://127.0.0.1:4870`, to be printed for the person. */
  readonly url: string;
  /** The port that was asked for, where something else had it and another one was taken. */
  readonly taken: number | null;
  /** Stops listening and closes what was opened. */
  stop(): Promise<void>;
}

/**
 * Starts the playground: a chat platform on a web page of this computer alone, with invented people to act as. It wakes
 * the core by itself, because its clock can be moved.
 */
export async function startPlayground(settings: PlaygroundSettings): Promise<Playground> {
  const changes = openChanges();
  const opened = async (): Promise<World> => {
    const world = await openWorld(await settings.open(), settings.wall, changes, settings.log);
    try {
      await seed(world);
    } catch (error) {
      await world.close();
      throw error;
    }
    return world;
  };
  let world = opened();
  await world;

  /** Requests meanwhile wait for the new world. */
  function startOver(): Promise<void> {
    const fresh = closed().then(async () => {
      await settings.erase();
      return opened();
    });
    // What could not be deleted is opened again, so that the page goes on with it.
    world = fresh.catch(opened);
    // Should that fail too, the next request tries again; until then nobody listens for it.
    world.catch(() => {});
    return fresh.then(() => changes.announce());
  }
  const closed = (): Promise<void> =>
    world.then(
      (old) => old.close(),
      () => {},
    );
  /** What could not be opened is tried again at the next request: whatever was in the way may be gone. */
  const current = (): Promise<World> => {
    world = world.catch(opened);
    return world;
  };
  const app = playgroundApp({ world: current, startOver, changes, log: settings.log });
  const { server, port } = await listen(app.fetch, settings.port);
  return {
    url: `http://127.0.0.1:${port}`,
    taken: settings.port !== 0 && port !== settings.port ? settings.port : null,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await closed();
    },
  };
}

type Fetch = Parameters<typeof serve>[0]['fetch'];

async function listen(fetch: Fetch, first: number): Promise<{ server: Server; port: number }> {
  for (let port = first; ; port++) {
    try {
      return await listenAt(fetch, port);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port >= first + portsTried) throw error;
    }
  }
}

const listenAt = (fetch: Fetch, port: number): Promise<{ server: Server; port: number }> =>
  new Promise((resolve, reject) => {
    // Its own Request and Response stay out of what else runs in this process.
    const server = serve({ fetch, port, hostname: '127.0.0.1', overrideGlobalObjects: false }, (info) =>
      resolve({ server, port: info.port }),
    ) as Server;
    server.once('error', reject);
  });
