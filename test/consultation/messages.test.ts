import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, press } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectView, groupId, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { at, minute, question, reply, told } from './thread-steps.ts';

const text = 'Say when ten minutes are left.';

peerGroup(7);

const advise = (person: Person, own: Card, as: 'me' | 'colleague' = 'me') => reply(person, own, text, as);

describe('whoever asked under their name', () => {
  it('gets one message about all replies of a quarter of an hour, with no word of the case', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await advise(ben, own);
    await app.pass(5 * minute);
    await advise(cleo, own, 'colleague');
    expect(told(ada)).toEqual([]);
    await app.pass(11 * minute);
    expect(told(ada).map(words)).toEqual([
      expect.stringMatching(/^2 replies to your question from Thu, Mar 5, 2026 · Open the thread\n/),
    ]);
    expect(JSON.stringify(told(ada))).not.toMatch(/session|ten minutes/);
    await app.pass(60 * minute);
    expect(told(ada)).toHaveLength(1);
    await advise(ben, own);
    await app.pass(16 * minute);
    expect(words(told(ada)[1] as Card)).toContain('1 reply to your question');
  });

  it('waits until quiet hours are over', async () => {
    const own = await ask(ada, { question });
    await app.pass(3 * 60 * minute + 55 * minute);
    await advise(ben, own);
    await app.pass(30 * minute);
    expect(told(ada)).toEqual([]);
    await app.pass(15 * 60 * minute);
    expect(told(ada)).toHaveLength(1);
  });

  it('is not told of what they have answered meanwhile, or of what is gone', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await advise(ben, own);
    await app.pass(minute);
    await advise(ada, own);
    await app.pass(16 * minute);
    expect(told(ada)).toEqual([]);
  });

  it('is not told of a question that they closed meanwhile', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await advise(ben, own);
    await ada.does('consult.close', await at(own));
    await app.pass(60 * minute);
    expect(told(ada)).toEqual([]);
  });

  it('can stop these messages in the message itself, and turn them on again', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await advise(ben, own);
    await app.pass(16 * minute);
    const off = await expectCard(press(ada, told(ada)[0] as Card, 'Stop these messages'));
    expect(words(off)).toContain('You won’t get messages about replies or your part in meetings anymore.');
    await advise(cleo, own);
    await app.pass(16 * minute);
    expect(told(ada)).toHaveLength(1);
    await expectCard(ada.does('consult.messages', { group: await groupId(ada), on: 'yes' }));
    await advise(ben, own);
    await app.pass(16 * minute);
    expect(told(ada)).toHaveLength(2);
  });

  it('opens the question from the message', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await advise(ben, own);
    await app.pass(16 * minute);
    expect(words(await expectCard(press(ada, told(ada)[0] as Card, 'View')))).toContain(text);
  });
});

describe('somebody whose direct messages are refused', () => {
  const refuse = () => {
    const { post } = app.platform;
    app.platform.post = async (place, ...rest) =>
      place.is === 'direct'
        ? { ok: false, why: 'forbidden', problem: 'noDirect', detail: '50007' }
        : post(place, ...rest);
  };
  const line = '1 reply to your question from';

  it('finds the line about replies above their next answer, once, days later too; an answerer does as well', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    refuse();
    await advise(ben, own);
    await app.pass(16 * minute);
    for (let day = 0; day < 3; day++) await app.pass(24 * 60 * minute);
    const mine = words(await expectView(ada.does('consult.mine')));
    expect(mine.split('\n')[0]).toContain(line);
    expect(mine.split('\n')[0]).not.toMatch(/session|ten minutes/);
    expect(words(await expectView(ada.does('consult.mine')))).not.toContain(line);
    expect(words(await expectView(cleo.does('consult.list')))).not.toContain(line);
    await advise(ada, own);
    for (let day = 0; day < 3; day++) await app.pass(24 * 60 * minute);
    expect(words(await expectView(ben.does('consult.list')))).toContain('1 follow-up from the person who asked');
  });

  it('does not once they stopped such messages, and an anonymous author never does', async () => {
    const own = await ask(ada, { question });
    const hidden = await ask(cleo, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    refuse();
    await advise(ben, own);
    await advise(ben, hidden);
    await app.pass(16 * minute);
    await ada.does('consult.messages', { group: await groupId(ada), on: 'no' });
    for (const person of [ada, cleo]) expect(words(await expectView(person.does('consult.list')))).not.toContain(line);
  });
});

