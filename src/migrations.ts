import { Askings, askingId } from './features/checkin/model.ts';
import { consultationMigrations, formerAuthors } from './features/consultation/migrations.ts';
import { Records } from './features/consultation/record/model.ts';
import { Members, Residents } from './features/group/model.ts';
import { meetingMigrations } from './features/meetings/migrations.ts';
import { kinds } from './kinds.ts';
import type { Read, Scope } from './ports/store.ts';
import { DueJobs, due } from './runtime/jobs.ts';
import { allOf } from './storage/find-all.ts';
import type { Doc, Kind } from './storage/kind.ts';
import { opened, outlineOf, ownerToken, sealing } from './storage/sealing.ts';
import type { Migration, Upgrading } from './storage/upgrade.ts';

/** How many documents are changed in one transaction. */
const atOnce = 500;

const isToken = (owner: string): boolean => /^[0-9a-f]{32}$/.test(owner);

/** Sealed documents named their owner in clear. Those of people whom the vault does not know any more stay shut. */
const owners: Migration = {
  number: 1,
  name: 'owners',
  async run(scope, on) {
    const members = await on.store.read(scope, (read) => allOf(read, Members, 'id', { all: true }));
    const people = new Set(members.map((m) => m.person));
    for (const of of kinds.filter((k) => k.sealed === 'owner')) {
      for (const person of await tokensFor(of, scope, on)) people.add(person);
    }
    const known = await on.vault.identities([...people]);
    await on.store.transact(scope, async (tx) => {
      for (const one of known) if (one !== null) await tx.put(Residents, { id: one.ref, byCredential: false });
    });
  },
};

/** Puts a token in place of every owner of a kind. Returns who they were. */
async function tokensFor(of: Kind<Doc>, scope: Scope, { store, vault }: Upgrading): Promise<readonly string[]> {
  const outline = outlineOf(of);
  const found: string[] = [];
  let after: string | undefined;
  do {
    const next = { limit: atOnce, ...(after ? { after } : {}) };
    const page = await store.read(scope, (read: Read) => read.find(outline, 'id', { all: true }, next));
    const old = page.docs.filter((doc) => !isToken(doc.owner));
    const refs = [...new Set(old.map((doc) => doc.owner))];
    const identities = await vault.identities(refs);
    const tokens = new Map(refs.map((ref, i) => [ref, identities[i] ? ownerToken(identities[i], of) : null]));
    await store.transact(scope, async (tx) => {
      for (const doc of old) {
        const owner = tokens.get(doc.owner);
        if (owner) await tx.put(outline, { ...doc, owner, keys: { ...doc.keys, owner } });
      }
    });
    found.push(...refs);
    after = page.next;
  } while (after);
  return found;
}

/** That somebody was asked in a week stood in the job that clears the question up. */
const askings: Migration = {
  number: 2,
  name: 'askings',
  async run(scope, { store }) {
    await store.transact(scope, async (tx) => {
      for (const job of await allOf(tx, DueJobs, 'id', { all: true })) {
        const { week = '', asked, ...rest } = job.input;
        if (job.job !== 'checkin.tidy' || week === '' || rest.asking !== undefined) continue;
        const asking = askingId(job.subject, week);
        await tx.put(Askings, { id: asking, at: Number(asked ?? 0) });
        await tx.put(DueJobs, { ...job, input: { ...rest, week, asking } });
      }
    });
  },
};

/** The reminder of a record named both the record and its owner. */
const reminders: Migration = {
  number: 3,
  name: 'reminders',
  async run(scope, { store, vault }) {
    const jobs = await store.read(scope, (read) => allOf(read, DueJobs, 'id', { all: true }));
    const old = jobs.filter(({ job, input }) => job === 'record.followUp' && input.record !== undefined);
    const people = await vault.identities(old.map(({ input }) => input.person ?? ''));
    await store.transact(scope, async (tx) => {
      for (const [i, { id, at, graceMs, input: given }] of old.entries()) {
        const { record, ...input } = given;
        const followUp = people[i]?.token(`follow up ${record}`).slice(0, 16);
        await tx.remove(DueJobs, id);
        if (followUp !== undefined)
          await tx.put(
            DueJobs,
            due('record.followUp', followUp, input.date ?? '', at, graceMs, { ...input, followUp }),
          );
      }
    });
  },
};

/**
 * Seals all documents of a kind once more, as this version seals and indexes them. Those of people whom the vault does not know
 * stay shut, and as they are. Begun again after a stop, it goes on with what it had not reached.
 */
async function sealAnew<T extends Doc>(scope: Scope, { store, vault }: Upgrading, of: Kind<T>): Promise<void> {
  const residents = await store.read(scope, (read) => allOf(read, Residents, 'id', { all: true }));
  const known = (await vault.identities(residents.map(({ id }) => id))).filter((one) => one !== null);
  const byToken = new Map(known.map((one) => [ownerToken(one, of), one]));
  const outline = outlineOf(of);
  let after: string | undefined;
  do {
    const next = { limit: atOnce, ...(after ? { after } : {}) };
    const page = await store.read(scope, (read) => read.find(outline, 'id', { all: true }, next));
    await store.transact(scope, async (tx) => {
      for (const doc of page.docs) {
        const owner = byToken.get(doc.owner) ?? null;
        const open = opened(owner, of, doc);
        if (open !== null) await sealing(owner, tx, 0).put(of, open);
      }
    });
    after = page.next;
  } while (after);
}

/** Records that wait could not be found but by opening all of somebody's. */
const waitingRecords: Migration = {
  number: 4,
  name: 'waitingRecords',
  run: (scope, stores) => sealAnew(scope, stores, Records),
};

/** All drafts of a person, and all records, lay under one token. */
const apart: Migration = {
  number: 8,
  name: 'apart',
  async run(scope, stores) {
    for (const of of kinds.filter((k) => k.apart !== undefined)) await sealAnew(scope, stores, of);
  },
};

/** What must be changed in a store that an earlier version wrote, in order. */
export const migrations: readonly Migration[] = [
  owners,
  askings,
  reminders,
  waitingRecords,
  ...consultationMigrations,
  apart,
  ...meetingMigrations,
  formerAuthors,
];
