import type { Membership } from '../../ports/membership.ts';
import { allOf } from '../../storage/find-all.ts';
import { Groups, Members } from './model.ts';

/** What the runtime asks about groups, answered from the stored ones. */
export const membership: Membership = {
  channelOf: async (read, group) => (await read.get(Groups, group))?.channel ?? null,
  people: async (read) => [...new Set((await allOf(read, Members, 'group', { all: true })).map((m) => m.person))],
  inUse: async (read) =>
    (await allOf(read, Groups, 'channel', { all: true })).some((group) => group.gone !== 'uninstalled'),
};
