import { afterEach, expect, it } from 'vitest';
import { chartPng } from '../../adapters/documents/chart.ts';
import { type Answer, type Block, plainChart } from '../../src/index.ts';
import { act, body, cardOf, msg } from '../adapters/discord/views.ts';
import { refusal } from './discord-http.ts';
import { type Kit, startKit } from './discord-kit.ts';
import { componentsOf, type Seen } from './discord-person.ts';
import { type Message, types } from './discord-world.ts';

let kit: Kit;
afterEach(async () => {
  expect(kit.server.faults).toEqual([]);
  await kit.stop();
});

type Chart = Extract<Block, { is: 'chart' }>;

const chart: Chart = {
  is: 'chart',
  label: msg('checkin.results'),
  points: [
    { date: '2026-03-02', value: 2 },
    { date: '2026-03-09', value: null },
    { date: '2026-03-16', value: 4 },
  ],
  from: 1,
  to: 5,
  low: msg('word.no'),
  high: msg('word.yes'),
  alt: msg('help.intro'),
};
const buttons: Block = { is: 'actions', actions: [act('home.show'), act('checkin.history')] };
const card = (...blocks: Block[]): Answer => ({ is: 'view', note: null, view: cardOf(...blocks, buttons) });
const results = card(chart);
const alt = plainChart(chart, 'en-US');

const there = (seen: Seen): Message => {
  if (seen.card === null) throw new Error('no card');
  return seen.card;
};
const galleries = (of: Message): unknown[] => componentsOf(of).filter((c) => c.type === 12);

/** The kinds of a PNG's chunks, in order; refuses what is no PNG. */
function chunksOf(png: Buffer): string[] {
  if (png.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') throw new Error('not a PNG');
  const kinds: string[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    kinds.push(png.subarray(at + 4, at + 8).toString('latin1'));
  }
  return kinds;
}

it('shows a chart as a picture in a private answer, with its words as alternative text and below it', async () => {
  kit = await startKit({ answer: () => results });
  const seen = await kit.me.type('curbside', 'help');
  const shown = there(seen);
  expect(shown.flags & 64).toBe(64);
  expect(galleries(shown)).toEqual([
    { type: 12, items: [{ media: { url: 'attachment://chart.png' }, description: alt }] },
  ]);
  expect(seen.text).toContain('Ask colleagues');
  expect(shown.files).toMatchObject([{ field: 'files[0]', name: 'chart.png', type: 'image/png' }]);
  const png = shown.files?.[0]?.data ?? Buffer.alloc(0);
  // The picture of this chart and nothing beside it: no chunk that could hold text.
  expect(new Set(chunksOf(png))).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
  expect(png.equals(chartPng(chart, 'en-US'))).toBe(true);
});

it('names several pictures of a card apart, and draws each one', async () => {
  const other: Chart = { ...chart, points: [{ date: '2026-03-02', value: 5 }] };
  kit = await startKit({ answer: () => card(chart, other) });
  const shown = there(await kit.me.type('curbside', 'help'));
  expect(shown.files?.map((f) => f.name)).toEqual(['chart.png', 'chart-2.png']);
  expect(shown.files?.map((f) => f.data.equals(chartPng(f.name === 'chart.png' ? chart : other, 'en-US')))).toEqual([
    true,
    true,
  ]);
});

it('sends ten pictures at most, and the words of every chart', async () => {
  kit = await startKit({ answer: () => card(...Array.from({ length: 12 }, () => ({ ...chart }))) });
  const seen = await kit.me.type('curbside', 'help');
  expect(there(seen).files).toHaveLength(10);
  expect(galleries(there(seen))).toHaveLength(10);
  expect(seen.text.split('Ask colleagues')).toHaveLength(13);
});

it('takes the picture away with the card that it was on', async () => {
  kit = await startKit({
    answer: ({ command }) => (command === 'home.show' ? card(body({ is: 'msg', msg: msg('home.nothing') })) : results),
  });
  const first = there(await kit.me.type('curbside', 'help'));
  expect(first.files).toHaveLength(1);
  const next = there(await kit.me.press(first, 'home.show'));
  expect(next.id).toBe(first.id);
  expect(next.files).toEqual([]);
  expect(there(await kit.me.press(next, 'checkin.history')).files).toHaveLength(1);
});

it('sends the picture with a message below the card, too', async () => {
  kit = await startKit({
    answer: ({ command }) => (command === 'home.show' ? { is: 'refused', view: cardOf(chart) } : results),
  });
  const first = there(await kit.me.type('curbside', 'help'));
  const below = there(await kit.me.press(first, 'home.show'));
  expect(below.id).not.toBe(first.id);
  expect(below.flags & 64).toBe(64);
  expect(below.files).toMatchObject([{ name: 'chart.png' }]);
});

it('sends no picture that the card has no room for, and keeps its words', async () => {
  const row: Block = { is: 'actions', actions: [act('home.show')] };
  kit = await startKit({ answer: () => card(chart, ...Array.from({ length: 17 }, () => row)) });
  const seen = await kit.me.type('curbside', 'help');
  expect(seen.text).toContain('Ask colleagues');
  expect(galleries(there(seen))).toEqual([]);
  expect(there(seen).files).toEqual([]);
});

it('shows the words alone when a chart cannot be drawn', async () => {
  kit = await startKit({ answer: () => card({ ...chart, points: [{ date: 'no date', value: 2 }] }) });
  const seen = await kit.me.type('curbside', 'help');
  expect(seen.text).toContain('Ask colleagues');
  expect(galleries(there(seen))).toEqual([]);
  expect(there(seen).files).toEqual([]);
  expect(kit.lines.map((l) => l.event)).toContain('discord.chart_not_drawn');
});

it('shows the words alone when Discord refuses the picture', async () => {
  kit = await startKit({ answer: () => results });
  kit.server.next('PATCH', /^\/webhooks/, refusal(400, 40005));
  const seen = await kit.me.type('curbside', 'help');
  expect(seen.text).toContain('Ask colleagues');
  expect(there(seen).files).toEqual([]);
});

it('sends no picture to a channel, a thread or a direct message', async () => {
  kit = await startKit({ answer: () => results });
  const who = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/${kit.user.id}` });
  const view = cardOf(chart, buttons);
  const { scope } = kit;
  const sent = await kit.discord.post({ is: 'channel', scope, channel: kit.channel.id }, view, 'key1');
  if (!sent.ok) throw new Error(sent.why);
  await kit.discord.post({ is: 'thread', scope, under: sent.ref }, view, 'key2');
  await kit.discord.post({ is: 'channel', scope, channel: kit.forum.id }, view, 'key3');
  await kit.discord.post({ is: 'direct', scope, to: who }, view, 'key4');
  await kit.discord.edit(scope, sent.ref, view);
  const dm = [...kit.world.channels.values()].find((c) => c.type === types.dm);
  const letter = [...kit.world.messages.values()].find((m) => m.channel === dm?.id);
  if (dm === undefined || letter === undefined) throw new Error('no direct message');
  const inLetters = await kit.here(kit.user, dm, null).press(letter, 'home.show');
  expect(inLetters.text).toContain('Ask colleagues');
  const all = [...kit.world.messages.values()];
  expect(all).toHaveLength(5);
  expect(all.flatMap((m) => [...galleries(m), ...(m.files ?? [])])).toEqual([]);
  expect(kit.server.requests.flatMap((r) => r.files)).toEqual([]);
});
