import { beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/time/time.ts';
import { ask, consultationOf, press } from '../fixtures/steps.ts';
import { hour, minute, next, thursdays } from '../meetings/circle.ts';
import { app, at, forget, lettersTo, people, question, quietScene, start, submitted, zone } from './quiet-scene.ts';

quietScene();

describe('told by night', () => {
  beforeEach(() => start('America/New_York'));

  it('a reply where somebody may be at risk', async () => {
    const own = await ask(people.ada, { ...question, urgency: 'risk' });
    await app.pass(0);
    app.advance(instantOf('2026-03-11', '23:00', zone) - app.now());
    const of = { ...at, consultation: consultationOf(own) };
    await submitted(people.ben, 'consult.reply', of, { text: 'Call her now.', as: 'me' });
    await app.pass(20 * minute);
    expect(lettersTo('ada')).toEqual(['heard.answers']);
  });

  it('a part in a meeting of the same evening, an hour before it', async () => {
    await thursdays(people.ada, at, { time: '20:00' });
    await app.pass(instantOf('2026-03-12', '18:08', zone) - app.now());
    forget();
    await press(people.ada, await next(people.ada, at), 'I can’t make it');
    await app.pass(40 * minute);
    expect(lettersTo('cleo')).toEqual([]);
    await app.pass(15 * minute);
    expect(lettersTo('cleo')).toHaveLength(1);
  });
});

it('news of an early meeting comes an hour before it, and not the evening before', async () => {
  await start('America/New_York');
  await thursdays(people.ada, at, { time: '09:00' });
  await app.pass(instantOf('2026-03-11', '12:00', zone) - app.now());
  await app.pass(instantOf('2026-03-11', '18:08', zone) - app.now());
  forget();
  await press(people.ada, await next(people.ada, at), 'I can’t make it');
  await app.pass(13 * hour + 50 * minute);
  expect(lettersTo('cleo')).toEqual([]);
  await app.pass(5 * minute);
  expect(lettersTo('cleo')).toHaveLength(1);
});
