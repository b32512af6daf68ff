import { afterEach, expect, it } from 'vitest';
import { GroupMeetings, type Meeting, type Series, SeriesOf } from '../../src/features/meetings/model.ts';
import type { Read, Store, Tx } from '../../src/index.ts';
import { accept, expectCard, expectView, openTestApp, type TestApp } from '../fixtures/test-app.ts';
import { circle, firstAt, thursdays } from './circle.ts';

let app: TestApp;
afterEach(() => app.remove());

/** Documents of meetings and series that a store handed out. */
let handed = 0;

function counted(store: Store): Store {
  const read = <R extends Read>(inner: R): R => ({
    ...inner,
    find: async (...[kind, ...rest]: Parameters<Read['find']>) => {
      const found = await inner.find(kind, ...rest);
      if (kind.name === GroupMeetings.name || kind.name === SeriesOf.name) handed += found.docs.length;
      return found;
    },
  });
  return {
    ...store,
    read: (scope, work) => store.read(scope, (inner) => work(read(inner))),
    transact: (scope, work) => store.transact(scope, (tx: Tx) => work(read(tx))),
  };
}

const during = async (does: () => Promise<unknown>): Promise<number> => {
  handed = 0;
  await does();
  return handed;
};

it('what one person’s leaving reads is of their groups, and a list of series is of those that run', async () => {
  app = await openTestApp({ watched: (store, vault) => ({ store: counted(store), vault }) });
  const { people, at } = await circle(app, ['ada', 'ben', 'cleo']);
  await thursdays(people.ada, at);
  const there = await app.person('dina', { manages: true, channel: 'C2' });
  const settings = { zone: 'UTC', features: 'consultation', quietFrom: '18:00', quietTo: '08:30', weekends: 'yes' };
  await expectView(there.does('setup.save', { ...settings, nudgeHours: '24', owners: '' }));
  const emil = await app.person('emil', { channel: 'C2' });
  const faye = await app.person('faye', { channel: 'C2' });
  for (const one of [there, emil, faye]) await accept(one);

  const list = () => during(() => expectCard(people.ben.does('meeting.series', at)));
  const [erasedBefore, listedBefore] = [await during(() => expectCard(emil.does('privacy.erase'))), await list()];
  await app.store.transact(app.scope, async (tx) => {
    const found = (await tx.find(SeriesOf, 'group', { equal: at.group })).docs[0] as Series;
    const planned = (await tx.find(GroupMeetings, 'series', { equal: found.id })).docs[0] as Meeting;
    for (let i = 0; i < 150; i += 1) {
      await tx.put(SeriesOf, { ...found, id: `old${i}`, ended: true, endedAt: firstAt - i });
      await tx.put(GroupMeetings, { ...planned, id: `was${i}`, series: `old${i}`, at: firstAt - i, status: 'opened' });
    }
  });
  expect(await during(() => expectCard(faye.does('privacy.erase')))).toBe(erasedBefore);
  expect(await list()).toBe(listedBefore);
});
