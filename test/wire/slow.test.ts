import { describe, expect, it, onTestFinished } from 'vitest';
import { cardOf, type DiscordApp, discordGroup, openDiscordApp } from './discord-app.ts';
import { type Person, person } from './discord-person.ts';
import { addMember, types } from './discord-world.ts';
import { openSlackApp } from './slack-app.ts';
import { canary } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';
import { slowFiles } from './slow-files.ts';

type Json = Record<string, unknown>;

/** A disk that takes a second to keep something, and a platform that takes two for each call. */
const diskMs = 1000;
const apiMs = 2000;
const question = 'How do I end a session that keeps running over?';

describe('Slack, on a slow disk and a slow network', () => {
  async function start() {
    const disk = slowFiles();
    const app = await openSlackApp({ files: disk.files, patienceMs: 1800 });
    onTestFinished(app.close);
    const rowan = app.sit('U0ROWAN');
    await rowan.command('/curbside', 'setup');
    await rowan.submit((await app.server.next('views.open answered')).body.view as Json, {});
    await rowan.command('/curbside', 'agreement');
    const { body } = await app.server.next('response_url');
    await rowan.press({ message: body }, 'Accept and continue');
    const join = (await app.server.next('views.open answered')).body.view as Json;
    await rowan.submit(join, { credential: 'LMFT', licensed: 'yes' });
    const before = { acknowledged: app.server.acknowledged.length, syncs: disk.syncs() };
    disk.ms = diskMs;
    app.server.slow(apiMs);
    /** The window as it stands in the end, after the one that says to wait, if there was one. */
    const shown = async (method: string): Promise<Json> => {
      const { body } = await app.server.next(`${method} answered`);
      expect(body.ok).toBe(true);
      const view = body.view as Json;
      return wordsIn(view).includes('longer than usual') ? shown('views.update') : view;
    };
    const inTime = () => {
      const waited = app.server.acknowledged.slice(before.acknowledged);
      expect(waited.filter((ms) => ms >= 3000)).toEqual([]);
      expect(app.lines.filter((l) => l.level === 'error' || l.event === 'slack.answer_failed')).toEqual([]);
      return { acknowledged: waited.length, syncs: disk.syncs() - before.syncs };
    };
    return { app, rowan, shown, inTime };
  }

  it('opens the form of somebody it knows, and of somebody it has never seen, at the first try', async () => {
    const { app, rowan, shown, inTime } = await start();
    await rowan.command('/consult');
    expect(((await shown('views.open')).submit as Json | undefined)?.text).toBe('Show preview');
    await app.sit(canary.user).command('/consult');
    expect(wordsIn(await shown('views.open'))).toContain('agree');
    // The stranger had to be written down first.
    expect(inTime()).toMatchObject({ acknowledged: 2, syncs: expect.any(Number) });
    expect(inTime().syncs).toBeGreaterThan(0);
  });

  it('takes a form that writes, and a button that posts, in time', async () => {
    const { app, rowan, shown, inTime } = await start();
    await rowan.command('/consult');
    const form = await shown('views.open');
    const { view, response_action: how } = await rowan.submit(form, { question });
    expect(how).toBe('push');
    let preview = view as Json;
    if (wordsIn(preview).includes('longer than usual')) preview = await shown('views.update');
    expect(wordsIn(preview)).toContain(question);
    await rowan.choose({ view: { ...preview, id: (view as Json).id } }, ['yes']);
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
    const more = cardOf(await owner.submit(await owner.type('consult', 'ask'), { question, facts: '' }));
    const preview = cardOf(await owner.press(more, 'Show preview'));
    const ticked = await owner.press(preview, '☐ Yes');
    expect(JSON.stringify(cardOf(ticked).components)).toContain('Post as me');
    expect(inTime()).toBeGreaterThan(1);
  });
});
