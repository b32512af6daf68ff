import { afterEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../src/time/durations.ts';
import { openSlackApp } from '../wire/slack-app.ts';
import { practice } from '../wire/slack-kit.ts';
import { wordsIn } from '../wire/slack-person.ts';

type Json = Record<string, unknown>;
type TestApp = Awaited<ReturnType<typeof openSlackApp>>;

/** How long somebody is a member before their answers count for the group. */
const countedAfterMs = 28 * dayMs;
const owner = 'U0ROWAN';
const open: TestApp[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) {
    expect(app.lines.filter((l) => l.level === 'error')).toEqual([]);
    expect(wordsIn(app.lines)).not.toMatch(/checkin\.(?:answer|start)|Heavy|go on like this/);
    await app.close();
  }
});

/** A practice on Slack with check-ins, set up and joined through the wire. It is Thursday, 14:00 in New York. */
async function practiceOf(...users: string[]) {
  const app = await openSlackApp();
  open.push(app);
  const { server } = app;
  const windowOf = async (): Promise<Json> => (await server.next('views.open answered')).body.view as Json;
  const answered = async (): Promise<Json> => (await server.next('response_url')).body;
  const says = async (user: string, command: string, text: string): Promise<Json> => {
    await app.sit(user).command(command, text);
    return answered();
  };
  const taps = async (user: string, message: Json, label: string): Promise<Json> => {
    await app.sit(user).press({ message }, label);
    return answered();
  };
  await app.sit(owner).command('/curbside', 'setup');
  const quiet = { quietFrom: '18:00', quietTo: '08:30' };
  await app
    .sit(owner)
    .submit(await windowOf(), { features: ['consultation', 'checkin'], zone: 'America/New_York', ...quiet });
  for (const user of [owner, ...users]) {
    const agreement = await says(user, '/curbside', 'agreement');
    await app.sit(user).press({ message: agreement }, 'Accept and continue');
    await app.sit(user).submit(await windowOf(), { credential: 'LMFT', licensed: 'yes' });
  }
  const enrol = async (user: string) => {
    const screen = await says(user, '/checkin', 'now');
    expect(wordsIn(screen)).toContain('Who sees what');
    return taps(user, screen, 'Start with the weekly question');
  };
  const answers = async (user: string, label: string) => taps(user, await says(user, '/checkin', 'now'), label);
  const direct = () =>
    server.calls.filter((c) => c.method === 'chat.postMessage' && String(c.body.channel).startsWith('D'));
  return { app, says, taps, enrol, answers, windowOf, answered, direct };
}

/** What a person reads in a message or window: texts, labels and alternative texts, no ids. */
function read(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(read);
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    typeof value === 'string' ? (['text', 'alt_text', 'title_text'].includes(key) ? [value] : []) : read(value),
  );
}

