import { Server } from 'node:net';
import { createEmulator } from 'emulate';
import { freePort } from './free-port.ts';

/**
 * A second, independent Slack: npm `emulate`, which keeps channels and messages and checks the scopes of each token. It
 * would listen on every interface of the machine; while it starts, whatever names no host listens on loopback alone.
 */
export async function startEmulatedSlack(tokens: Readonly<Record<string, readonly string[]>>) {
  const port = await freePort();
  const listen = Server.prototype.listen;
  Server.prototype.listen = function loopbackOnly(this: Server, ...args: unknown[]) {
    if (typeof args[0] === 'number' && args[1] === undefined) args[1] = '127.0.0.1';
    return listen.apply(this, args as Parameters<typeof listen>);
  } as typeof listen;
  try {
    const slack = await createEmulator({
      service: 'slack',
      port,
      seed: {
        slack: {
          strict_scopes: true,
          users: [
            { name: 'curbside' },
            { name: 'rowan', real_name: 'Rowan Ellery', profile: { display_name: 'Rowan Ellery' } },
          ],
          channels: [
            { name: 'case-consultation', is_private: false },
            { name: 'supervision', is_private: true },
          ],
          tokens: Object.entries(tokens).map(([token, scopes]) => ({ token, user: 'curbside', scopes: [...scopes] })),
        },
      },
    });
    return { slack, apiUrl: `http://127.0.0.1:${port}/api/`, port };
  } finally {
    Server.prototype.listen = listen;
  }
}
