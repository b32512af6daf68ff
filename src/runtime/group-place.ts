import { Groups } from '../features/group/model.ts';
import type { Read } from '../ports/store.ts';

/** The channel of a group, or null when the group is gone. */
export async function placeOfGroup(read: Read, group: string): Promise<string | null> {
  return (await read.get(Groups, group))?.channel ?? null;
}
