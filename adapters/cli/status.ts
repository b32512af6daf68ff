import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { InputRefused, type Settings } from './settings.ts';
import type { State } from './status-server.ts';

/** `curbside status`: how a running Curbside on this computer is doing. Returns the exit code: 0 when it is ready. */
export async function printStatus({ env }: Settings, print: (line: string) => void): Promise<number> {
  const port = env.CURBSIDE_STATUS_PORT;
  if (port === undefined)
    throw new InputRefused('Set CURBSIDE_STATUS_PORT to a free port, such as 9464, and restart Curbside.');
  const state = await ask(port);
  if (state === null) {
    print(`Curbside isn’t running, or its CURBSIDE_STATUS_PORT isn’t ${port}.`);
    return 1;
  }
  print(state.ready ? 'Curbside is running and responding.' : 'Curbside is running, but not everything works.');
  print(`Started: ${state.since}`);
  for (const [name, is] of Object.entries(state.platforms)) {
    const installs = state.installedIn[name];
    print(`${name}: ${is}${installs === undefined ? '' : `, installed in ${counted(installs)}`}`);
  }
  print(
    state.storeWrites ? 'Data: written' : 'Data: the disk failed or is full. Free some space, then restart Curbside.',
  );
  print(
    state.waitingMessages === 0
      ? 'Messages in queue: none'
      : `Messages in queue: ${state.waitingMessages}, the first for ${state.oldestWaitingSeconds} s`,
  );
  return state.ready ? 0 : 1;
}

const counted = (installs: number): string => (installs === 1 ? '1 workspace' : `${installs} workspaces`);

async function ask(port: number): Promise<State | null> {
  try {
    const body = await new Promise<string>((resolve, reject) => {
      get({ host: '127.0.0.1', port, path: '/ready', timeout: 5000 }, (response) => resolve(text(response)))
        .on('error', reject)
        .on('timeout', function (this: { destroy(): void }) {
          this.destroy();
        });
    });
    return JSON.parse(body) as State;
  } catch {
    return null;
  }
}
