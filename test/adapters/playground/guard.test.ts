import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { ownPlayground, playground, visit } from './own-playground.ts';
import { messages } from './visitor.ts';

ownPlayground();

test('only pages of its own are answered: foreign names, origins and sites are refused', async () => {
  const port = new URL(playground.url).port;
  const withHost = (host: string) =>
    new Promise<number>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: '/', headers: { host } }, (r) => resolve(r.resume().statusCode ?? 0))
        .on('error', reject)
        .end();
    });
  expect(await withHost(`127.0.0.1:${port}`)).toBe(200);
  expect(await withHost(`localhost:${port}`)).toBe(200);
  expect(await withHost('evil.example')).toBe(403);
  for (const path of ['/', '/assets/page.js', '/assets/icon.svg', '/events']) {
    for (const site of ['cross-site', 'same-site'])
      expect((await fetch(playground.url + path, { headers: { 'sec-fetch-site': site } })).status, path).toBe(403);
  }
  expect((await fetch(playground.url, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
  expect((await fetch(playground.url, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
  expect(await withHost(`127.0.0.1.evil.example:${port}`)).toBe(403);

  const say = {
    event: randomUUID(),
    as: 'rowan',
    spot: 'channel case-consultation',
    card: null,
    zone: 'UTC',
    tour: false,
    text: 'hello',
  };
  expect((await visit.post('/line', say, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await visit.post('/line', say, { origin: 'null' })).status).toBe(403);
  expect((await visit.post('/line', say, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await fetch(`${playground.url}/line`, { method: 'POST', body: JSON.stringify(say) })).status).toBe(403);
  expect(messages(await visit.page('as=rowan'))).toBe(0);
});

test('a body that comes in pieces, is too long, or is no form is refused, and is no error of ours', async () => {
  const send = (headers: Record<string, string>, body: string) =>
    new Promise<number>((resolve, reject) => {
      const { port, origin } = new URL(playground.url);
      const asked = request({
        host: '127.0.0.1',
        port,
        path: '/press',
        method: 'POST',
        headers: { origin, ...headers },
      });
      asked.on('response', (r) => resolve(r.resume().statusCode ?? 0)).on('error', reject);
      asked.end(body);
    });
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  expect(await send({ 'transfer-encoding': 'chunked' }, '{}')).toBe(411);
  expect(await send({ 'transfer-encoding': 'chunked' }, deep)).toBe(411);
  const lengthOf = (body: string) => ({ 'content-length': String(body.length) });
  expect(await send(lengthOf(deep), deep)).toBe(400);
  const within = `{"with":${deep}}`;
  expect(await send(lengthOf(within), within)).toBe(400);
  expect(await send({ 'content-length': '0' }, '')).toBe(400);
  expect(playground.logged.join('')).not.toContain('request_failed');
});

test('the page allows nothing from elsewhere, no frame and no cache, and names no other host', async () => {
  const response = await fetch(playground.url);
  const policy = response.headers.get('content-security-policy') ?? '';
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ]) {
    expect(policy).toContain(part);
  }
  expect(policy).not.toContain('unsafe');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  const html = await response.text();
  expect(html.replaceAll('http://www.w3.org', '')).not.toMatch(/https?:\/\//);
  expect(html).not.toMatch(/<script(?!(?: type="module")? src="\/assets\/[a-z-]+\.js">)/);
  expect(html).not.toMatch(/ style=| on[a-z]+=/);
});

test('files are served by name alone; nothing else of the disk can be asked for', async () => {
  expect((await fetch(`${playground.url}/assets/page.css`)).headers.get('content-type')).toContain('text/css');
  expect((await fetch(`${playground.url}/assets/idiomorph.js`)).status).toBe(200);
  for (const path of ['/assets/..%2findex.ts', '/assets/%2e%2e/package.json', '/assets/none.js', '/package.json']) {
    expect((await fetch(playground.url + path)).status).toBe(404);
  }
});

test.each(['DELETE', 'OPTIONS', 'PUT', 'PATCH', 'POST'])(
  '%s with a body in pieces is refused, not a failure',
  async (method) => {
    const { port, host } = new URL(playground.url);
    const headers = { host, origin: `http://${host}`, 'transfer-encoding': 'chunked' };
    const code = await new Promise<number>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path: '/press', method, headers }, (r) =>
        resolve(r.resume().statusCode ?? 0),
      );
      sent.on('error', reject).end('{}');
    });
    expect(code).toBe(411);
  },
);