describe('on Slack, over the wire', () => {
  it('story 15: to a supervisor who is also owner, an associate with check-ins and one without read the same', async () => {
    const said: string[][] = [];
    for (const takesPart of [true, false]) {
      const { app, says, enrol, answers } = await practiceOf('U0MARE');
      if (takesPart) {
        await enrol('U0MARE');
        await answers('U0MARE', '5 More than I can carry');
      }
      await app.pass(2 * hourMs);
      const asked = ['now @Mare', 'now U0MARE', 'history', 'group', 'stop', 'pause'].map((text) => ['/checkin', text]);
      const more = ['help', 'privacy', 'status', 'agreement'].map((text) => ['/curbside', text]);
      const heard: string[] = [];
      for (const [command = '', text = ''] of [...asked, ...more])
        heard.push(...read(await says(owner, command, text)));
      await app.sit(owner).openHome();
      heard.push(...read((await app.server.next('views.publish')).body));
      said.push(heard.map((text) => text.replace(/\d+ seconds off/, 'seconds off')));
    }
    expect(said[0]?.length).toBeGreaterThan(40);
    expect(said[0]).toEqual(said[1]);
  });

  it('story 16: three answers in a closed period make no number', async () => {
    const users = ['U0MARE', 'U0CANARY7'];
    const { app, says, enrol, answers } = await practiceOf(...users);
    await app.pass(countedAfterMs);
    for (const user of [owner, ...users]) {
      await enrol(user);
      await answers(user, '5 More than I can carry');
    }
    for (let week = 0; week < 5; week++) await app.pass(7 * dayMs);
    const picture = read(await says('U0MARE', '/checkin', 'group')).join('\n');
    expect(picture).toContain('Not enough answers to show a summary this time.');
    expect(picture).not.toMatch(/people answered|How heavy, from 1/);
  });

  it('story 17: seven answered, then the same without one: withheld, in the same words', async () => {
    const users = ['U0MARE', 'U0CANARY7', 'U0C3', 'U0C4', 'U0C5', 'U0C6'];
    const { app, says, enrol, answers } = await practiceOf(...users);
    await app.pass(Date.parse('2026-03-26T15:00:00Z') - Date.parse('2026-03-05T19:00:00Z') + countedAfterMs);
    const all = [owner, ...users];
    for (const user of all) await enrol(user);
    const weeks = async (n: number) => {
      for (let i = 0; i < n; i++) await app.pass(7 * dayMs);
    };
    for (const [i, user] of all.entries()) await answers(user, i % 2 ? '4 Heavy most days' : '3 Heavy in places');
    await weeks(4);
    for (const [i, user] of all.entries()) await answers(user, i % 2 ? '4 Heavy most days' : '3 Heavy in places');
    await weeks(2);
    const shown = read(await says('U0MARE', '/checkin', 'group')).join('\n');
    expect(shown).toContain('6 to 9 people answered.');
    await weeks(2);
    for (const user of all.slice(0, 6)) await answers(user, '3 Heavy in places');
    await weeks(6);
    const after = read(await says('U0MARE', '/checkin', 'group'));
    expect(after.filter((t) => t.includes('Not enough answers to show a summary this time.')).length).toBeGreaterThan(
      0,
    );
    const newest = after.join('\n').split('Four weeks ending')[1] ?? '';
    expect(newest).toContain('Not enough answers to show a summary this time.');
    expect(newest).not.toContain('people answered');
  });

  it('story 18: 15:00 stays 15:00 when the clocks change on Sunday; the question holds no answer, and one tap answers it', async () => {
    const { app, enrol, direct, answered } = await practiceOf('U0CANARY7');
    await enrol('U0CANARY7');
    const at: string[] = [];
    let now = Date.parse('2026-03-05T19:00:00Z');
    for (let hour = 0; hour < 9 * 24; hour++) {
      const before = direct().length;
      await app.pass(hourMs);
      now += hourMs;
      if (direct().length > before) at.push(new Date(now).toISOString());
    }
    expect(at).toEqual(['2026-03-05T20:00:00.000Z', '2026-03-12T19:00:00.000Z']);
    const asked = direct().at(-1)?.body ?? {};
    expect(wordsIn(direct().map((d) => d.body))).not.toMatch(/answered|score|This week you said/);
    await app.sit('U0CANARY7').press({ posted: asked }, '2 Manageable');
    expect(wordsIn(await answered())).toContain('Thank you.');
    expect(wordsIn(direct().map((d) => d.body))).not.toContain('Thank you.');
  });

  it('story 19: on vacation nothing is asked, the thread says so only if chosen, and nothing waits on return', async () => {
    const { app, says, enrol, windowOf, direct, taps } = await practiceOf('U0CANARY7');
    await enrol('U0CANARY7');
    const me = app.sit('U0CANARY7');
    const shown = async () => (await app.server.next('views.update answered')).body.view as Json;
    await me.command('/consult');
    const asked = await me.submit(await windowOf(), { question: 'How do I end a session that keeps running over?' });
    await shown();
    await me.choose({ view: asked.view as Json }, ['yes']);
    await me.press({ view: await shown() }, 'Post as me');
    await shown();
    await app.pass(0);
    const posts = () => app.server.calls.filter((c) => c.method === 'chat.postMessage');
    const before = posts().length;
    const away = async (values: Json) => {
      await me.command('/curbside', 'away');
      expect(wordsIn(await me.submit(await windowOf(), values))).toContain('You’re away from');
    };
    await away({ from: '2026-03-05', until: '2026-03-20' });
    await app.pass(0);
    expect(posts()).toHaveLength(before);
    await away({ from: '2026-03-05', until: '2026-03-20', tell: 'yes' });
    await app.pass(0);
    expect(read(posts().at(-1)?.body).join()).toContain('The person who asked may reply later.');
    expect(posts().at(-1)?.body.thread_ts).toBeDefined();
    const after = posts().length;
    for (let day = 0; day < 15; day++) await app.pass(dayMs);
    expect(direct()).toEqual([]);
    expect(
      posts()
        .slice(after)
        .filter((c) => c.body.channel !== practice.channel),
    ).toEqual([]);
    const back = await says('U0CANARY7', '/checkin', 'now');
    expect(read(back).join(' ')).not.toMatch(/missed|overdue|last week/i);
    const again = await taps('U0CANARY7', back, 'Your check-ins');
    expect(read(again)).not.toContain('Paused');
    expect(wordsIn(again)).toContain(String(Date.parse('2026-03-26T19:00:00Z') / 1000));
    for (let day = 0; day < 7; day++) await app.pass(dayMs);
    expect(direct()).toHaveLength(1);
  });

  it('the monthly questions: page after page in one window, each with what they are about, and back at the end', async () => {
    const { app, says, taps, windowOf } = await practiceOf('U0CANARY7');
    await taps('U0CANARY7', await says('U0CANARY7', '/checkin', 'now'), 'Start with weekly and monthly questions');
    const opening = await taps('U0CANARY7', await says('U0CANARY7', '/checkin', 'now'), 'Monthly questions');
    const me = app.sit('U0CANARY7');
    await me.press({ message: opening }, 'Begin');
    let window = await windowOf();
    for (const page of [1, 2, 3, 4]) {
      expect(read(window)).toEqual(expect.arrayContaining([`Page ${page} of 4`, 'How often in the last 30 days?']));
      if (page > 1) expect(read(window)).toContain(`${2 * (page - 1)} of 20 items answered.`);
      const names = (window.blocks as Json[]).flatMap((b) => (b.type === 'input' ? String(b.block_id) : []));
      expect(names).toHaveLength(5);
      const two = names.slice(0, 2).map((id) => [id.slice(0, id.lastIndexOf('~')), '3']);
      const next = await me.submit(window, Object.fromEntries(two));
      expect(next.response_action).toBe('update');
      window = next.view as Json;
    }
    expect(read(window)).toContain('8 of 20 items answered.');
    await me.press({ view: window }, 'Page 1');
    expect(read((await app.server.next('views.update answered')).body.view)).toContain('Page 1 of 4');
  });

  it('story 25: words of not wanting to go on show lines at once, keep nothing, alert nobody, and offer a peer', async () => {
    const { app, says, taps, windowOf, answered } = await practiceOf('U0MARE', 'U0CANARY7');
    const list = await says('U0MARE', '/checkin', 'now');
    const coffee = await taps('U0MARE', list, 'Invite a colleague for coffee');
    await app.sit('U0MARE').choose({ message: coffee }, ['yes']);
    expect(wordsIn(await answered())).toContain('Your name is now on the list.');
    const before = app.server.calls.length;
    const card = await says('U0CANARY7', '/checkin', 'now I don’t want to go on like this');
    expect(card).toMatchObject({ response_type: 'ephemeral' });
    expect(wordsIn(card)).toContain('please reach a person now');
    expect(wordsIn(card)).toContain('988 Suicide & Crisis Lifeline');
    for (let week = 0; week < 2; week++) await app.pass(7 * dayMs);
    expect(app.server.calls.slice(before).filter((c) => c.method.startsWith('chat.'))).toEqual([]);
    expect(wordsIn(app.server.calls)).not.toContain('go on like this');
    const peers = await taps('U0CANARY7', card, 'Write to someone I choose');
    await app.sit('U0CANARY7').press({ message: peers }, 'Write');
    const form = await windowOf();
    const preview = await app.sit('U0CANARY7').submit(form, { text: 'I want to die. Can we talk?' });
    expect(wordsIn(preview)).toContain('please reach a person now');
    await app.pass(0);
    expect(app.server.calls.filter((c) => c.method === 'chat.postMessage')).toEqual([]);
  });
});
