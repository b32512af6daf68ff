import { afterEach, expect, it } from 'vitest';
import type { Answer } from '../../src/index.ts';
import { act, body, cardOf, msg } from '../adapters/discord/views.ts';
import { refusal } from './discord-http.ts';
import { canary, type Kit, startKit } from './discord-kit.ts';
import { textOf } from './discord-person.ts';

let kit: Kit;
afterEach(async () => {
  expect(kit.server.faults).toEqual([]);
  await kit.stop();
});

const view = (...blocks: Parameters<typeof cardOf>): Answer => ({ is: 'view', note: null, view: cardOf(...blocks) });
const said = (key: string) => body({ is: 'msg', msg: msg(key) });
const press = (to: string, rest = {}) =>
  ({ is: 'actions', actions: [act(to, { draft: 'abcdefghijklmnop' }, rest)] }) as const;
const ephemeral = 64;

it('acknowledges a command privately, then answers', async () => {
  kit = await startKit();
  const seen = await kit.me.type('curbside', 'help');
  expect(seen.done.callback).toEqual({ type: 5, data: { flags: ephemeral } });
  expect(seen.text).toContain('Ask colleagues about a de-identified case');
  expect((seen.card?.flags ?? 0) & ephemeral).toBe(ephemeral);
  expect(kit.asked).toMatchObject([
    {
      command: 'curbside.help',
      channel: kit.channel.id,
      scope: kit.scope,
      manages: false,
      zone: null,
      locale: 'en-US',
      input: {},
    },
  ]);
});

it('says who manages the server, and which channel a thread belongs to', async () => {
  kit = await startKit();
  const owner = { id: kit.guild.owner, name: 'Rowan Ellery' };
  await kit.here(owner).type('curbside', 'help');
  expect(kit.asked[0]).toMatchObject({ manages: true });
  const posted = await kit.discord.post(
    { is: 'channel', scope: kit.scope, channel: kit.channel.id },
    cardOf(said('help.intro')),
    'key1',
  );
  if (!posted.ok) throw new Error(posted.why);
  await kit.discord.post({ is: 'thread', scope: kit.scope, under: posted.ref }, cardOf(said('help.intro')), 'key2');
  const thread = [...kit.world.channels.values()].find((c) => c.parent === kit.channel.id);
  if (thread === undefined) throw new Error('no thread');
  await kit.here(owner, thread).type('curbside', 'help');
  expect(kit.asked[1]).toMatchObject({ channel: kit.channel.id });
});

it('changes a private card in place, and answers privately from a message that others see', async () => {
  kit = await startKit({
    answer: ({ command }) => (command === 'curbside.help' ? view(press('preview.show')) : view(said('home.nothing'))),
  });
  const card = await kit.me.type('curbside', 'help');
  if (card.card === null) throw new Error('no card');
  const next = await kit.me.press(card.card, 'preview.show');
  expect(next.done.callback?.type).toBe(6);
  expect(next.card?.id).toBe(card.card.id);
  expect(kit.asked[1]).toMatchObject({ command: 'preview.show', input: { draft: 'abcdefghijklmnop' } });

  await kit.discord.post(
    { is: 'channel', scope: kit.scope, channel: kit.channel.id },
    cardOf(press('case.reply')),
    'key1',
  );
  const line = [...kit.world.messages.values()].find(
    (m) => m.channel === kit.channel.id && m.interaction === undefined,
  );
  if (line === undefined) throw new Error('nothing in the channel');
  const answer = await kit.me.press(line, 'case.reply');
  expect(answer.done.callback).toEqual({ type: 5, data: { flags: ephemeral } });
  expect(textOf(line)).not.toContain('Nothing needs your attention');
});

it('refuses below the card, so that what was there stays', async () => {
  kit = await startKit({
    answer: ({ command }) =>
      command === 'curbside.help'
        ? view(press('draft.post'))
        : { is: 'refused', view: cardOf(said('refusal.attestFirst')) },
  });
  const card = await kit.me.type('curbside', 'help');
  if (card.card === null) throw new Error('no card');
  const refused = await kit.me.press(card.card, 'draft.post');
  expect(refused.text).toContain('Check the confirmation box');
  expect(refused.card?.id).not.toBe(card.card.id);
  expect(JSON.stringify(card.card.components)).toContain('draft.post');
});

