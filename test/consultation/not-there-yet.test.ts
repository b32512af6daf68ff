import { beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf } from '../fixtures/steps.ts';
import { expectCard, groupId } from '../fixtures/test-app.ts';
import { buttons } from '../fixtures/view-text.ts';
import { minute } from './thread-steps.ts';

let own: Card;
peerGroup(7);
beforeEach(async () => {
  const entry = { specialties: 'trauma', help: '', languages: '', jurisdiction: '', perMonth: '2', open: 'yes' };
  await ben.does('experts.me.save', { group: await groupId(ada), ...entry });
  own = await ask(ada, { question: 'How do I end a session that keeps running over?' }, 'Post anonymously');
});

const others = ['meeting.put', 'experts.ask', 'experts.find'];
const at = async () => ({ group: await groupId(ada), consultation: consultationOf(own) });
const offered = async () =>
  buttons(await expectCard(ada.does('consult.show', await at()))).filter((b) => others.includes(b.do));

it('an anonymous question that still waits is not put on an agenda, and no colleague is asked about it: only its author could', async () => {
  await app.pass(0);
  expect(await offered()).toEqual([]);
  for (const route of ['meeting.put', 'experts.ask']) {
    const answer = await ada.does(route, { ...(await at()), wanted: 'trauma' });
    expect(answer.is, route).toBe('refused');
    expect(JSON.stringify(answer)).toContain('notThereYet');
  }
  await app.pass(21 * minute);
  expect((await offered()).length).toBeGreaterThan(0);
});

it('to everybody else it is not there, by whatever route they try its id', async () => {
  const routes = [
    ...['consult.show', 'consult.more', 'consult.reply', 'consult.edit', 'consult.close', 'consult.close.ask'],
    ...[
      'consult.remove',
      'consult.report',
      'consult.flag',
      'consult.exposure',
      'consult.expose',
      'consult.outcome.flag',
    ],
    ...[
      'consult.reopen',
      'consult.now',
      'consult.again',
      'meeting.put',
      'experts.ask',
      'consult.bar',
      'consult.answer',
    ],
  ];
  const ids = await at();
  const more = { wanted: 'trauma', words: '', text: 'End on time.', as: 'me' };
  const tried = async (consultation: string) => {
    const answers = [];
    for (const route of routes)
      answers.push([route, await ben.does(route, { ...ids, consultation, ...more })] as const);
    return answers.map(([route, answer]) => [route, JSON.stringify(answer).replaceAll(consultation, 'ID')]);
  };
  const nothing = await tried('nosuchquestion00');
  expect(await tried(ids.consultation)).toEqual(nothing);
  await app.pass(21 * minute);
  expect(await tried(ids.consultation)).not.toEqual(nothing);
  expect(JSON.stringify(await ada.does('consult.show', ids))).toContain('How do I end a session');
});
