import { createLog } from '../../../adapters/node/log.ts';
import { startTimer } from '../../../adapters/node/timer.ts';
import { openClock } from '../../../adapters/postgres/clock.ts';
import { openDocuments, openPeople } from '../../../adapters/postgres/index.ts';
import type { ChatPlatform, Sent } from '../../../src/index.ts';
import { tallyCore } from './tally-core.ts';

/*
 * One instance among several, until it is killed. Its parent hands it commands and plays the platform: what it posts goes to
 * the parent, which answers with a reference.
 */
const [url = '', schema = '', skewMs = '0', aheadMs = '0'] = process.argv.slice(2);
const key = Buffer.alloc(32, 7);
const log = createLog('silent');
const time = await openClock(url, log, () => Date.now() + Number(skewMs));
const { clock } = time;
const later = { ...clock, now: () => clock.now() + Number(aheadMs) };
const store = await openDocuments({ url, schema, key, log, most: 8 }, time);
const vault = await openPeople({ url, schema, key, log, most: 3 });
const scope = await vault.scopeFor({ platform: 'fake', id: 'team' });
const who = await vault.refFor({ platform: 'fake', id: 'ada' });

interface FromParent {
  readonly posted?: string;
  readonly event?: string;
  readonly place?: string;
}
const waiting = new Map<string, (sent: Sent) => void>();

const platform: ChatPlatform = {
  name: 'fake',
  limits: { repeatableForMs: 0, asksInGroup: false },
  post: (_place, view, id) =>
    new Promise((resolve) => {
      waiting.set(id, resolve);
      const quote = view.blocks[0];
      const place = 'channel' in _place ? _place.channel : '';
      process.send?.({ post: id, place, n: quote?.is === 'quote' ? Number(quote.text) : 0 });
    }),
  edit: async (_scope, ref) => ({ ok: true, ref }),
  remove: async (_scope, ref) => ({ ok: true, ref }),
  names: async () => new Map(),
};
const core = tallyCore(store, vault, later, log, platform);
startTimer(core, later.now, log);

process.on('message', async ({ posted, event, place = '' }: FromParent) => {
  if (posted !== undefined) {
    waiting.get(posted)?.({ ok: true, ref: `m${posted}` });
    waiting.delete(posted);
  }
  if (event === undefined) return;
  const base = { scope, who, channel: null, manages: false, zone: null, locale: 'en' };
  const answer = await core.handle({ ...base, eventId: event, command: 'tally.add', input: { place, id: event } });
  process.send?.({ handled: event, ok: answer.is === 'view' });
});
process.send?.({ ready: true, scope });
