import { Groups, Members } from '../features/group/model.ts';
import type { Read } from '../ports/store.ts';

/** The language of what is posted to a group's channel, or null when the group is gone. */
export async function localeOfGroup(read: Read, group: string): Promise<string | null> {
  return (await read.get(Groups, group))?.locale ?? null;
}

/** The locales in which somebody reads what is sent to them, most wanted first: their own, then their groups'. */
export async function localesOfPerson(read: Read, person: string): Promise<readonly (string | null)[]> {
  const { docs } = await read.find(Members, 'person', { equal: person }, { limit: 20 });
  const groups = await Promise.all(docs.map(({ group }) => localeOfGroup(read, group)));
  return [...docs.map(({ locale }) => locale), ...groups];
}

/** The channel of a group, or null when the group is gone. */
export async function placeOfGroup(read: Read, group: string): Promise<string | null> {
  return (await read.get(Groups, group))?.channel ?? null;
}
