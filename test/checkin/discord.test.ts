import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/time/durations.ts';
import { cardOf, type DiscordApp, discordGroup, openDiscordApp } from '../wire/discord-app.ts';
import { componentsOf, type Person, textOf } from '../wire/discord-person.ts';

let app: DiscordApp;
beforeEach(async () => {
  app = await openDiscordApp();
});
afterEach(async () => {
  expect(app.server.faults).toEqual([]);
  await app.stop();
});

/** The real discord.js before a Discord on loopback that holds every request against Discord's schemas. */
describe('on Discord', () => {
  it('the group is asked by one post a week with a button, answered privately; nobody gets a direct message unasked', async () => {
    const where = app.guild('Peer group');
    await app.start();
    const [owner, ben] = (await discordGroup(app, where, ['Quillan Vesterholt', 'Mare Oakes'])) as [Person, Person];
    const settings = await owner.type('curbside', 'settings');
    const next = cardOf(await owner.submit(settings, { features: ['consultation', 'checkin'] as never }));
    await owner.press(next, 'Save settings');

    const screen = cardOf(await ben.type('checkin', 'now'));
    expect(textOf(screen)).toContain('Who sees what');
    const mine = cardOf(await ben.press(screen, 'Weekly and monthly, on my page'));
    expect(textOf(mine)).toContain('On your Curbside page only');
    for (let quarter = 0; quarter < 4 * 8; quarter++) await app.pass(dayMs / 4);
    expect(app.server.requests.filter((r) => r.path === '/users/@me/channels')).toEqual([]);
    const asking = app.server.requests.filter(
      (r) => r.method === 'POST' && JSON.stringify(r.body ?? '').includes('Answer privately'),
    );
    expect(asking.length).toBeGreaterThanOrEqual(1);
    expect(asking.length).toBeLessThanOrEqual(2);
    expect(asking.every((r) => r.path === `/channels/${where.channel.id}/messages`)).toBe(true);

    const asked = cardOf(await ben.type('checkin', 'now'));
    const answered = cardOf(await ben.press(asked, '4 Heavy most days'));
    expect(textOf(answered)).toContain('Thank you.');
    expect(JSON.stringify(app.inChannel(where.channel))).not.toContain('Heavy most days');
  });

  it('who wants a direct message says so when they start, and it shows once it was answered', async () => {
    const where = app.guild('Peer group');
    await app.start();
    const [owner, ben] = (await discordGroup(app, where, ['Quillan Vesterholt'])) as [Person, Person];
    const settings = await owner.type('curbside', 'settings');
    const next = cardOf(await owner.submit(settings, { features: ['consultation', 'checkin'] as never }));
    await owner.press(next, 'Save settings');
    const screen = cardOf(await ben.type('checkin', 'now'));
    expect(textOf(cardOf(await ben.press(screen, 'Weekly question, by direct message')))).toContain('Direct message');
    const direct = () =>
      app.server.requests.find((r) => JSON.stringify(r.body ?? '').includes('How heavy has work felt'));
    for (let quarter = 0; quarter < 4 * 8 && direct() === undefined; quarter++) await app.pass(dayMs / 4);
    const place = /\/channels\/(\d+)\//.exec(direct()?.path ?? '')?.[1];
    expect(app.server.requests.some((r) => r.path === '/users/@me/channels')).toBe(true);
    await ben.press(cardOf(await ben.type('checkin', 'now')), '4 Heavy most days');
    await app.pass();
    const edits = app.server.requests.filter((r) => r.method === 'PATCH' && r.path.startsWith(`/channels/${place}/`));
    expect(JSON.stringify(edits.at(-1)?.body)).toContain('You’ve answered for this week.');
    expect(JSON.stringify(edits)).not.toContain('Heavy most days');
  });

  it('the monthly questions come in forms of five, with every item whole, and one button between two of them', async () => {
    const where = app.guild('Peer group');
    await app.start();
    const [owner, ben] = (await discordGroup(app, where, ['Quillan Vesterholt'])) as [Person, Person];
    const settings = await owner.type('curbside', 'settings');
    const next = cardOf(await owner.submit(settings, { features: ['consultation', 'checkin'] as never }));
    await owner.press(next, 'Save settings');
    const mine = cardOf(await ben.press(cardOf(await ben.type('checkin', 'now')), 'Weekly and monthly, on my page'));
    const now = cardOf(await ben.press(mine, 'Answer now'));
    const opening = cardOf(await ben.press(now, 'Monthly questions'));
    expect(textOf(opening)).toContain('www.ProQOL.org');
    const page = await ben.press(opening, 'Begin');
    const modal = page.modal;
    if (modal === null) throw new Error('no form');
    expect(modal.components).toHaveLength(5);
    const text = JSON.stringify(modal.components);
    expect(text).toContain('I am not as productive at work because I am …');
    expect(text).toContain('… losing sleep over traumatic experiences of a person I help.');
    expect(modal.title).toBe('Page 1 of 4 · How often in the last 30 days?');
    const saved = await ben.submit(page, { i1: '3', i3: '3', i4: '3', i6: '3', i8: '3' });
    expect(saved.text).toBe('5 of 20 items answered.\n### Page 2 of 4');
    expect(componentsOf(cardOf(saved)).flatMap((c) => c.label ?? [])).toEqual(['Continue']);
  });
});
