import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { membership } from '../../src/features/group/membership.ts';
import type { ChatPlatform, Core, Sent } from '../../src/index.ts';
import { enqueue, type Send } from '../../src/runtime/outbox/enqueue.ts';
import { Outbox, type OutboxRow, placeKey, type To } from '../../src/runtime/outbox/model.ts';
import { dayMs, hourMs, minuteMs } from '../../src/time/durations.ts';
import { body, card } from '../../src/view/build.ts';
import { anotherCore } from '../fixtures/another-core.ts';
import { group, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

const view = card({ key: 'home.summary' }, [body({ key: 'help.intro' })]);

/** What a platform makes of one call. `lost` and `unheard`: the caller hears nothing, and it did not arrive, or did. */
const outcomes = ['sent', 'rate', 'later', 'lost', 'unheard', 'hangs', 'readOnly', 'tooLong', 'gone'] as const;
type Outcome = (typeof outcomes)[number];

/** One thing that happens. Numbers choose among what is there. */
type Event =
  | { readonly is: 'post'; readonly where: 'channel' | 'ada' | 'ben' | 'thread'; readonly n: number }
  | { readonly is: 'edit' | 'remove' | 'release'; readonly n: number }
  | { readonly is: 'platform'; readonly next: readonly Outcome[] }
  | { readonly is: 'pump'; readonly by: readonly (0 | 1)[] }
  | { readonly is: 'restart'; readonly which: 0 | 1 }
  | { readonly is: 'wait'; readonly ms: number };

const number = fc.nat(99);
const events: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('post' as const),
      where: fc.constantFrom('channel', 'ada', 'ben', 'thread'),
      n: number,
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constantFrom('edit', 'remove', 'release'), n: number }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('platform' as const),
      next: fc.array(fc.constantFrom(...outcomes), { maxLength: 5 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ is: fc.constant('pump' as const), by: fc.constantFrom([0], [1], [0, 1], [1, 0]) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('restart' as const), which: fc.constantFrom(0, 1) }) },
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constant('wait' as const), ms: fc.constantFrom(500, 5000, minuteMs, hourMs, dayMs) }),
  },
) as fc.Arbitrary<Event>;

const answers: Record<Exclude<Outcome, 'sent' | 'hangs'>, Sent> = {
  rate: { ok: false, why: 'rate', retryAfterMs: 2000 },
  later: { ok: false, why: 'later' },
  lost: { ok: false, why: 'unknown', detail: 'no answer' },
  unheard: { ok: false, why: 'unknown', detail: 'no answer' },
  readOnly: { ok: false, why: 'forbidden', problem: 'readOnly', detail: 'not in this channel' },
  tooLong: { ok: false, why: 'rejected', problem: 'tooLong', detail: 'too long' },
  gone: { ok: false, why: 'gone', problem: 'messageGone', detail: 'not there' },
};

/** The platform at the far end: what stands where, in order of arrival, and whatever was planned for the next calls. */
function farEnd(app: TestApp) {
  const arrived: { readonly key: string; readonly place: string }[] = [];
  const removed = new Set<string>();
  const wrong: string[] = [];
  const planned: Outcome[] = [];
  /** Calls that never came back, of a core that is gone or hangs. */
  const call = async (happens: () => string): Promise<Sent> => {
    const next = planned.shift() ?? 'sent';
    await new Promise((resolve) => setImmediate(resolve));
    if (next === 'sent') return { ok: true, ref: happens() };
    if (next === 'unheard') happens();
    if (next === 'hangs') return new Promise(() => {});
    return answers[next];
  };
  const platform: ChatPlatform = {
    ...app.platform,
    post: (place, _view, key) =>
      call(() => {
        arrived.push({
          key,
          place: place.is === 'direct' ? place.to : place.is === 'thread' ? `under ${place.under}` : 'channel',
        });
        return `ref ${key}`;
      }),
    edit: (_scope, ref) =>
      call(() => {
        if (!arrived.some(({ key }) => `ref ${key}` === ref)) wrong.push(`edit of ${ref}, which is not there`);
        return ref;
      }),
    remove: (_scope, ref) =>
      call(() => {
        removed.add(ref);
        return ref;
      }),
  };
  return { platform, arrived, removed, wrong, planned };
}

let app: TestApp | undefined;
afterEach(() => app?.remove());

