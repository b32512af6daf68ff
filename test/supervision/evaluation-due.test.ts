import { describe, expect, it } from 'vitest';
import { DueJobs } from '../../src/runtime/jobs.ts';
import { dayMs } from '../../src/time/durations.ts';
import { expectCard, expectForm, openTestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { startEvaluation } from './meeting-steps.ts';
import { paired } from './steps.ts';

describe('when an evaluation is due', () => {
  it('both are reminded once, on the day that the last one named', async () => {
    const app = await openTestApp();
    try {
      const pair = await paired(app);
      const letters = () => app.messages.filter((m) => JSON.stringify(m.view).includes('evaluation.due.letter'));
      await startEvaluation(pair, pair.associate, { nextOn: 'Jun 5, 2026' });
      await app.pass(91 * dayMs);
      expect(letters()).toHaveLength(0);
      await app.pass(2 * dayMs);
      expect(letters()).toHaveLength(2);
      await app.pass(100 * dayMs);
      expect(letters()).toHaveLength(2);
    } finally {
      await app.remove();
    }
  });

  it('an agreement from before there were reminders gets its first with the next weekly job, once', async () => {
    const other = await openTestApp();
    try {
      const nc = await paired(other, { pack: 'us-nc-lcmhca', startsOn: '2025-11-01' });
      await other.store.transact(other.scope, async (tx) => {
        const jobs = { equal: `supervision.evaluation.due ${nc.agreement}` };
        for (const { id } of (await tx.find(DueJobs, 'subject', jobs)).docs) await tx.remove(DueJobs, id);
      });
      const told = () => other.messages.filter((m) => JSON.stringify(m.view).includes('evaluation.due.letter')).length;
      await other.pass(8 * dayMs);
      await other.pass(1 * dayMs);
      expect(told()).toBe(2);
      for (let week = 0; week < 3; week++) await other.pass(7 * dayMs);
      expect(told()).toBe(2);
    } finally {
      await other.remove();
    }
  });

  it('rules that ask for it quarterly set the day from the start on', async () => {
    const other = await openTestApp();
    try {
      const nc = await paired(other, { pack: 'us-nc-lcmhca' });
      const list = await expectCard(
        nc.supervisor.does('supervision.evaluate', { group: nc.at, agreement: nc.agreement }),
      );
      expect(words(list)).toContain('Next evaluation: May 1, 2026');
      await other.pass(58 * dayMs);
      expect(JSON.stringify(other.messages.map((m) => m.view))).toContain('evaluation.due.letter');
      const form = await expectForm(
        nc.associate.does('supervision.evaluation.start', { group: nc.at, agreement: nc.agreement }),
      );
      expect(words(form)).toContain('Next evaluation: 2026-08-02');
    } finally {
      await other.remove();
    }
  });
});
