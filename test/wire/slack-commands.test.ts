import { expect, test } from 'vitest';
import { answeringKit } from './slack-answering.ts';
import { canary, practice } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';
import type { Reply } from './slack-server.ts';

const { start, form, page } = answeringKit();

type Json = Record<string, unknown>;

test('a plain /consult opens the form on its trigger, after an empty acknowledgement', async () => {
  const { server, person, core } = await start(form);
  expect(await person.command('/consult')).toEqual({});
  const { body } = await server.next('views.open');
  expect((body.view as Json).type).toBe('modal');
  expect(core.asked[0]).toMatchObject({
    command: 'consult.ask',
    input: {},
    channel: practice.channel,
    manages: false,
    zone: 'America/New_York',
    locale: 'en-US',
  });
});

test('words after the command go to the core, and nowhere else', async () => {
  const { server, person, core } = await start(page);
  await person.command('/curbside', 'help');
  await server.next('response_url');
  await person.command('/consult', `ask ${canary.phrase}`);
  await server.next('views.open');
  expect(core.asked.map((a) => [a.command, a.input])).toEqual([
    ['curbside.help', {}],
    ['consult.ask', { words: canary.phrase }],
  ]);
  expect(wordsIn(server.calls)).not.toContain(canary.phrase);
});

test('somebody who manages the workspace is known as such', async () => {
  const { server, person, core } = await start(form);
  await person.command('/curbside', 'setup', { user_id: 'U0ROWAN' });
  await server.next('views.open');
  expect(core.asked[0]).toMatchObject({ command: 'curbside.setup', manages: true, zone: 'America/Chicago' });
});

test('a guest, a bot, somebody of another workspace, or somebody whom Slack does not tell of is no full member', async () => {
  const { server, person, core } = await start(page);
  const info = (user: Json) => ({ ok: true, user: { name: 'someone', ...user } }) as const;
  const told: [string, Reply][] = [
    ['U0A', info({})],
    ['U0B', info({ team_id: practice.team })],
    ['U0C', info({ team_id: 'T0FIRST', enterprise_user: { teams: ['T0FIRST', practice.team] } })],
    ['U0D', info({ is_restricted: true })],
    ['U0E', info({ is_restricted: true, is_ultra_restricted: true })],
    ['U0F', info({ is_bot: true })],
    ['U0G', info({ is_stranger: true })],
    ['U0H', info({ team_id: 'T0OTHER' })],
    ['U0I', { error: 'user_not_found' }],
  ];
  for (const [user, reply] of told) {
    server.script('users.info', reply);
    await person.command('/curbside', 'help', { user_id: user });
    await server.next('response_url');
  }
  expect(core.asked.map((a) => a.guest)).toEqual([false, false, false, true, true, true, true, true, true]);
});

test('people and workspaces reach the core as references alone', async () => {
  const { server, person, core } = await start(page);
  await person.command('/curbside', 'help');
  await server.next('response_url');
  expect(wordsIn(core.asked.map(({ channel, ...rest }) => rest))).not.toMatch(/T0PRACTICE|U0CANARY7|Quillan/);
});

test('a private answer is ephemeral, replaces nothing and says first what happened', async () => {
  const { server, person } = await start(page);
  await person.command('/curbside', 'status');
  const { body } = await server.next('response_url');
  expect(body).toMatchObject({
    response_type: 'ephemeral',
    replace_original: false,
    text: 'Group agreement',
  });
  const said = wordsIn(body);
  expect(said.indexOf('Your settings were saved.')).toBeGreaterThan(0);
  expect(said.indexOf('Your settings were saved.')).toBeLessThan(said.indexOf('Nothing needs your attention.'));
});

test('when the answer’s address has run out, it comes as an ephemeral message', async () => {
  const { server, person, lines } = await start(page);
  server.script('response_url', { status: 404 });
  await person.command('/curbside', 'status');
  const { body } = await server.next('chat.postEphemeral');
  expect(body).toMatchObject({ channel: practice.channel, user: canary.user });
  const dead = { level: 'warn', event: 'slack.response_url_failed', facts: { why: 'http 404' } };
  expect(lines).toContainEqual(dead);
});

test('a core that takes long does not keep a form from opening: a waiting window comes first', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { server, person } = await start(() => held.then(form), { patienceMs: 1 });
  await person.command('/consult', 'ask');
  const opened = (await server.next('views.open answered')).body.view as Json;
  expect(wordsIn(opened)).toContain('One moment');
  release();
  const { body } = await server.next('views.update');
  expect(body.external_id).toBe(opened.external_id);
  expect((body.view as Json).submit).toBeDefined();
});

test('nor does a Slack that takes long to say who somebody is', async () => {
  const { server, person } = await start(form, { patienceMs: 1 });
  const release = server.hold('users.info');
  await person.command('/consult');
  const opened = (await server.next('views.open')).body.view as Json;
  expect(wordsIn(opened)).toContain('One moment');
  release();
  expect(((await server.next('views.update')).body.view as Json).submit).toBeDefined();
});

test.each([{ error: 'expired_trigger_id' }, { status: 429, headers: { 'retry-after': '5' } }])(
  'a form that Slack does not open (%o) is not silence',
  async (reply) => {
    const { server, person } = await start(form);
    server.script('views.open', reply);
    await person.command('/consult');
    expect(wordsIn((await server.next('response_url')).body)).toContain('Please run it again');
  },
);

test('a refusal says why and what to do, privately', async () => {
  const { server, person } = await start(() => ({
    is: 'refused',
    view: {
      is: 'card',
      summary: { key: 'refusal.noGroup' },
      blocks: [{ is: 'text', style: 'body', spans: [{ is: 'msg', msg: { key: 'refusal.noGroup' } }] }],
    },
  }));
  await person.command('/consult', 'list');
  expect(wordsIn((await server.next('response_url')).body)).toContain('/curbside setup');
});

test('nothing that was typed, and nobody’s name or id, is logged', async () => {
  const { server, slack, person, lines } = await start(() => {
    throw new Error(canary.phrase);
  });
  await person.command('/consult', `list ${canary.phrase}`);
  server.script('response_url', { status: 500 });
  server.script('chat.postEphemeral', { error: 'not_in_channel' });
  await person.command('/curbside', 'help');
  await person.shortcut('consult.ask');
  await slack.stop();
  expect(lines.some((l) => l.level === 'warn' || l.level === 'error')).toBe(true);
  expect(wordsIn(lines)).not.toMatch(new RegExp(`${canary.phrase}|${canary.user}|${canary.name}|${practice.channel}`));
});
