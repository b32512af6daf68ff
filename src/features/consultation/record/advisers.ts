import { type Asked, groupOf } from '../../../runtime/context.ts';
import { colleague, former, person } from '../../../view/build.ts';
import type { Span } from '../../../view/view.ts';
import { Residents } from '../../group/model.ts';
import { isMine, membersOf } from '../authorship.ts';
import { repliesOf } from '../find.ts';
import type { Author, Consultation, Reply } from '../model.ts';
import type { Consultant, ConsultationRecord, Source } from './model.ts';

/** The replies of a thread with those who gave them by name, who are neither the reader nor anonymous. */
export async function repliesWith(ctx: Asked, about: Consultation | null) {
  if (about === null) return { replies: [], sources: [] };
  const all = await repliesOf(ctx.read, about.id);
  const mine = await Promise.all(all.map((r) => isMine(ctx, r)));
  const replies = all.map((r, i): Reply => (mine[i] ? { ...r, voice: 'asker' } : r));
  return { replies, sources: await sourcesOf(ctx, about, replies) };
}

async function sourcesOf(ctx: Asked, about: Consultation, replies: readonly Reply[]): Promise<Source[]> {
  const people = replies.map((r) => (r.author.as === 'me' && r.voice !== 'asker' ? r.author.person : null));
  const members = await membersOf(
    ctx.read,
    about.group,
    replies.map(({ author }) => author),
  );
  return replies.flatMap((r, i): Source[] => {
    const who = people[i] ?? null;
    if (who !== null) return [{ n: i + 1, person: who, credential: members[i]?.credential ?? '' }];
    return r.author.as === 'former' ? [{ n: i + 1, person: null, credential: r.author.credential }] : [];
  });
}

/**
 * Colleagues with the credential of the day; who advised before keeps the one of then. Of other groups nothing is told but
 * what a reply in the thread of this record shows: an expert's credential, of the group from which they replied.
 */
export async function consultantsOf(
  ctx: Asked,
  about: Consultation | null,
  people: readonly string[],
  before: ConsultationRecord | null,
): Promise<Consultant[]> {
  const { id } = groupOf(ctx);
  const replies = about === null ? [] : await repliesOf(ctx.read, about.id);
  const members = await membersOf(
    ctx.read,
    id,
    people.map((who) => replies.map(({ author }) => author).find((one) => isElsewhere(one, who)) ?? byName(who)),
  );
  return people.map((who, i) => {
    const known = before?.consultants.find((c) => 'person' in c && c.person === who);
    return known ?? { person: who, credential: members[i]?.credential ?? '' };
  });
}

const byName = (person: string): Author => ({ as: 'me', person, credential: '' });

const isElsewhere = (author: Author, who: string): boolean =>
  author.as === 'me' && author.person === who && author.home !== undefined;

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
