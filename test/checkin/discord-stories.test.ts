import { afterEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../src/time/durations.ts';
import { isoWeek } from '../../src/time/time.ts';
import { daytime } from '../fixtures/daytime.ts';
import { askOnDiscord, cardOf, type DiscordApp, discordGroup, openDiscordApp } from '../wire/discord-app.ts';
import { componentsOf, type Person, textOf } from '../wire/discord-person.ts';
import type { Channel, Guild, Message } from '../wire/discord-world.ts';

/** How long somebody is a member before their answers count for the group. */
const countedAfterMs = 28 * dayMs;
const open: DiscordApp[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) {
    expect(app.server.faults).toEqual([]);
    expect(app.logged.filter((line) => line.includes('runtime.handler_failed'))).toEqual([]);
    expect(app.logged.join('\n')).not.toMatch(/checkin\.(?:answer|start)|Heavy|go on like this/);
    await app.stop();
  }
});

const newYork = 'America/New_York';
const names = ['Quillan Vesterholt', 'Mare Oakes', 'Ash Thorne', 'Juno Marsh', 'Bly Carrow', 'Wren Tallis'];

/** A peer group with check-ins on a Discord on loopback, from this instant on (its clock only goes forward). */
async function peers(members: number, at: number) {
  const app = await openDiscordApp();
  open.push(app);
  let now = daytime();
  const pass = async (ms: number) => {
    now += ms;
    await app.pass(ms);
  };
  const where = app.guild('Peer group');
  await app.start();
  await pass(at - now);
  const people = await discordGroup(app, where, names.slice(0, members - 1));
  const [owner] = people as [Person];
  const settings = await owner.type('curbside', 'settings');
  const next = cardOf(await owner.submit(settings, { features: ['consultation', 'checkin'] as never }));
  await owner.press(next, 'Save settings');
  const says = async (who: Person, word: string, options: Record<string, string> = {}, command = 'checkin') =>
    cardOf(await who.type(command, word, options));
  const taps = async (who: Person, card: Message, label: string) => cardOf(await who.press(card, label));
  const enrol = async (who: Person) => taps(who, await says(who, 'now'), 'Weekly question, on my page');
  const answers = async (who: Person, label: string) => taps(who, await says(who, 'now'), label);
  return { app, where, people: people as [Person, Person, Person, ...Person[]], pass, says, taps, enrol, answers };
}

/** What a card shows: texts and labels. */
const read = (card: Message): string[] =>
  componentsOf(card).flatMap((c) => [c.content, c.label].flatMap((t) => (t === undefined ? [] : [t])));

const direct = (app: DiscordApp) => app.server.requests.filter((r) => r.path === '/users/@me/channels');
const channelPosts = (app: DiscordApp, { channel }: { guild: Guild; channel: Channel }) =>
  app.server.requests.filter((r) => r.method === 'POST' && r.path === `/channels/${channel.id}/messages`);

/** The Thursday, 12:00 UTC, at the beginning of the next four weeks that a group picture is made of. */
function nextPeriod(): number {
  const first = Date.parse('2024-01-01T00:00:00Z');
  const now = Date.parse(`${isoWeek(new Date(daytime() + 35 * dayMs).toISOString().slice(0, 10)).monday}T00:00:00Z`);
  return first + Math.ceil((now - first) / (28 * dayMs)) * 28 * dayMs + 3 * dayMs + 12 * hourMs;
}

/** The Sunday on which the clocks go forward in New York next (the second one in March), at noon UTC. */
function nextSpring(): number {
  for (let year = new Date(daytime()).getUTCFullYear(); ; year++) {
    const march = new Date(Date.UTC(year, 2, 1, 12));
    const sunday = march.getTime() + (((7 - march.getUTCDay()) % 7) + 7) * dayMs;
    if (sunday > daytime() + 30 * dayMs) return sunday;
  }
}