it('asks first where something cannot be undone, and can be told no', async () => {
  kit = await startKit({
    answer: ({ command }) =>
      command === 'curbside.help'
        ? view(press('draft.discard', { confirm: msg('privacy.erase.confirm') }))
        : view(said('home.nothing')),
  });
  const card = await kit.me.type('curbside', 'help');
  if (card.card === null) throw new Error('no card');
  const question = await kit.me.press(card.card, 'draft.discard');
  expect(kit.asked).toHaveLength(1);
  expect(question.text).toContain('This can’t be undone');
  if (question.card === null) throw new Error('no question');
  const no = await kit.me.press(question.card, 'Cancel');
  expect(no.card).toBeNull();
  const again = await kit.me.press(card.card, 'draft.discard');
  if (again.card === null) throw new Error('no question');
  await kit.me.press(again.card, 'Open');
  expect(kit.asked[1]).toMatchObject({ command: 'draft.discard', input: { draft: 'abcdefghijklmnop' } });
});

it('sends what a select and a switch were set to', async () => {
  const pick = {
    is: 'pick',
    label: msg('setup.features'),
    options: [1, 2, 3].map((n) => ({ value: `w${n}`, label: { typed: `word ${n}` }, hint: null })),
    chosen: [],
    many: true,
    do: 'draft.keep',
    with: { draft: 'abcdefghijklmnop' },
  } as const;
  const line = {
    is: 'switch',
    label: msg('setup.weekends'),
    on: false,
    do: 'draft.attest',
    with: { draft: 'abcdefghijklmnop' },
  } as const;
  kit = await startKit({ answer: () => view(pick, line) });
  const card = (await kit.me.type('curbside', 'help')).card;
  if (card === null) throw new Error('no card');
  await kit.me.choose(card, 'draft.keep', ['w1', 'w3']);
  await kit.me.press(card, 'draft.attest');
  expect(kit.asked.slice(1).map((a) => a.input)).toEqual([
    { draft: 'abcdefghijklmnop', chosen: 'w1,w3' },
    { draft: 'abcdefghijklmnop', on: 'yes' },
  ]);
});

it('acknowledges before anything slow, and does nothing that was not acknowledged', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  kit = await startKit({ answer: async () => held.then(() => view(said('home.nothing'))) });
  const done = kit.server.interactions.begin(kit.user, kit.guild, kit.channel.id, 2, {
    id: '1',
    name: 'curbside',
    type: 1,
    options: [{ type: 1, name: 'help', options: [] }],
  });
  await done.acknowledged;
  expect(done.answer?.components).toEqual([]);
  release();
  await done.shown;

  kit.server.next('POST', /callback$/, refusal(404, 10062));
  const late = kit.server.interactions.begin(kit.user, kit.guild, kit.channel.id, 2, {
    id: '1',
    name: 'curbside',
    type: 1,
    options: [{ type: 1, name: 'help', options: [] }],
  });
  await expect.poll(() => kit.lines.some((l) => l.event === 'discord.acknowledgement_failed')).toBe(true);
  expect(late.callback).toBeNull();
  expect(kit.asked).toHaveLength(1);
});

it('lets the core know the same delivery by its id, and acknowledges it once', async () => {
  kit = await startKit();
  const first = await kit.me.type('curbside', 'help');
  kit.server.gateway.redeliver();
  await expect.poll(() => kit.asked.map((a) => a.eventId)).toEqual([first.done.id, first.done.id]);
  expect(kit.lines.filter((l) => l.event === 'discord.acknowledgement_failed').map((l) => l.facts.code)).toEqual([
    40060,
  ]);
});

it('hands the text of a message to be checked, and where it stands, from its menu', async () => {
  kit = await startKit({
    routes: [
      { name: 'consult.check', who: 'member', kind: 'query', ack: 'private' },
      { name: 'consult.logThread', who: 'member', kind: 'query', ack: 'private' },
    ] as never,
  });
  expect(
    (kit.world.commands as { type: number; name: string }[]).filter((c) => c.type === 3).map((c) => c.name),
  ).toEqual(['Check for identifiers', 'Log this consultation']);
  const other = {
    id: '123456789012345678',
    channel: kit.channel.id,
    author: kit.user.id,
    components: [],
    content: `A note with ${canary.phrase}`,
    flags: 0,
    body: null,
  };
  kit.world.messages.set(other.id, other);
  await kit.me.menu('Check for identifiers', other);
  expect(kit.asked[0]).toMatchObject({
    command: 'consult.check',
    input: { text: other.content, thread: `${kit.channel.id}/${other.id}` },
  });
});

it('answers a command that it does not know without a word of its own', async () => {
  kit = await startKit();
  await kit.me.type('curbside', 'nonsense');
  expect(kit.asked[0]?.command).toBe('');
});

it('logs an answer that came too late for its interaction token, by its code alone', async () => {
  kit = await startKit({ answer: () => view(said('home.nothing')) });
  kit.server.next('PATCH', /^\/webhooks\//, refusal(401, 50027));
  void kit.me.type('curbside', 'help').catch(() => {});
  await expect
    .poll(() => kit.lines.filter((l) => l.level === 'warn'))
    .toEqual([{ level: 'warn', event: 'discord.answer_failed', facts: { code: 50027 } }]);
});
