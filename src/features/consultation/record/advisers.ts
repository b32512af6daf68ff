import type { Asked } from '../../../runtime/context.ts';
import { allOf } from '../../../storage/find-all.ts';
import { colleague, former, person } from '../../../view/build.ts';
import type { Span } from '../../../view/view.ts';
import { Members, memberId, Residents } from '../../group/model.ts';
import { isMine, memberIdOf } from '../authorship.ts';
import { repliesOf } from '../find.ts';
import type { Consultation, Reply } from '../model.ts';
import type { Consultant, ConsultationRecord, Source } from './model.ts';

/** The replies of a thread with those who gave them by name, who are neither the reader nor anonymous. */
export async function repliesWith(ctx: Asked, about: Consultation | null) {
  if (about === null) return { replies: [], sources: [] };
  const all = await repliesOf(ctx.read, about.id);
  const mine = await Promise.all(all.map((r) => isMine(ctx, r)));
  const replies = all.map((r, i): Reply => (mine[i] ? { ...r, voice: 'asker' } : r));
  return { replies, sources: await sourcesOf(ctx, replies) };
}

async function sourcesOf(ctx: Asked, replies: readonly Reply[]): Promise<Source[]> {
  const people = replies.map((r) => (r.author.as === 'me' && r.voice !== 'asker' ? r.author.person : null));
  const members = await ctx.read.getMany(
    Members,
    replies.map((r) => memberIdOf(r.group, r.author)),
  );
  return replies.flatMap((r, i): Source[] => {
    const who = people[i] ?? null;
    if (who !== null) return [{ n: i + 1, person: who, credential: members[i]?.credential ?? '' }];
    return r.author.as === 'former' ? [{ n: i + 1, person: null, credential: r.author.credential }] : [];
  });
}

/** Colleagues with the credential of the day; who advised before keeps the one of then. */
export async function consultantsOf(
  ctx: Asked,
  group: string,
  people: readonly string[],
  before: ConsultationRecord | null,
): Promise<Consultant[]> {
  const members = await ctx.read.getMany(
    Members,
    people.map((who) => memberId(group, who)),
  );
  // An expert of another group is a member there.
  const missing = people.filter((_, i) => members[i] === null);
  const elsewhere = missing.length === 0 ? [] : await allOf(ctx.read, Members, 'person', { anyOf: missing });
  return people.map((who, i) => {
    const known = before?.consultants.find((c) => 'person' in c && c.person === who);
    const member = members[i] ?? elsewhere.find(({ person: one }) => one === who);
    return known ?? { person: who, credential: member?.credential ?? '' };
  });
}

/** What colleagues are called, so that these names stay in the record: as they were typed, or as the platform says. */
export async function colleagueNames(ctx: Asked, consultants: readonly Consultant[]): Promise<readonly string[]> {
  const people = consultants.flatMap((c) => ('person' in c ? [c.person] : []));
  const typed = consultants.flatMap((c) => ('name' in c ? [c.name] : []));
  return [...typed, ...(await ctx.names(people))];
}

/** How those who advised read to the owner of a record, by their reference. */
export type Named = (of: { readonly person: string | null; readonly credential: string }) => Span;

/**
 * Colleagues by name, except those who asked to be shown by their credential and those whose data was erased. Who only
 * left the group is named still: a record says who was asked.
 */
export async function namedIn(ctx: Asked, records: readonly ConsultationRecord[]): Promise<Named> {
  const people = [
    ...new Set(
      records.flatMap((r) => [
        ...r.consultants.flatMap((c) => ('person' in c ? [c.person] : [])),
        ...r.sources.flatMap(({ person: who }) => (who === null ? [] : [who])),
      ]),
    ),
  ];
  const known = await ctx.read.getMany(Residents, people);
  const residents = new Map(people.map((who, i) => [who, known[i] ?? null]));
  return ({ person: who, credential }) => {
    if (who === null) return former(credential);
    const resident = residents.get(who);
    // Somebody without a credential never accepted an agreement, and had nothing to erase.
    const byName = resident ? !resident.byCredential : credential === '';
    return byName ? person(who, credential || null) : colleague(credential);
  };
}
