import type { Membership } from '../../ports/membership.ts';
import { allOf } from '../../storage/find-all.ts';
import { Groups, Members } from './model.ts';

/** What the runtime asks about groups, answered from the stored ones. */
export const membership: Membership = {
  channelOf: async (read, group) => (await read.get(Groups, group))?.channel ?? null,
  inUse: async (read) =>
    (await allOf(read, Groups, 'channel', { all: true })).some((group) => group.gone !== 'uninstalled'),
  async circles(read) {
    const groups = (await allOf(read, Groups, 'channel', { all: true })).filter((group) => group.gone === null);
    const members = await allOf(read, Members, 'group', { all: true });
    return groups.map(({ id, channel }) => ({
      channel,
      people: members.filter((member) => member.group === id).map((member) => member.person),
    }));
  },
};
