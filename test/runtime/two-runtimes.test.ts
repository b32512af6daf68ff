import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { membership } from '../../src/features/group/membership.ts';
import type { ChatPlatform, Core, Sent, Store } from '../../src/index.ts';
import { enqueue } from '../../src/runtime/outbox/enqueue.ts';
import { Outbox } from '../../src/runtime/outbox/model.ts';
import { body, card } from '../../src/view/build.ts';
import { anotherCore } from '../fixtures/another-core.ts';
import { group, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

const view = card({ key: 'home.summary' }, [body({ key: 'help.intro' })]);

let app: TestApp;
let into: string;
beforeEach(async () => {
  app = await openTestApp();
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  into = await groupId(ada);
});
afterEach(() => app.remove());

const another = (platform: ChatPlatform, store?: Store): Core => anotherCore(app, platform, store);

let order = 0;
/** Puts messages into the outbox, in this order, to the channel or to people. */
async function waiting(ids: readonly string[], to = (_id: string) => into): Promise<void> {
  await app.store.transact(app.scope, async (tx) => {
    for (const id of ids) {
      const send = { post: view, id, subject: 'test', notBefore: app.now() };
      const means = { order: String(app.now() * 1000 + ++order).padStart(18, '0'), newId: () => id, membership };
      const [now, person] = [app.now(), to(id)];
      if (person === into) await enqueue(tx, { ...send, to: { is: 'group', group: into } }, now, means);
      else await enqueue(tx, { ...send, to: { is: 'direct', person }, quiet: 'atOnce' }, now, means);
    }
  });
}

/** A platform that both cores share: what arrived in which place, in order. `how` decides each call, which is slow. */
function shared(how: (key: string, tries: number) => 'sent' | Sent = () => 'sent') {
  const arrived: { key: string; place: string }[] = [];
  const tries = new Map<string, number>();
  const platform: ChatPlatform = {
    ...app.platform,
    async post(place, _view, key) {
      tries.set(key, (tries.get(key) ?? 0) + 1);
      for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
      const answer = how(key, tries.get(key) ?? 1);
      if (answer !== 'sent') return answer;
      arrived.push({ key, place: place.is === 'direct' ? place.to : 'channel' });
      return { ok: true, ref: `ref ${key}` };
    },
  };
  return { platform, arrived };
}

const statuses = async () => {
  const { docs } = await app.store.read(app.scope, (r) =>
    r.find(Outbox, 'subject', { equal: 'test' }, { limit: 1000 }),
  );
  return new Set(docs.map((r) => r.status));
};

describe('two cores that work on one store', () => {
  it('send to each place in order, nothing twice, nothing lost', async () => {
    const { platform, arrived } = shared();
    // The first call of each waits for the first of the other: both are at work at the same time.
    const begun: (() => void)[] = [];
    const both = Promise.all([0, 1].map((i) => new Promise<void>((resolve) => begun.splice(i, 0, resolve))));
    const cores = [0, 1].map((i) =>
      another({
        ...platform,
        post: async (...call) => {
          begun[i]?.();
          await both;
          return platform.post(...call);
        },
      }),
    );
    const ids = Array.from({ length: 30 }, (_, i) => `m${String(i).padStart(2, '0')}`);
    const to = (id: string) => ([into, 'p1', 'p2'] as const)[Number(id.slice(1)) % 3] as string;
    await waiting(ids, to);
    await Promise.all(cores.map((core) => core.pump()));
    await Promise.all(cores.map((core) => core.pump()));
    expect(arrived).toHaveLength(30);
    for (const place of ['channel', 'p1', 'p2']) {
      const keys = arrived.filter((m) => m.place === place).map((m) => m.key);
      expect(keys).toEqual([...keys].sort());
    }
    expect(await statuses()).toEqual(new Set(['sent']));
  });

  it('keep the order while calls fail and are tried again', async () => {
    const later: Sent = { ok: false, why: 'later', retryAfterMs: 1000 };
    const { platform, arrived } = shared((key, tries) =>
      Number(key.slice(1)) % 2 === 0 && tries < 3 ? later : 'sent',
    );
    const cores = [another(platform), another(platform)];
    const ids = Array.from({ length: 12 }, (_, i) => `m${String(i).padStart(2, '0')}`);
    await waiting(ids);
    for (let i = 0; i < 60; i++) {
      await Promise.all(cores.map((core) => core.pump()));
      app.advance(10_000);
    }
    expect(arrived.map((m) => m.key)).toEqual(ids);
  });

  it('leave alone what the other has in hand, however long it takes within its lease', async () => {
    let answer = (_sent: Sent): void => {};
    const calls: string[] = [];
    const hanging: ChatPlatform = {
      ...app.platform,
      post: (_place, _view, key) => {
        calls.push(key);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    };
    const quick = shared();
    await waiting(['a', 'b']);
    const first = another(hanging).pump();
    await expect.poll(() => calls).toEqual(['a']);
    const second = another(quick.platform);
    await second.pump();
    app.advance(59_000);
    await second.pump();
    expect(quick.arrived).toEqual([]);
    expect(await statuses()).toEqual(new Set(['sending', 'pending']));
    answer({ ok: true, ref: 'there' });
    await expect.poll(() => calls).toEqual(['a', 'b']);
    answer({ ok: true, ref: 'there too' });
    await first;
    expect(await statuses()).toEqual(new Set(['sent']));
  });

  it('ask about what was in hand when its lease ran out, and believe a late answer that it arrived', async () => {
    let answer = (_sent: Sent): void => {};
    let called = false;
    const hanging: ChatPlatform = {
      ...app.platform,
      post: () => {
        called = true;
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    };
    await waiting(['a']);
    const first = another(hanging).pump();
    await expect.poll(() => called).toBe(true);
    app.advance(60_000);
    await another(shared().platform).pump();
    expect(await statuses()).toEqual(new Set(['unknown']));
    answer({ ok: true, ref: 'there' });
    await first;
    expect(await statuses()).toEqual(new Set(['sent']));
  });

  it('repeat it by themselves where the platform knows the key again', async () => {
    const hanging: ChatPlatform = { ...app.platform, post: () => new Promise(() => {}) };
    const quick = shared();
    const knows: ChatPlatform = { ...quick.platform, limits: { repeatableForMs: 120_000, asksInGroup: false } };
    await waiting(['a']);
    void another(hanging).pump();
    await expect.poll(statuses).toEqual(new Set(['sending']));
    app.advance(60_000);
    await another(knows).pump();
    expect(quick.arrived.map((m) => m.key)).toEqual(['a']);
  });
});

describe('a queue behind a message that has to wait', () => {
  it('costs as much for each message more as for the one before', async () => {
    const counted = { transact: 0, docs: 0 };
    const store: Store = {
      ...app.store,
      scopes: () => app.store.scopes(),
      transact: (scope, work) => {
        counted.transact += 1;
        return app.store.transact(scope, work);
      },
      read: (scope, work) =>
        app.store.read(scope, (read) =>
          work({
            get: read.get.bind(read),
            getMany: read.getMany.bind(read),
            count: read.count.bind(read),
            async find(kind, index, range, page) {
              const found = await read.find(kind, index, range, page);
              counted.docs += found.docs.length;
              return found;
            },
          }),
        ),
    };
    let holds = true;
    const { platform, arrived } = shared((key) =>
      key === 'head' && holds ? { ok: false, why: 'rate', retryAfterMs: 3_600_000 } : 'sent',
    );
    const core = another(platform, store);
    await waiting(['head', ...Array.from({ length: 200 }, (_, i) => `m${i}`)]);
    await core.pump();
    expect(counted.transact).toBeLessThan(10);
    expect(counted.docs).toBeLessThan(600);
    // What comes to the queue later is not even looked at before its head may be tried.
    for (let i = 0; i < 50; i++) {
      await waiting([`n${i}`]);
    }
    expect(arrived).toEqual([]);
    holds = false;
    app.advance(3_600_000);
    Object.assign(counted, { transact: 0, docs: 0 });
    await core.pump();
    expect(arrived).toHaveLength(251);
    // A claim and a note of how it went for each.
    expect(counted.transact).toBeLessThan(2 * 251 + 10);
    expect(counted.docs).toBeLessThan(2 * 251);
  });
});
