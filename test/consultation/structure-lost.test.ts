import { describe, expect, it } from 'vitest';
import type { Sent } from '../../src/index.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { press } from '../fixtures/steps.ts';
import { expectCard, expectView, groupId } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { begin, next, shippedTemplate, stepNow, titleOf } from './structure-steps.ts';
import { minute } from './thread-steps.ts';

const ethics = shippedTemplate('dilemma_seven');
peerGroup(7);

const lost: Sent = { ok: false, why: 'unknown', detail: 'http 500' };
const refused: Sent = { ok: false, why: 'rejected', problem: 'filtered', detail: 'code' };
const told = () => app.messages.filter((m) => m.place.is === 'direct').map((m) => m.view);
const shown = async (consultation: string) =>
  expectCard(ada.does('consult.show', { group: await groupId(ada), consultation }));
const home = async () => words(await expectView(ada.does('curbside.home')));

/** The second step goes nowhere: the edit of the first one arrives, the post after it does not. */
async function second(how: string, answer: Sent): Promise<string> {
  const id = await begin(app, ada, ethics, { how });
  const { post } = app.platform;
  app.platform.post = async (...of) => {
    app.platform.post = post;
    return of[1].summary.key === 'step.summary' ? answer : post(...of);
  };
  await next(app, ada);
  await app.pass(how === 'Post as me' ? 0 : 5 * minute);
  return id;
}

describe('a step that did not reach its thread', () => {
  it.each([
    ['is refused', refused, 'delivery.step', 'Try again'],
    ['may be there', lost, 'delivery.stepDoubt', 'Post again'],
  ])('is told to whoever presents by name, and can be posted again (%s)', async (_what, answer, key, label) => {
    const id = await second('Post as me', answer);
    expect(told().map((v) => v.summary.key)).toEqual([key]);
    expect(await home()).toContain('A step isn’t posted');
    const own = await shown(id);
    expect(buttons(own).map((b) => b.do)).toContain('consult.close.ask');
    await press(ada, own, label);
    await app.pass(0);
    expect(titleOf(stepNow(app))).toContain('2');
    expect(await home()).not.toContain('A step isn’t posted');
  });

  it('is left as it is when it turns out to be there', async () => {
    const id = await second('Post as me', lost);
    const messages = app.messages.length;
    await press(ada, await shown(id), 'It’s there');
    await app.pass(0);
    expect(app.messages).toHaveLength(messages);
    expect(await home()).not.toContain('A step isn’t posted');
  });

  it('waits at home for whoever presents without a name, and nothing is sent to them', async () => {
    const id = await second('Post anonymously', refused);
    expect(told()).toEqual([]);
    expect(await home()).toContain('A step isn’t posted');
    await press(ada, await shown(id), 'Try again');
    await app.pass(0);
    expect(titleOf(stepNow(app))).toContain('2');
  });
});

it('under the last step of a session that is over stands a former member once they erased their data', async () => {
  await begin(app, ada, ethics);
  for (const _step of ethics.steps) {
    await next(app, ada);
    await app.pass(0);
  }
  const last = () => words(app.messages.findLast((m) => m.view.summary.key === 'step.ended')?.view as never);
  expect(last()).toContain(`<${ada.who}>`);
  const [other] = [await app.person('ben')];
  const settings = await ada.does('curbside.settings');
  expect(settings.is).toBe('view');
  await ada.does('setup.save', {
    ...{ group: await groupId(ada), zone: 'America/New_York', features: 'consultation', quietFrom: '18:00' },
    ...{ quietTo: '08:30', weekends: 'yes', nudgeHours: '24', owners: `${ada.who},${other.who}` },
  });
  expect((await ada.does('privacy.erase')).is).toBe('view');
  await app.pass(0);
  expect(last()).toContain('A former member can close');
  expect(JSON.stringify(app.messages)).not.toContain(ada.who);
});
