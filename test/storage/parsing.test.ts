import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { kind, parsing, type Store, storedKinds } from '../../src/index.ts';
import { sealing } from '../../src/storage/sealing.ts';
import { ask } from '../fixtures/steps.ts';
import { expectView, group, openTestApp, type TestApp } from '../fixtures/test-app.ts';

const about = { what: 'for tests', readBy: 'tests', keptFor: 'a test' };
const loose = (name: string) =>
  kind(name, z.looseObject({ id: z.string() }), {
    indexes: { id: (d) => d.id },
    sealed: 'no',
    about,
  });

/** A kind that is stored, with its indexes, whatever its documents hold. */
function stored(name: string): ReturnType<typeof loose> {
  const found = storedKinds.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no kind is called ${name}`);
  return { ...found, schema: loose(name).schema } as unknown as ReturnType<typeof loose>;
}

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

/** Takes a field out of every document of a kind, as if they had been written before it existed. Returns how many. */
async function without(store: Store, scope: string, name: string, field: string): Promise<number> {
  return store.transact(scope, async (tx) => {
    const { docs } = await tx.find(stored(name), 'id', { all: true }, { limit: 1000 });
    for (const doc of docs) {
      await tx.put(stored(name), {
        ...Object.fromEntries(Object.entries(doc).filter(([key]) => key !== field)),
        id: doc.id,
      });
    }
    return docs.length;
  });
}

describe('documents written before a field existed', () => {
  it('a group without its list of kept words answers as before', async () => {
    const { ada } = await group(app, ['ada']);
    expect(await without(app.store, app.scope, 'group', 'keepWords')).toBe(1);
    for (const command of ['curbside.help', 'curbside.home', 'consult.list', 'group.words']) {
      expect((await ada?.does(command))?.is, command).toBe('view');
    }
  });

  it('a waiting message without a latest time is sent', async () => {
    const { ada, ben } = await group(app, ['ada', 'ben']);
    if (!ada || !ben) throw new Error('nobody there');
    await ask(ada, { question: 'How would you begin with a new group?' });
    expect(await without(app.store, app.scope, 'outbox', 'notAfter')).toBe(2);
    await app.pass(1000);
    expect(app.messages).toHaveLength(2);
    expect(JSON.stringify(await expectView(ben.does('consult.list')))).toContain('consult.show');
  });
});

describe('parsed reads', () => {
  const before = kind('thing', z.object({ id: z.string(), words: z.array(z.string()) }), {
    indexes: { id: (d) => d.id },
    sealed: 'no',
    about,
  });
  const after = kind('thing', z.object({ id: z.string(), words: z.array(z.string()), n: z.number().default(7) }), {
    indexes: { id: (d) => d.id },
    sealed: 'no',
    about,
  });

  it('hold defaults by id, in lists and in transactions, and cannot be changed by a reader', async () => {
    await app.store.transact('s', (tx) => tx.put(before, { id: 'a', words: ['x'] }));
    const store = parsing(app.store);
    const whole = { id: 'a', words: ['x'], n: 7 };
    expect(await store.read('s', (r) => r.get(after, 'a'))).toEqual(whole);
    expect((await store.read('s', (r) => r.find(after, 'id', { all: true }))).docs).toEqual([whole]);
    const shown = await store.transact('s', (tx) => tx.get(after, 'a'));
    expect(() => shown?.words.push('y')).toThrow(TypeError);
    await store.transact('s', (tx) => tx.put(after, { id: 'a', words: [], n: 8 }));
    expect(await store.read('s', (r) => r.get(after, 'a'))).toEqual({ id: 'a', words: [], n: 8 });
  });

  it('take an old document through the migrations of its kind, each once, and not the ones it went through', async () => {
    const named = z.object({ id: z.string(), first: z.string(), last: z.string(), opened: z.number() });
    const thing = kind('thing', named, {
      indexes: {},
      sealed: 'no',
      about,
      migrations: [
        ({ name, ...rest }) => ({ ...rest, first: String(name).split(' ')[0], last: String(name).split(' ')[1] }),
        (old) => ({ ...old, opened: Number(old.opened ?? 0) + 1 }),
      ],
    });
    await app.store.transact('s', (tx) => tx.put(loose('thing'), { id: 'a', name: 'Juno Marsh' }));
    const store = parsing(app.store);
    const whole = { id: 'a', first: 'Juno', last: 'Marsh', opened: 1 };
    expect(await store.read('s', (r) => r.get(thing, 'a'))).toEqual(whole);
    await store.transact('s', (tx) => tx.put(thing, whole));
    expect(await store.read('s', (r) => r.getMany(thing, ['a', 'b']))).toEqual([whole, null]);
    expect(await app.store.read('s', (r) => r.get(loose('thing'), 'a'))).toEqual({ ...whole, v: 2 });
  });

  it('do so for what is sealed, too', async () => {
    const me = await app.vault.identity(await app.vault.refFor({ platform: 'fake', id: 'ada' }));
    if (me === null) throw new Error('nobody');
    const owned = { indexes: { owner: (d: { owner: string }) => d.owner }, sealed: 'owner', about } as const;
    const old = kind('box', z.object({ id: z.string(), owner: z.string(), n: z.number() }), owned);
    const now = kind('box', z.object({ id: z.string(), owner: z.string(), n: z.string() }), {
      ...owned,
      migrations: [(d) => ({ ...d, n: `no ${d.n}` })],
    });
    const doc = { id: 'a', owner: me.ref };
    await app.store.transact('s', (tx) => sealing(me, tx, 0).put(old, { ...doc, n: 7 }));
    const read = () => app.store.read('s', (r) => sealing(me, r, 0).find(now, 'owner', { equal: me.ref }));
    expect((await read()).docs).toEqual([{ ...doc, n: 'no 7' }]);
    await app.store.transact('s', (tx) => sealing(me, tx, 0).put(now, { ...doc, n: 'no 8' }));
    expect((await read()).docs).toEqual([{ ...doc, n: 'no 8' }]);
  });

  it('refuse what fits no schema, by field and without its content', async () => {
    await app.store.transact('s', (tx) => tx.put(loose('thing'), { id: 'a', words: 'secret' }));
    const reading = parsing(app.store).read('s', (r) => r.get(after, 'a'));
    await expect(reading).rejects.toThrow(/thing.*words/);
    await expect(reading).rejects.not.toThrow('secret');
  });
});
