import type { Membership } from '../../ports/membership.ts';
import type { Read } from '../../ports/store.ts';
import { allOf } from '../../storage/find-all.ts';
import { Groups, Members } from './model.ts';

const localeOf = async (read: Read, group: string): Promise<string | null> =>
  (await read.get(Groups, group))?.locale ?? null;

/** What the runtime asks about groups, answered from the stored ones. */
export const membership: Membership = {
  channelOf: async (read, group) => (await read.get(Groups, group))?.channel ?? null,
  people: async (read) => [...new Set((await allOf(read, Members, 'group', { all: true })).map((m) => m.person))],
  quietOf: (read, group) => read.get(Groups, group),
  localeOf,
  localesOf: async (read, person) => {
    const { docs } = await read.find(Members, 'person', { equal: person }, { limit: 20 });
    const groups = await read.getMany(
      Groups,
      docs.map(({ group }) => group),
    );
    return [...docs.map(({ locale }) => locale), ...groups.map((g) => g?.locale ?? null)];
  },
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
