import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { defaultLocale, type Log, nextDay, traceOf } from '../../../src/index.ts';
import { actorOf } from '../chat/cast.ts';
import { changeSettings } from '../chat/settings.ts';
import type { World } from '../chat/world.ts';
import { limits } from '../limits.ts';
import { gather, readerOf } from '../pages/page-data.ts';
import { PageView } from '../pages/panes/page.tsx';
import type { Reader } from '../pages/render.tsx';
import { tourSteps } from '../pages/tour.ts';
import { pageWords } from '../pages/words.ts';
import { Line, line, press, type Reply } from './act.tsx';
import { readAddress } from './address.ts';
import { loadAssets } from './assets.ts';
import type { Changes } from './changes.ts';
import { FileAddress, fileAt } from './files.ts';
import { notStored, ofKnownLength, onlyOwnPages, strictHeaders } from './guard.ts';
import { Origin, Press } from './inbound.ts';

/** What the page's server needs: the world as it is now (starting over replaces it), and how to start over. */
export interface Serving {
  world(): Promise<World>;
  startOver(): Promise<void>;
  readonly changes: Changes;
  readonly log: Log;
}

const hourMs = 3_600_000;
const MoveClock = z.object({ by: z.enum(['hour', 'day', 'week']) });
const SetTour = z.object({ tour: z.enum([...tourSteps, 'hidden']) });
/** One private card, or all of a place. */
const Dismiss = z.union([
  Origin.pick({ as: true }).extend({ card: z.string().max(64) }),
  Origin.pick({ as: true, spot: true }),
]);

/** The page and everything it asks for. */
export function playgroundApp(serving: Serving): Hono {
  const assets = loadAssets();
  const app = new Hono();
  app.use(strictHeaders, onlyOwnPages, notStored);
  app.use(ofKnownLength, bodyLimit({ maxSize: limits.requestBytes }));

  app.get('/', async (c) => {
    const page = await gather(await serving.world(), readAddress(c.req.query()), localeOf(c), zoneOf(c));
    return c.html(<PageView page={page} />);
  });
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (asset === undefined) return c.text(pageWords.notFound, 404);
    return c.body(new Uint8Array(asset.body), 200, { 'content-type': asset.type });
  });
  app.get('/file', async (c) => {
    const file = await fileAt(await serving.world(), FileAddress.parse(c.req.query()), localeOf(c), zoneOf(c));
    if (file === null) return c.text(pageWords.notFound, 404);
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
    });
  });
  app.get('/events', (c) => streamSSE(c, (stream) => tellChanges(stream, serving.changes)));

  const replying =
    <T extends Origin>(schema: z.ZodType<T>, act: (world: World, asked: T, reader: Reader) => Promise<Reply>) =>
    async (c: Context) => {
      const asked = schema.parse(await c.req.json());
      const world = await serving.world();
      const reader = await readerOf(world, actorOf(asked.as), localeOf(c), zoneOf(c));
      const reply = await act(world, asked, reader);
      world.changes.announce();
      return c.json(reply);
    };
  app.post('/press', replying(Press, press));
  app.post('/line', replying(Line, line));
  app.post('/dismiss', async (c) => {
    const asked = Dismiss.parse(await c.req.json());
    const world = await serving.world();
    const who = await world.refOf(actorOf(asked.as));
    if ('card' in asked) world.cards.dismiss(who, (card) => card.id === asked.card);
    else world.cards.dismiss(who, (card) => card.spot === asked.spot);
    return c.json({ open: 'nothing' });
  });
  app.post('/clock', async (c) => {
    const { by } = MoveClock.parse(await c.req.json());
    const world = await serving.world();
    const now = world.clock.now();
    const until = by === 'hour' ? now + hourMs : daysOn(now, by === 'day' ? 1 : 7, zoneOf(c));
    // An hour at a time, as on a real day: a check-in question whose hour is long past is not asked at all.
    for (let left = until - now; left > 0; left -= hourMs) {
      await world.clock.forward(Math.min(left, hourMs));
      await world.core.pump();
    }
    world.wake();
    world.changes.announce();
    return c.json({ open: 'nothing' });
  });
  app.post('/tour', async (c) => {
    const { tour } = SetTour.parse(await c.req.json());
    await changeSettings((await serving.world()).store, { tour });
    serving.changes.announce();
    return c.json({ open: 'nothing' });
  });
  app.post('/start-over', async (c) => {
    await serving.startOver();
    return c.json({ open: 'page', href: '/' });
  });

  app.notFound((c) => c.text(pageWords.notFound, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof z.ZodError || error instanceof SyntaxError) return c.text(pageWords.failed, 400);
    const token = randomUUID().slice(0, 4);
    serving.log.error('playground.request_failed', { token, ...traceOf(error) });
    return c.text(pageWords.failedWith(token), 500);
  });
  return app;
}

/** The same time of day, some days later. */
const daysOn = (at: number, days: number, zone: string): number =>
  days === 0 ? at : daysOn(nextDay(at, zone), days - 1, zone);

/** Tells an open page of every change, until the page is gone; changes during a write count as one. */
async function tellChanges(stream: SSEStreamingApi, changes: Changes): Promise<void> {
  let changed = false;
  let wake = (): void => {};
  const heard = () => {
    changed = true;
    wake();
  };
  const stop = changes.listen(heard);
  stream.onAbort(heard);
  try {
    await stream.writeSSE({ event: 'here', data: '' });
    while (!stream.aborted) {
      if (!changed) await new Promise<void>((resolve) => (wake = resolve));
      changed = false;
      await stream.writeSSE({ event: 'changed', data: '' });
    }
  } finally {
    stop();
  }
}

/** The browser's first language, when it is one that can be written in an `Intl` call. */
function localeOf(c: Context): string {
  const first = c.req.header('accept-language')?.split(/[,;]/)[0]?.trim() ?? '';
  try {
    return new Intl.Locale(first).toString();
  } catch {
    return defaultLocale;
  }
}

/** The browser's zone, which the page notes in a cookie at its first visit; until then this computer's. */
function zoneOf(c: Context): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone: getCookie(c, 'zone') ?? own }).resolvedOptions().timeZone;
  } catch {
    return own;
  }
}
