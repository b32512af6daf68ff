import { expect, it } from 'vitest';
import { createMetrics } from '../../../adapters/cli/metrics.ts';
import { type Core, type Incoming, routes } from '../../../src/index.ts';

it('whoever reads the figures while an anonymous author presses buttons sees answers, and not what was asked for', async () => {
  const metrics = createMetrics(
    async () => ({ waiting: 0, since: null }),
    () => 0,
  );
  const answer = { is: 'view' as const, view: { is: 'card', blocks: [] } };
  const core = metrics.core({ handle: async () => answer } as unknown as Core);
  for (const { name } of routes) await core.handle({ command: name, input: {} } as unknown as Incoming);
  const text = await metrics.text();
  const counted = [...text.matchAll(/^curbside_\w+\{([^}]*)\}/gm)].flatMap(([, labels]) => (labels ?? '').split(','));
  expect(counted).toContain('answer="view"');
  expect(counted.filter((label) => !/^(?:le="[\d.]+"|le="\+Inf"|answer="view")$/.test(label))).toEqual([]);
  expect(text).toContain(`curbside_command_seconds_count{answer="view"} ${routes.length}`);
});
