import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSlackApp, type SlackApp } from './slack-app.ts';
import { canary, practice } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';
import { question, slackSteps } from './slack-steps.ts';

type Json = Record<string, unknown>;

const minute = 60_000;
let app: SlackApp;

beforeEach(async () => {
  app = await openSlackApp();
});
afterEach(async () => app.close());

const { viewOf, setUp, setUpIn, ask } = slackSteps(() => app);

const public_ = ['chat.postMessage', 'chat.update', 'chat.delete'];
const seenByOthers = (): Json[] => app.server.calls.filter((c) => public_.includes(c.method)).map((c) => c.body);
const posted = (): Json[] => app.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);

/** From the window after a post: its author opens the question, and closes it. */
async function close(said: Json): Promise<void> {
  const author = app.sit('U0ROWAN');
  await author.press({ view: said }, 'View');
  const own = await viewOf('views.update');
  await author.press({ view: own }, 'Close consultation');
  const asked = await viewOf('views.update');
  await author.press({ view: asked }, 'Close consultation');
  await app.server.next('views.update answered');
}

test('from an empty workspace to a closed consultation, with everything in its place', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  const own = await ask('U0ROWAN', 'Post as me');
  await app.pass(0);
  const [line, inThread] = posted();
  expect(line).toMatchObject({ channel: practice.channel, text: 'Case question · No rush' });
  expect(wordsIn(line)).toContain('Rowan Ellery, LMFT');
  expect(wordsIn(line)).not.toContain('running over');
  expect(inThread?.thread_ts).toBeDefined();
  expect(String(inThread?.text)).not.toContain('running over');
  expect(wordsIn(inThread?.blocks)).toContain(question);

  const mare = app.sit('U0MARE');
  await mare.press({ posted: inThread ?? {} }, 'Reply');
  await mare.submit(await viewOf('views.open'), { text: 'Name the ending ten minutes before.' });
  await app.pass(0);
  const reply = posted()[2];
  expect(reply?.thread_ts).toBe(inThread?.thread_ts);
  expect(wordsIn(reply)).toContain('Name the ending ten minutes before.');

  await close(own);
  await app.pass(0);
  expect(app.server.calls.some((c) => c.method === 'chat.update' && wordsIn(c.body).includes('Closed'))).toBe(true);
  expect(app.lines.filter((l) => l.level === 'error')).toEqual([]);
});

test('the same form sent twice makes one draft', async () => {
  await setUp('U0ROWAN');
  const rowan = app.sit('U0ROWAN');
  await rowan.command('/consult');
  const form = await viewOf('views.open');
  await Promise.all([rowan.submit(form, { question }), rowan.submit(form, { question })]);
  await rowan.submit(form, { question: `${question} And why?` });
  await rowan.command('/consult', 'mine');
  const mine = wordsIn((await app.server.next('response_url')).body);
  expect(mine.split('Draft').length - 1, mine).toBe(1);
});

test('an anonymous author’s id, name and reference are in nothing that others see, whatever they do', async () => {
  await setUp('U0ROWAN', 'U0MARE', canary.user);
  const who = await app.vault.refFor({ platform: 'slack', id: `${practice.team}/${canary.user}` });
  await ask(canary.user, 'Post anonymously');
  expect(posted()).toEqual([]);
  await app.pass(21 * minute);
  expect(posted()).toHaveLength(2);
  const inThread = posted()[1] ?? {};

  const author = app.sit(canary.user);
  await author.press({ posted: inThread }, 'Reply');
  const { view } = await author.submit(await viewOf('views.open'), { text: 'Thank you. I tried naming it.' });
  await app.pass(21 * minute);
  expect(wordsIn(view)).not.toContain(canary.name);
  expect(wordsIn(posted())).toContain('The person who asked');

  await author.press({ posted: inThread }, 'More');
  const mine = (await app.server.next('response_url')).body;
  await author.press({ message: mine }, 'Edit');
  const edited = await author.submit(await viewOf('views.open'), {
    question: 'How do I end a session that always runs over?',
  });
  expect(wordsIn(edited)).toContain('always runs over');
  await author.press({ message: mine }, 'Close consultation');
  const sure = (await app.server.next('response_url')).body;
  await author.press({ message: sure }, 'Close consultation');
  expect((await app.server.next('response_url')).body).toMatchObject({
    response_type: 'ephemeral',
    replace_original: true,
  });
  await app.pass(21 * minute);

  app.server.script('chat.update', { error: 'message_not_found' });
  app.server.script('chat.postMessage', { error: 'channel_not_found' });
  await author.press({ posted: inThread }, 'Reply');
  await app.pass(21 * minute);

  const everything = wordsIn(seenByOthers());
  for (const mark of [canary.user, canary.name, canary.name.split(' ')[0] ?? '', who])
    expect(everything).not.toContain(mark);
  expect(wordsIn(app.lines)).not.toMatch(new RegExp(`${canary.user}|${canary.name}|session`));
});

