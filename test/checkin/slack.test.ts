import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/index.ts';
import { openSlackApp } from '../wire/slack-app.ts';
import { practice } from '../wire/slack-kit.ts';

type TestApp = Awaited<ReturnType<typeof openSlackApp>>;
const clinicians = 45;
const minuteMs = 60_000;

let app: TestApp;
afterEach(() => app.close());

/** What a command answers, or an error that says what came instead. */
async function view(answer: Promise<Answer>): Promise<Extract<Answer, { is: 'view' }>> {
  const given = await answer;
  if (given.is !== 'view') throw new Error(`expected a view: ${JSON.stringify(given)}`);
  return given;
}

describe('on Slack', () => {
  it('a practice at Monday 9:00 stays under 50 conversations a minute (Tier 3), and everybody is asked once', async () => {
    app = await openSlackApp();
    const scope = await app.vault.scopeFor({ platform: 'slack', id: practice.team });
    let events = 0;
    const does = async (user: string, command: string, input: Record<string, string>) =>
      app.core.handle({
        scope,
        command,
        input,
        eventId: `e${++events}`,
        channel: practice.channel,
        manages: user === 'U0ROWAN',
        zone: 'America/New_York',
        locale: 'en-US',
        who: await app.vault.refFor({ platform: 'slack', id: `${practice.team}/${user}` }),
      });
    await view(
      does('U0ROWAN', 'setup.save', {
        zone: 'America/New_York',
        features: 'checkin',
        quietFrom: '18:00',
        quietTo: '08:30',
        weekends: 'yes',
        nudgeHours: '24',
      }),
    );
    const shown = await does('U0ROWAN', 'curbside.agreement', {});
    const group = JSON.stringify(shown).match(/"group":"([^"]+)"/)?.[1] ?? '';
    const users = Array.from({ length: clinicians }, (_, i) => `U0CLIN${String(i).padStart(3, '0')}`);
    for (const user of users) {
      await view(does(user, 'agreement.accept', { group, credential: 'LMFT', licensed: 'yes' }));
      await view(does(user, 'checkin.start', { group }));
      await view(
        does(user, 'checkin.schedule.save', {
          group,
          day: '1',
          time: '09:00',
          zone: 'America/New_York',
          by: 'direct',
          keepDays: '180',
        }),
      );
    }
    const opened = () => app.server.calls.filter((c) => c.method === 'conversations.open').length;
    const perStep: number[] = [];
    await app.pass(Date.parse('2026-03-09T12:59:00Z') - Date.parse('2026-03-05T19:00:00Z'));
    for (let i = 0; i < 150; i++) {
      const before = opened();
      await app.pass(1000);
      perStep.push(opened() - before);
    }
    const inMinute = (from: number) => perStep.slice(from, from + minuteMs / 1000).reduce((a, b) => a + b, 0);
    expect(Math.max(...perStep.map((_, i) => inMinute(i)))).toBeLessThanOrEqual(50);
    const asked = app.server.calls.filter((c) => c.method === 'conversations.open').map((c) => String(c.body.users));
    expect(asked.sort()).toEqual(users);
    const posts = app.server.calls.filter((c) => c.method === 'chat.postMessage');
    expect(posts).toHaveLength(clinicians);
    expect(app.lines.filter((l) => l.facts.why === 'rate' || l.facts.result === 'rate')).toEqual([]);
    expect(JSON.stringify(posts.map((p) => p.body))).not.toMatch(/LMFT|answered|score/);
  });
});
