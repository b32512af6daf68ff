import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/index.ts';
import { ask } from '../fixtures/steps.ts';
import { group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

let app: TestApp;
let ada: Person;
let touched: string[];

/** The same store, which notes the community of every read and write. */
const noting = (store: Store): Store => ({
  ...store,
  read: (scope, work) => {
    touched.push(scope);
    return store.read(scope, work);
  },
  transact: (scope, work) => {
    touched.push(scope);
    return store.transact(scope, work);
  },
});

beforeEach(async () => {
  touched = [];
  app = await openTestApp({ watched: (store, vault) => ({ store: noting(store), vault }) });
  for (let i = 0; i < 20; i += 1) {
    const scope = await app.vault.scopeFor({ platform: 'fake', id: `team ${i}` });
    const owner = await app.person('owner', { scope, manages: true });
    const settings = { zone: 'America/New_York', features: 'consultation', quietFrom: '18:00', quietTo: '08:30' };
    await owner.does('setup.save', { ...settings, nudgeHours: '24' });
  }
  ada = (await group(app, ['ada', 'ben'])).ada as Person;
  await app.pass(0);
});
afterEach(() => app.remove());

it('a post wakes its own community, and the others are left alone', async () => {
  let woken = 0;
  app.core.onWork(() => {
    woken += 1;
  });
  await ask(ada, { question: 'How do I end a session that runs over?' });
  expect(woken).toBeGreaterThan(0);
  touched = [];
  await app.pass(0);
  expect(app.messages).toHaveLength(2);
  expect(new Set(touched)).toEqual(new Set([app.scope]));
});

it('a tick without anything due looks into no community, and says when the next thing is', async () => {
  touched = [];
  const next = await app.core.pump();
  expect(touched).toEqual([]);
  expect(next).toBe(app.now() + 60 * 60_000);
});
