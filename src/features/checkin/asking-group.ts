import type { Read } from '../../ports/store.ts';
import { allOf } from '../../storage/find-all.ts';
import { type Group, Groups, Members } from '../group/model.ts';

/**
 * The group in whose quiet hours somebody is asked: the one they opted in through, or, when its channel is gone or it has
 * check-ins switched off, another one of theirs, so that nobody is forgotten with a channel. `gone`: that one's channel
 * is gone and there is no other.
 */
export async function groupThatAsks(read: Read, person: string, first: string): Promise<Group | 'gone' | null> {
  const theirGroups = (await allOf(read, Members, 'person', { equal: person })).map((m) => m.group);
  const found = await read.getMany(Groups, theirGroups);
  const groups = found.filter((g) => g !== null).filter((g) => g.features.includes('checkin'));
  const open = groups.filter((g) => g.gone === null).sort((a, b) => (a.id < b.id ? -1 : 1));
  const theirs = groups.find((g) => g.id === first);
  if (theirs?.gone === null) return theirs;
  return open[0] ?? (theirs === undefined ? null : 'gone');
}