/** Lives through what happens, and then long enough for everything to be over, with a platform that does as it should. */
async function live(happened: readonly Event[]) {
  app = await openTestApp();
  const { ada, ben } = (await group(app, ['ada', 'ben'])) as { ada: Person; ben: Person };
  const into = await groupId(ada);
  const end = farEnd(app);
  const cores: [Core, Core] = [anotherCore(app, end.platform), anotherCore(app, end.platform)];
  const posted: { readonly id: string; readonly to: To; readonly order: string; dropped: boolean }[] = [];
  let serial = 0;
  const send = async (one: Send, order = String(app?.now() ?? 0) + String(++serial).padStart(5, '0')) => {
    const padded = order.padStart(20, '0');
    const means = { order: padded, newId: () => `x${++serial}`, membership };
    await app?.store.transact(app.scope, (tx) => enqueue(tx, one, app?.now() ?? 0, means));
    return padded;
  };
  const place = (where: string, n: number): To => {
    const above = posted.filter(({ to }) => to.is === 'group');
    if (where === 'thread' && above.length > 0) return { is: 'thread', row: above[n % above.length]?.id ?? '' };
    if (where === 'ada' || where === 'ben') return { is: 'direct', person: where === 'ada' ? ada.who : ben.who };
    return { is: 'group', group: into };
  };
  const act = async (event: Event): Promise<void> => {
    if (event.is === 'post') {
      const to = place(event.where, event.n);
      const id = `p${String(posted.length).padStart(3, '0')}`;
      const letter = { post: view, id, subject: 'model', notBefore: app?.now() ?? 0 };
      const order = await send(to.is === 'direct' ? { ...letter, to, quiet: 'atOnce' } : { ...letter, to });
      posted.push({ id, to, order, dropped: false });
    } else if (event.is === 'platform') end.planned.push(...event.next);
    else if (event.is === 'wait') app?.advance(event.ms);
    else if (event.is === 'restart') cores[event.which] = anotherCore(app as TestApp, end.platform);
    // A call that hangs holds up its core, as it would its process: nobody waits for it here.
    else if (event.is === 'pump')
      await Promise.race([Promise.all(event.by.map((which) => cores[which].pump())), settled()]);
    else {
      const one = posted[event.n % Math.max(1, posted.length)];
      if (one === undefined) return;
      if (event.is === 'release') await send({ release: one.id });
      else if (event.is === 'edit') await send({ edit: one.id, view, subject: 'model' });
      else {
        one.dropped = true;
        await send({ remove: one.id, subject: 'model' });
      }
    }
  };
  for (const event of happened) await act(event);
  end.planned.length = 0;
  for (let i = 0; i < 12; i += 1) {
    const fresh = anotherCore(app, end.platform);
    app.advance(hourMs);
    await fresh.pump();
  }
  const rows = await app.store.read(app.scope, (read) =>
    read.find(Outbox, 'subject', { equal: 'model' }, { limit: 1000 }),
  );
  return { end, posted, rows: new Map(rows.docs.map((row): [string, OutboxRow] => [row.id, row])) };
}

/** Long enough for two cores to go through a queue; a call that hangs never ends. */
async function settled(): Promise<void> {
  for (let i = 0; i < 400; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

it('whatever fails, hangs, restarts or is repeated: nothing arrives twice or out of turn, and what is said of a message is true', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(events, { minLength: 10, maxLength: 60 }), async (happened) => {
      await app?.remove();
      const { end, posted, rows } = await live(happened);
      expect(end.wrong).toEqual([]);
      const keys = end.arrived.map(({ key }) => key);
      const repeatedByHand = happened.some(({ is }) => is === 'release');
      if (!repeatedByHand) expect(keys.length).toBe(new Set(keys).size);
      // In order of their queue, place by place.
      for (const at of new Set(posted.map(({ to }) => placeKey(to)))) {
        const queue = posted.filter(({ to }) => placeKey(to) === at).map(({ id }) => id);
        const came = keys.filter((key, i) => queue.includes(key) && keys.indexOf(key) === i);
        if (!repeatedByHand) expect(came).toEqual([...came].sort());
      }
      for (const { id, to, dropped } of posted) {
        const row = rows.get(id);
        // Gone is only what was taken back before it left, and what is over between the bot and one person.
        if (row === undefined) expect(dropped || to.is === 'direct').toBe(true);
        else if (row.status === 'sent') expect(keys).toContain(id);
        else if (row.status === 'failed' && !repeatedByHand) expect(keys).not.toContain(id);
        else expect(['failed', 'unknown', 'pending']).toContain(row.status);
        // What still waits waits for a message that is in doubt or failed, and for nothing else.
        if (row?.status === 'pending') expect(row.to.is).toBe('thread');
      }
    }),
    // The same fifteen histories each time; with CURBSIDE_TEST_RUNS as many others.
    process.env.CURBSIDE_TEST_RUNS ? { numRuns: Number(process.env.CURBSIDE_TEST_RUNS) } : { numRuns: 15, seed: 1 },
  );
});
