import { chooseLocale } from '../../i18n/locale.ts';
import type { Membership } from '../../ports/membership.ts';
import type { Read } from '../../ports/store.ts';
import { Outbox, type OutboxRow } from './model.ts';

/** The longest way from a row to its group: an edit, of a reply, in a thread, under a line. */
const steps = 4;

/** The locale in which a row is worded: the group's whose channel it ends in, or the person's to whom it goes. */
export async function localeOfRow(membership: Membership, read: Read, row: OutboxRow): Promise<string> {
  let at: OutboxRow | null = row;
  for (let step = 0; at !== null && step < steps; step += 1) {
    const { to }: OutboxRow = at;
    if (to.is === 'direct') return chooseLocale(...(await membership.localesOf(read, to.person)));
    if (to.is === 'group') return chooseLocale(await membership.localeOf(read, to.group));
    at = await read.get(Outbox, to.row);
  }
  return chooseLocale();
}