describe('on Discord, over the wire', () => {
  it('story 15: to a moderator who owns the group, a member with check-ins and one without read the same', async () => {
    const said: string[][] = [];
    for (const takesPart of [true, false]) {
      const { people, pass, says, enrol, answers, where, app } = await peers(3, nextPeriod());
      if (takesPart) {
        await enrol(people[1]);
        await answers(people[1], '5 More than I can carry');
      }
      await pass(2 * hourMs);
      const heard: string[] = [];
      for (const word of ['now', 'history', 'group', 'stop', 'pause']) heard.push(...read(await says(people[0], word)));
      heard.push(...read(await says(people[0], 'now', { words: people[1].user.name })));
      for (const word of ['help', 'privacy', 'agreement', 'home'])
        heard.push(...read(await says(people[0], word, {}, 'curbside')));
      said.push(heard);
      expect(JSON.stringify(app.inChannel(where.channel))).not.toContain('More than I can carry');
    }
    expect(said[0]?.length).toBeGreaterThan(30);
    expect(said[0]).toEqual(said[1]);
  });

  it('story 16: three answers in a closed period make no number', async () => {
    const { people, pass, says, enrol, answers } = await peers(3, nextPeriod());
    await pass(countedAfterMs);
    for (const member of people) {
      await enrol(member);
      await answers(member, '5 More than I can carry');
    }
    for (let week = 0; week < 5; week++) await pass(7 * dayMs);
    const picture = textOf(await says(people[1], 'group'));
    expect(picture).toContain('Not enough answers to show a summary this time.');
    expect(picture).not.toMatch(/people answered|How heavy, from 1/);
  });

  it('story 17: seven answered, then the same without one: withheld, in the same words', async () => {
    const { people, pass, says, enrol, answers } = await peers(7, nextPeriod());
    await pass(countedAfterMs);
    for (const member of people) await enrol(member);
    const once = async (members: readonly Person[]) => {
      for (const [i, member] of members.entries())
        await answers(member, i % 2 ? '4 Heavy most days' : '3 Heavy in places');
      for (let week = 0; week < 4; week++) await pass(7 * dayMs);
    };
    await once(people);
    await pass(2 * dayMs);
    expect(textOf(await says(people[1], 'group'))).toContain('6 to 9 people answered.');
    await once(people.slice(0, 6));
    const newest = textOf(await says(people[1], 'group')).split('Four weeks ending')[1] ?? '';
    expect(newest).toContain('Not enough answers to show a summary this time.');
    expect(newest).not.toContain('people answered');
  });

  it('story 18: the channel is asked at 15:00 before and after the clocks change, and nobody gets a message unasked', async () => {
    const sunday = nextSpring();
    const { app, where, people, pass, taps, enrol } = await peers(3, sunday - 4 * dayMs);
    await enrol(people[1]);
    const at: string[] = [];
    let now = sunday - 4 * dayMs;
    // Whole hours, a little past each, as the machine's own clock also runs.
    for (let hour = 0; hour < 9 * 24; hour++) {
      const before = channelPosts(app, where).length;
      await pass(hourMs);
      now += hourMs;
      if (channelPosts(app, where).length > before) at.push(new Date(now).toISOString().slice(11, 13));
    }
    const clock = (ms: number) =>
      new Date(ms).toLocaleString('en-GB', { timeZone: newYork, hour: '2-digit', hour12: false });
    expect(clock(sunday - 3 * dayMs)).not.toBe(clock(sunday + 4 * dayMs));
    expect(at).toEqual(['20', '19']);
    expect(direct(app)).toEqual([]);
    const [post] = app.inChannel(where.channel).slice(-1);
    const mine = await taps(people[1], await taps(people[1], post as Message, 'Answer privately'), '2 Manageable');
    expect(textOf(mine)).toContain('Thank you.');
    expect(JSON.stringify(app.inChannel(where.channel))).not.toContain('Manageable');
  });

  it('story 19: on vacation nobody is asked or nagged, the thread says so only if chosen, and nothing waits on return', async () => {
    const start = nextPeriod();
    const { app, where, people, pass, says, taps, enrol } = await peers(3, start);
    const date = (days: number) => new Date(start + days * dayMs).toISOString().slice(0, 10);
    const me = people[1];
    await enrol(me);
    await askOnDiscord(me, 'How do I end a session that keeps running over?', 'Post as me');
    await pass(0);
    const threads = () => JSON.stringify(app.threadsOf(where.channel).flatMap((t) => app.inChannel(t)));
    const away = async (values: Record<string, string | boolean>) => {
      const form = await me.type('curbside', 'away');
      expect(textOf(cardOf(await me.submit(form, values)))).toContain('You’re away from');
      await pass(0);
    };
    await away({ from: date(0), until: date(15) });
    expect(threads()).not.toContain('may reply later');
    await away({ from: date(0), until: date(15), tell: true });
    expect(threads()).toContain('The person who asked may reply later.');
    for (let day = 0; day < 15; day++) await pass(dayMs);
    expect(direct(app)).toEqual([]);
    const back = await says(me, 'now');
    expect(read(back).join(' ')).not.toMatch(/missed|overdue|last week/i);
    const page = read(await taps(me, back, 'Your check-ins')).join(' ');
    expect(page).toContain('Next question');
    expect(page).not.toMatch(/Paused|missed|overdue/);
  });

  it('story 25: words of not wanting to go on show lines at once, keep nothing, alert nobody, and offer a peer', async () => {
    const { app, where, people, pass, says, taps } = await peers(3, nextPeriod());
    const coffee = await taps(people[2], await says(people[2], 'now'), 'Invite a colleague for coffee');
    await taps(people[2], coffee, '☐ Colleagues may invite me for coffee');
    const before = channelPosts(app, where).length;
    const card = await says(people[1], 'now', { words: 'I don’t want to go on like this' });
    expect(card.flags & 64).toBe(64);
    expect(textOf(card)).toContain('please reach a person now');
    expect(textOf(card)).toContain('988');
    await pass(0);
    expect(channelPosts(app, where).length).toBe(before);
    expect(direct(app)).toEqual([]);
    expect(JSON.stringify(app.server.requests)).not.toContain('go on like this');
    const form = await people[1].press(await taps(people[1], card, 'Write to someone I choose'), 'Write');
    const preview = cardOf(await people[1].submit(form, { text: 'I want to die. Can we talk?' }));
    expect(textOf(preview)).toContain('please reach a person now');
    await pass(0);
    expect(direct(app)).toEqual([]);
  });
});
