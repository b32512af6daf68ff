import { expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, group, openTestApp, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { at, minute } from './thread-steps.ts';

const question = 'How do I keep a client who may harm himself in contact?';
/** Thursday, 11 at night in New York: long into quiet hours. */
const night = Date.parse('2026-03-06T04:00:00Z');

peerGroup(7, {}, { now: night });

const reminders = () => app.messages.filter((m) => m.view.summary.key === 'nudge.risk');

it('is marked in the channel with icon and word until it is closed', async () => {
  const own = await ask(ada, { question, urgency: 'risk' });
  await app.pass(0);
  const line = () => app.messages[0]?.view.blocks.flatMap((b) => (b.is === 'text' ? [b.style] : []));
  expect(line()).toContain('urgent');
  expect(words(app.messages[0]?.view as Card).split('\n')[0]).toBe('Case question · Someone may be at risk');
  await ada.does('consult.close', await at(own));
  await app.pass(0);
  expect(line()).not.toContain('urgent');
});

it('is reminded of in its thread after 30 minutes, at night too, with whom to call, and mentions nobody', async () => {
  const own = await ask(ada, { question, urgency: 'risk' });
  await app.pass(29 * minute);
  expect(reminders()).toEqual([]);
  await app.pass(minute);
  const [reminder] = reminders();
  expect(reminder?.place).toMatchObject({ is: 'thread', under: app.messages[0]?.ref });
  expect(words(reminder?.view as Card)).toContain('call 911, or call or text 988');
  expect(JSON.stringify(reminder?.view)).not.toMatch(/"is":"person"/);
  await app.pass(24 * 60 * minute);
  expect(reminders()).toHaveLength(1);
  await ben.does('consult.answered', await at(own));
  await app.pass(0);
  expect(reminders()).toEqual([]);
  expect(app.messages.map((m) => m.view.summary.key)).toContain('nudge.over');
});

it('is not reminded of once somebody replied', async () => {
  const own = await ask(ada, { question, urgency: 'risk' });
  await app.pass(0);
  const form = await expectForm(ben.does('consult.reply', await at(own)));
  await submit(ben, form, { text: 'Call your on-call person now.', as: 'me' });
  await app.pass(40 * minute);
  expect(reminders()).toEqual([]);
});

it('counts from the moment at which an edit says that somebody may be at risk', async () => {
  const own = await ask(ada, { question });
  await app.pass(0);
  const form = await expectForm(press(ada, own, 'Edit'));
  const preview = await expectCard(submit(ada, form, { urgency: 'risk' }));
  await press(ada, await attest(ada, preview), 'Post the new text');
  await app.pass(31 * minute);
  expect(reminders()).toHaveLength(1);
});

it('names whom to call where the members of the group practice', async () => {
  const british = await openTestApp();
  const { ada: eve } = (await group(british, ['ada'], { place: 'uk' })) as { ada: Person };
  await ask(eve, { question, urgency: 'risk' });
  await british.pass(29 * minute);
  await british.pass(minute);
  const text = words(british.messages.find((m) => m.view.summary.key === 'nudge.risk')?.view as Card);
  expect(text).toContain('call 999 or 112');
  expect(text).not.toContain('911');
  const guide = await expectCard(eve.does('curbside.guide', { risk: 'yes', place: 'au' }));
  expect(words(guide)).toContain('call 000');
  await british.remove();
});
