import { setTimeout as pause } from 'node:timers/promises';

type Job = { run: 'answers' | 'acknowledgements' | 'close'; count: number; seconds: number };

/** At a steady rate: milliseconds from each command to its acknowledgement, however many are under way. */
export async function atSteadyRate(
  perSecond: number,
  seconds: number,
  send: () => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const sent: Promise<void>[] = [];
  const begin = performance.now();
  const total = perSecond * seconds;
  while (sent.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1000) * perSecond) + 1);
    while (sent.length < due) {
      const start = performance.now();
      sent.push(send().then(() => void times.push(performance.now() - start)));
    }
    await pause(1);
  }
  await Promise.all(sent);
  return times;
}

/** Takes jobs from the process that measures, and answers each with its times; `close` ends this one. */
export function takeJobs(
  settings: object,
  job: {
    answers(count: number): Promise<number[]>;
    acknowledgements(perSecond: number, seconds: number): Promise<number[]>;
    close(): Promise<void>;
  },
): void {
  process.on('message', async ({ run, count, seconds }: Job) => {
    if (run === 'close') {
      await job.close();
      process.disconnect();
      return;
    }
    const times = run === 'answers' ? await job.answers(count) : await job.acknowledgements(count, seconds);
    process.send?.({ times });
  });
  process.send?.(settings);
}
