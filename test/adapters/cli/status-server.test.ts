import { get } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type State, serveStatus } from '../../../adapters/cli/status-server.ts';

const state = { ready: true, storeWrites: true } as State;
let server: Awaited<ReturnType<typeof serveStatus>>;
beforeAll(async () => {
  server = await serveStatus(
    0,
    async () => state,
    async () => 'figures',
  );
});
afterAll(() => server.close());

/** What is answered to a request whose Host header says so. */
function asked(path: string, host: string): Promise<{ readonly code: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: server.port, path, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ code: response.statusCode, body }));
    }).on('error', reject);
  });
}

it.each(['/health', '/ready', '/metrics'])(
  '%s answers to this computer, and to no foreign name that leads here',
  async (path) => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]'])
      for (const name of [host, `${host}:${server.port}`])
        expect(await asked(path, name)).toMatchObject({
          code: 200,
          body: expect.stringMatching(/figures|"ready":true/),
        });
    for (const name of [
      'rebound.example',
      `rebound.example:${server.port}`,
      '127.0.0.1.rebound.example',
      'localhost@x',
    ])
      expect(await asked(path, name)).toEqual({ code: 403, body: '' });
  },
);
