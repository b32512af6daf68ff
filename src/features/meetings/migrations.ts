import { DueJobs } from '../../runtime/jobs.ts';
import { allOf } from '../../storage/find-all.ts';
import type { Migration } from '../../storage/upgrade.ts';
import { Groups } from '../group/model.ts';
import { GroupMeetings } from './model.ts';
import { reminder, remindName } from './reminder.ts';

/** Meetings that were planned before presenters were reminded of them never had a reminder. */
const reminders: Migration = {
  number: 9,
  name: 'meetingReminders',
  async run(scope, { store }) {
    await store.transact(scope, async (tx) => {
      const jobs = await allOf(tx, DueJobs, 'id', { all: true });
      const subjects = (name: string) => new Set(jobs.flatMap(({ job, subject }) => (job === name ? [subject] : [])));
      const [open, reminded] = [subjects('meeting.open'), subjects(remindName)];
      for (const m of await allOf(tx, GroupMeetings, 'id', { all: true })) {
        const group = await tx.get(Groups, m.group);
        if (m.status !== 'planned' || !open.has(m.id) || reminded.has(m.id) || group === null) continue;
        // A time that went by is due at once, and one of a meeting that went by is dropped: its grace is over.
        for (const change of reminder(m, group, 0)) if ('schedule' in change) await tx.put(DueJobs, change.schedule);
      }
    });
  },
};

export const meetingMigrations: readonly Migration[] = [reminders];
