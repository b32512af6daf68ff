import { describe, expect, it, onTestFinished } from 'vitest';
import { cardOf, type DiscordApp, discordGroup, openDiscordApp } from './discord-app.ts';
import { type Person, person } from './discord-person.ts';
import { addMember, types } from './discord-world.ts';
import { openSlackApp } from './slack-app.ts';
import { canary } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';
import { slowFiles } from './slow-files.ts';

type Json = Record<string, unknown>;

/** A disk that takes a second to keep something, and a platform that takes three for each call. */
const diskMs = 1000;
const apiMs = 3000;
const question = 'How do I end a session that keeps running over?';

describe('Slack, on a slow disk and a slow network', () => {
  async function start({ slow = true } = {}) {
    const disk = slowFiles();
    const app = await openSlackApp({ files: disk.files, patience: 'usual' });
    onTestFinished(app.close);
    const rowan = app.sit('U0ROWAN');
    /** The window that says this, as soon as there is one: on a busy machine, one that says to wait may come before it. */
    const screen = async (words: string): Promise<Json> => {
      const found = () => [...app.server.views].find(([, view]) => wordsIn(view).includes(words));
      await expect.poll(found).toBeDefined();
      const [id, view] = found() ?? ['', {}];
      return { ...view, id };
    };
    await rowan.command('/curbside', 'setup');
    await rowan.submit(await screen('Reminder after'), {});
    await screen('The group is ready.');
    await rowan.command('/curbside', 'agreement');
    const { body } = await app.server.next('response_url');
    await rowan.press({ message: body }, 'Accept and continue');
    await rowan.submit(await screen('Credential'), { credential: 'LMFT', licensed: 'yes' });
    await screen('You are now a member');
    const before = { acknowledged: app.server.acknowledged.length, syncs: disk.syncs() };
    if (slow) disk.ms = diskMs;
    if (slow) app.server.slow(apiMs);
    const inTime = () => {
      const waited = app.server.acknowledged.slice(before.acknowledged);
      expect(waited.filter((ms) => ms >= 3000)).toEqual([]);
      expect(app.lines.filter((l) => l.level === 'error' || l.event === 'slack.answer_failed')).toEqual([]);
      return { acknowledged: waited.length, syncs: disk.syncs() - before.syncs };
    };
    return { app, rowan, screen, inTime };
  }

  it('opens the form of somebody it knows, and of somebody it has never seen, at the first try', async () => {
    const { app, rowan, screen, inTime } = await start();
    await rowan.command('/consult');
    await screen('Show preview');
    await app.sit(canary.user).command('/consult');
    await screen('Accept and continue');
    // The stranger had to be written down first.
    expect(inTime()).toMatchObject({ acknowledged: 2, syncs: expect.any(Number) });
    expect(inTime().syncs).toBeGreaterThan(0);
  });

  it('opens a reply at the first press of somebody whose profile is not at hand, and fills it in', async () => {
    const { app, rowan, screen, inTime } = await start({ slow: false });
    await rowan.command('/consult');
    await rowan.submit(await screen('Show preview'), { question });
    await rowan.choose({ view: await screen(question) }, ['yes']);
    await rowan.press({ view: await screen('Post as me') }, 'Post as me');
    const posted = async () => {
      await app.pass(0);
      return app.server.calls.filter((c) => c.method === 'chat.postMessage').at(1)?.body;
    };
    await expect.poll(posted, { timeout: 20_000 }).toBeDefined();
    await app.pass(60 * 60_000);
    app.server.slow(apiMs);
    await rowan.press({ posted: (await posted()) ?? {} }, 'Reply');
    expect((await screen('Your reply')).submit).toBeDefined();
    inTime();
  });

  it('takes a form that writes, and a button that posts, in time', async () => {
    const { app, rowan, screen, inTime } = await start();
    await rowan.command('/consult');
    expect((await rowan.submit(await screen('Show preview'), { question })).response_action).toBe('push');
    await rowan.choose({ view: await screen(question) }, ['yes']);
    await expect
      .poll(() => app.server.calls.filter((c) => c.method === 'views.update').map((c) => wordsIn(c.body)))
      .toContainEqual(expect.stringContaining('Post as me'));
    const { acknowledged, syncs } = inTime();
    expect(acknowledged).toBe(3);
    expect(syncs).toBeGreaterThan(1);
  });
});

describe('Discord, on a slow disk and a slow network', () => {
  async function start() {
    const disk = slowFiles();
    const app: DiscordApp = await openDiscordApp(undefined, disk.files);
    onTestFinished(app.stop);
    const where = app.guild('Peer group', types.text);
    const stranger = addMember(where.guild, 'Mare Oakes');
    await app.start();
    const [owner] = (await discordGroup(app, where, [])) as [Person];
    const syncs = disk.syncs();
    disk.ms = diskMs;
    app.server.slow(apiMs);
    const inTime = () => {
      expect(app.logged.filter((l) => /not_acknowledged|answer_failed/.test(l))).toEqual([]);
      expect(app.server.faults).toEqual([]);
      return disk.syncs() - syncs;
    };
    return { app, owner, stranger: person(app.server, stranger, where.guild, where.channel), inTime };
  }

  it('opens the form of somebody it knows as the first response, and answers somebody it has never seen', async () => {
    const { owner, stranger, inTime } = await start();
    expect((await owner.type('consult', 'ask')).modal?.title).toBe('Ask your colleagues');
    const agreement = await stranger.type('consult', 'ask');
    expect(agreement.text).toContain('agree');
    expect((await stranger.press(cardOf(agreement), 'Accept and continue')).modal).not.toBeNull();
    expect(inTime()).toBeGreaterThan(0);
  });

  it('takes a form that writes, and what follows on its card, in time', async () => {
    const { owner, inTime } = await start();
    const preview = cardOf(await owner.submit(await owner.type('consult', 'ask'), { question, facts: '' }));
    const ticked = await owner.press(preview, '☐ Yes');
    expect(JSON.stringify(cardOf(ticked).components)).toContain('Post as me');
    expect(inTime()).toBeGreaterThan(1);
  });
});
