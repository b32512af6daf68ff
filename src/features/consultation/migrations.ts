import { DueJobs } from '../../runtime/jobs.ts';
import { allOf } from '../../storage/find-all.ts';
import type { Migration } from '../../storage/upgrade.ts';
import { dayMs } from '../../time/durations.ts';
import { type Author, Consultations, dayEnd, former, Replies } from './model.ts';
import { noParts, Sessions } from './templates/session.ts';
import { Bars } from './thread/bar-model.ts';
import { idleLater, idleName } from './thread/idle.ts';

/** One owner stopped an author for good; now two people pause them for a while. What one began ends as if two had agreed. */
const bars: Migration = {
  number: 5,
  name: 'bars',
  async run(scope, { store }) {
    await store.transact(scope, async (tx) => {
      for (const c of await allOf(tx, Consultations, 'id', { all: true })) {
        if (!('muted' in c) || c.muted !== true) continue;
        const { muted: _, ...rest } = c;
        const token = c.author.as === 'anonymous' ? c.author.token : '';
        const until = dayEnd(c.askedAt + 30 * dayMs);
        if (token !== '') await tx.put(Bars, { id: c.id, group: c.group, token, by: '', agreed: true, until });
        await tx.put(Consultations, rest);
      }
    });
  },
};

/** Questions of before idle threads closed by themselves never would. */
const idleJobs: Migration = {
  number: 6,
  name: 'idleJobs',
  async run(scope, { store }) {
    await store.transact(scope, async (tx) => {
      const jobs = new Set((await allOf(tx, DueJobs, 'id', { all: true })).map((d) => `${d.job} ${d.subject}`));
      for (const c of await allOf(tx, Consultations, 'id', { all: true })) {
        if (c.status !== 'open' || jobs.has(`${idleName} ${c.id}`)) continue;
        const change = idleLater(c, c.askedAt);
        if ('schedule' in change) await tx.put(DueJobs, change.schedule);
      }
    });
  },
};

/** Who had which part in a session that is over is nobody's business any more. */
const endedParts: Migration = {
  number: 7,
  name: 'endedParts',
  async run(scope, { store }) {
    await store.transact(scope, async (tx) => {
      for (const s of await allOf(tx, Sessions, 'id', { all: true }))
        if (s.state === 'ended') await tx.put(Sessions, { ...s, parts: noParts });
    });
  },
};

const showsCredential = ({ author }: { readonly author: Author }): boolean =>
  author.as === 'former' && author.credential !== '';

/** Whoever erased their data left the credential that stood beside their name, which may be one person's alone. */
export const formerAuthors: Migration = {
  number: 10,
  name: 'formerAuthors',
  async run(scope, { store }) {
    await store.transact(scope, async (tx) => {
      for (const c of await allOf(tx, Consultations, 'id', { all: true }))
        if (showsCredential(c)) await tx.put(Consultations, { ...c, author: former });
      for (const r of await allOf(tx, Replies, 'id', { all: true }))
        if (showsCredential(r)) await tx.put(Replies, { ...r, author: former });
    });
  },
};

export const consultationMigrations: readonly Migration[] = [bars, idleJobs, endedParts];
