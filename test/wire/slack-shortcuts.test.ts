import { expect, test } from 'vitest';
import { answeringKit } from './slack-answering.ts';
import { canary, practice } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';

const { start, form, page } = answeringKit();

type Json = Record<string, unknown>;

test('the global shortcut opens the form', async () => {
  const { server, person, core } = await start(form);
  expect(await person.shortcut('consult.ask')).toEqual({});
  await server.next('views.open');
  expect(core.asked[0]).toMatchObject({ command: 'consult.ask', channel: null });
});

test('a message shortcut hands the message over for one look and answers in a window', async () => {
  const { server, person, core } = await start(page);
  await person.shortcut('consult.check', {
    type: 'message',
    ts: '1700000000.000200',
    thread_ts: '1700000000.000100',
    text: canary.phrase,
    user: 'U0ROWAN',
  });
  await server.next('views.open');
  expect(core.asked[0]).toMatchObject({
    command: 'consult.check',
    channel: practice.channel,
    input: { text: canary.phrase, thread: `${practice.channel}/1700000000.000100` },
  });
  expect(wordsIn(server.calls)).not.toContain(canary.phrase);
});

test('opening the home tab shows the person’s own page', async () => {
  const { server, person, core } = await start(() => ({
    is: 'view',
    note: null,
    view: { is: 'home', blocks: [{ is: 'rule' }] },
  }));
  await person.openHome();
  const { body } = await server.next('views.publish');
  expect(body).toMatchObject({ user_id: canary.user, view: { type: 'home' } });
  expect(core.asked[0]).toMatchObject({ command: 'curbside.home', channel: null });
});

test('a button on the home tab answers in a window and brings the page up to date', async () => {
  const home = {
    is: 'home',
    blocks: [
      {
        is: 'actions',
        actions: [
          {
            label: { key: 'word.open' },
            do: 'consult.show',
            with: { consultation: 'k' },
            tone: 'plain',
            confirm: null,
          },
        ],
      },
    ],
  } as const;
  const { server, person } = await start((asked) =>
    asked.command === 'curbside.home' ? { is: 'view', note: null, view: home } : page(),
  );
  await person.openHome();
  const published = (await server.next('views.publish')).body.view as Json;
  await person.press({ view: { id: 'VHOME', ...published } }, 'Open');
  await server.next('views.open');
  await server.next('views.publish');
});

test('the zone field offers zones by what was typed', async () => {
  const { server } = await start(form);
  const payload = {
    type: 'block_suggestion',
    action_id: 'zones',
    block_id: 'zone~0',
    value: 'new york',
    team: { id: practice.team },
    user: { id: canary.user },
  };
  expect(await server.send('interactive', payload)).toEqual({
    options: [
      { text: { type: 'plain_text', text: 'Eastern time (New York)', emoji: false }, value: 'America/New_York' },
    ],
  });
});