describe('whoever is away', () => {
  it.each([
    ['until a day', '2026-03-12'],
    ['until they say', ''],
  ])('is told nothing %s, and on return of all that came meanwhile', async (_, until) => {
    await ada.does('setup.save', {
      group: await groupId(ada),
      zone: 'America/New_York',
      features: 'consultation,checkin',
      quietFrom: '',
      quietTo: '',
      nudgeHours: '24',
    });
    const own = await ask(ada, { question });
    await app.pass(0);
    const here = { group: await groupId(ada) };
    await ada.does('curbside.away.save', { ...here, from: '2026-03-05', until });
    await advise(ben, own);
    for (let hour = 0; hour < 48; hour++) await app.pass(60 * minute);
    await advise(cleo, own);
    for (let hour = 0; hour < 48; hour++) await app.pass(60 * minute);
    const heard = () => told(ada).filter((v) => v.summary.key.startsWith('heard.'));
    expect(heard()).toEqual([]);
    if (until === '') await ada.does('curbside.away.end', here);
    for (let hour = 0; hour < 72; hour++) await app.pass(60 * minute);
    expect(heard().map(words)).toEqual([expect.stringContaining('2 replies to your question from')]);
  });
});

describe('whoever answered under their name', () => {
  it('hears the same way when the person who asked writes again, once, and nobody else does', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await advise(ben, own);
    await advise(cleo, own, 'colleague');
    await app.pass(16 * minute);
    await advise(ada, own);
    await app.pass(16 * minute);
    expect(told(ben).map((v) => v.summary.key)).toEqual(['heard.followUp']);
    expect(words(told(ben)[0] as Card)).toContain('1 follow-up from the person who asked, in a thread from');
    expect(told(cleo)).toEqual([]);
  });

  it('hears of an anonymous author’s follow-up too, who hears of nothing', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    await advise(ben, own);
    await app.pass(16 * minute);
    await advise(ada, own);
    await app.pass(5 * minute);
    await app.pass(16 * minute);
    expect(told(ben).map((v) => v.summary.key)).toEqual(['heard.followUp']);
    expect(told(ada)).toEqual([]);
  });
});

describe('whoever asked without a name', () => {
  it('is sent nothing, and no job and no message lies anywhere because of a reply', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const traces = async () =>
      (await stored(app.store, app.scope))
        .filter(({ kind }) => kind === 'due' || kind === 'outbox')
        .map(({ kind, doc }) => `${kind} ${JSON.stringify(doc)}`);
    await advise(ben, own);
    expect((await traces()).filter((t) => t.includes('consult.heard'))).toEqual([]);
    await app.pass(24 * 60 * minute);
    expect(app.messages.filter((m) => m.place.is === 'direct')).toEqual([]);
    expect((await traces()).filter((t) => t.includes(ada.who) || t.includes('"direct"'))).toEqual([]);
    expect(words(await expectView(ada.does('curbside.home')))).toContain('1 new reply for you');
  });

  it('leaves the same traces as a colleague when they answer themselves “as a colleague”', async () => {
    const jobs = async () =>
      (await stored(app.store, app.scope))
        .filter(({ kind, doc }) => kind === 'due' && JSON.stringify(doc).includes('consult.heard'))
        .map(({ doc }) => JSON.stringify(doc).replace(/\d{13,}/g, 'time'));
    const first = await ask(ada, { question });
    app.advance(1000);
    const second = await ask(ada, { question: 'Who knows a good text on ending well?' });
    await app.pass(0);
    await advise(ada, first, 'colleague');
    await advise(ben, second, 'colleague');
    const [one = '', two = ''] = await jobs();
    const [a, b] = [(await at(first)).consultation, (await at(second)).consultation];
    expect([one, two].map((t) => t.replaceAll(a, 'c').replaceAll(b, 'c'))).toEqual(
      Array(2).fill(one.replaceAll(a, 'c').replaceAll(b, 'c')),
    );
  });
});