test('a client’s name is in nothing that others see, in no id that travels through Slack and in no log', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  const rowan = app.sit('U0ROWAN');
  await rowan.command('/consult');
  const form = await viewOf('views.open');
  const typed = await rowan.submit(form, { question: 'Help with my client Maria Gonzalvez, 34, who stopped coming' });
  await app.server.next('views.update answered');
  await rowan.choose({ view: typed.view as Json }, ['yes']);
  await rowan.press({ view: await viewOf('views.update') }, 'Post as me');
  await app.server.next('views.update answered');
  await app.pass(minute);
  expect(wordsIn(posted())).toContain('who stopped coming');
  expect(wordsIn(seenByOthers())).not.toMatch(/Maria|Gonzalvez/);
  expect(wordsIn(app.lines)).not.toMatch(/Maria|Gonzalvez/);
  const ids =
    wordsIn([typed, app.server.calls]).match(/(private_metadata|block_id|action_id|value)\\?":\\?"(\\.|[^"\\])*/g) ??
    [];
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.join()).not.toMatch(/Maria|Gonzalvez/);
});

test('the same press delivered twice posts once', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  const rowan = app.sit('U0ROWAN');
  await rowan.command('/consult');
  const { view } = await rowan.submit(await viewOf('views.open'), { question });
  await app.server.next('views.update answered');
  await rowan.choose({ view: view as Json }, ['yes']);
  const shown = await viewOf('views.update');
  const trigger = app.server.trigger();
  await rowan.press({ view: shown }, 'Post as me', { trigger_id: trigger });
  await rowan.press({ view: shown }, 'Post as me', { trigger_id: trigger });
  const first = await viewOf('views.update');
  expect(wordsIn((await viewOf('views.update')).blocks)).toBe(wordsIn(first.blocks));
  await app.pass(0);
  expect(posted()).toHaveLength(2);
});

test('Back, a change and another preview stay one draft', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  const rowan = app.sit('U0ROWAN');
  await rowan.command('/consult');
  await rowan.submit(await viewOf('views.open'), { question });
  const below = await viewOf('views.update');
  const { view } = await rowan.submit(below, { question: `${question} Again and again.` });
  expect(wordsIn(view)).toContain('Again and again.');
  await rowan.command('/consult', 'mine');
  const { body } = await app.server.next('response_url');
  expect(wordsIn(body).split('"consult.preview~').length - 1).toBeLessThanOrEqual(1);
});

test('a question whose message a moderator deleted is purged here too, and not posted again', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  const own = await ask('U0ROWAN', 'Post as me');
  await app.pass(0);
  app.server.script('chat.update', { error: 'message_not_found' }, { error: 'message_not_found' });
  const rowan = app.sit('U0ROWAN');
  await close(own);
  await app.pass(0);
  await app.happened('platform.messageGone');
  await app.pass(minute);
  await rowan.command('/consult', 'list');
  expect(wordsIn((await app.server.next('response_url')).body)).not.toContain(question);
  expect(posted().length).toBeLessThanOrEqual(3);
});

test('the message shortcuts: what could identify a person, for the eyes of one; and logging from a thread', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  await ask('U0ROWAN', 'Post as me');
  await app.pass(0);
  const mare = app.sit('U0MARE');
  const ts = String(posted()[1]?.thread_ts);
  const typed = {
    type: 'message',
    ts: '1700000009.000100',
    thread_ts: ts,
    user: 'U0MARE',
    text: 'Call me at 555-201-8890.',
  };
  await mare.shortcut('consult.check', typed);
  expect(wordsIn(await viewOf('views.open'))).toContain('555-201-8890');
  expect(wordsIn(seenByOthers())).not.toContain('555-201-8890');
  expect(wordsIn(app.lines)).not.toContain('555-201-8890');
  await app.sit('U0ROWAN').shortcut('consult.logThread', typed);
  const form = await viewOf('views.open');
  expect(form.submit).toBeDefined();
});

test('somebody of two groups says in the home tab and at the shortcut which one is meant, and goes on there', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  await setUpIn('C0PEERS', 'U0MARE');
  const mare = app.sit('U0MARE');
  const second = (view: Json) => {
    expect(wordsIn(view)).toContain('Which one do you mean?');
    const blocks = view.blocks as Json[];
    const at = blocks.findIndex((b) => JSON.stringify(b).includes('"channel_id":"C0PEERS"'));
    return { view: { ...view, blocks: blocks.slice(at) } };
  };

  await mare.openHome();
  const home = (await app.server.next('views.publish')).body.view as Json;
  await mare.press(second(home), 'This one');
  const chosen = (await app.server.next('views.publish')).body.view as Json;
  expect(wordsIn(chosen)).toContain('Nothing needs your attention');
  await mare.press({ view: chosen }, 'Ask your colleagues');
  const fromHome = await viewOf('views.open');
  expect(wordsIn((await app.server.next('views.publish')).body.view)).toContain('Nothing needs your attention');

  await mare.shortcut('consult.ask');
  await mare.press(second(await viewOf('views.open')), 'This one');
  const form = await viewOf('views.update');
  expect((form.submit as Json).text).toBe('Show preview');
  const about = (of: Json) => JSON.parse(String(of.private_metadata)).with;
  expect(about(form)).toEqual(about(fromHome));
  const { view } = await mare.submit(form, { question });
  expect(wordsIn(view)).toContain(question);
});
