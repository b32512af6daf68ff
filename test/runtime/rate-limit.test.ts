import { beforeEach, expect, it } from 'vitest';
import { usualLimits } from '../../src/runtime/rate-limit.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf } from '../fixtures/steps.ts';
import { groupId, type Person } from '../fixtures/test-app.ts';

const question = 'How do I end a session that keeps running over?';
peerGroup(2, { quietFrom: '', quietTo: '' }, { limits: usualLimits });
beforeEach(() => app.advance(60 * 60_000));

const said = async (answer: ReturnType<Person['does']>): Promise<string> => JSON.stringify(await answer);
const isTooFast = (text: string) => text.includes('refusal.tooFast');

it('thirty commands in a minute are answered, the next one says to wait, and a minute later it goes on', async () => {
  for (let i = 0; i < 30; i += 1) expect(isTooFast(await said(ada.does('curbside.help')))).toBe(false);
  expect(isTooFast(await said(ada.does('curbside.help')))).toBe(true);
  expect(isTooFast(await said(ben.does('curbside.help')))).toBe(false);
  app.advance(60_000);
  expect(isTooFast(await said(ada.does('curbside.help')))).toBe(false);
});

it('hiding, taking down, erasing and lines to call are there at any pace', async () => {
  const consultation = consultationOf(await ask(ada, { question }));
  await app.pass(1000);
  const here = { group: await groupId(ada), consultation };
  for (let i = 0; i < 40; i += 1) await ben.does('curbside.help');
  expect(isTooFast(await said(ben.does('curbside.help')))).toBe(true);
  for (const [command, input] of [
    ['consult.report', here],
    ['consult.flag', here],
    ['consult.remove', here],
    ['consult.reply.remove', { group: here.group, reply: 'r' }],
    ['crisis.lines', {}],
    ['privacy.erase', {}],
  ] as const)
    expect(isTooFast(await said(ben.does(command, input))), command).toBe(false);
});

it('ten posts in an hour stand, the next stays a draft, and an hour later it can be posted', async () => {
  for (let i = 0; i < 10; i += 1) {
    await ask(ada, { question });
    app.advance(60_000);
  }
  const held = JSON.stringify(await ask(ada, { question }).catch((error: Error) => error.message));
  expect(held).toContain('refusal.tooManyPosts');
  const { length } = app.messages;
  await app.pass(0);
  const before = app.messages.length;
  expect(before).toBeGreaterThan(length);
  app.advance(60 * 60_000);
  await ask(ada, { question });
  await app.pass(0);
  expect(app.messages.length).toBeGreaterThan(before);
});

it('a clock that is set back keeps nobody waiting', async () => {
  for (let i = 0; i < 30; i += 1) await ada.does('curbside.help');
  expect(isTooFast(await said(ada.does('curbside.help')))).toBe(true);
  app.advance(-60 * 60_000);
  expect(isTooFast(await said(ada.does('curbside.help')))).toBe(false);
});
