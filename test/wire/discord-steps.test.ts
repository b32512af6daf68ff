import { afterEach, expect, it } from 'vitest';
import { askOnDiscord, cardOf, type DiscordApp, discordGroup, openDiscordApp } from './discord-app.ts';
import { type Person, textOf } from './discord-person.ts';

let app: DiscordApp | null = null;
afterEach(async () => {
  expect(app?.server.faults).toEqual([]);
  await app?.stop();
  app = null;
});

const question = 'How do I end a session that keeps running over?';

async function start() {
  app = await openDiscordApp();
  const where = app.guild('Peer group');
  await app.start();
  const [owner, colleague] = (await discordGroup(app, where, ['Linden Vale'])) as [Person, Person];
  return { app, where, owner, colleague };
}

it('from the form to the posted question it takes three presses', async () => {
  const { app, where, owner } = await start();
  const form = await owner.type('consult', 'ask');
  expect(JSON.stringify(form.modal)).toContain('Curbside shows you what colleagues will see');
  const preview = cardOf(await owner.submit(form, { question }));
  const ticked = cardOf(await owner.press(preview, '☐ Yes'));
  await owner.press(ticked, 'Post as me');
  await app.pass();
  expect(app.inChannel(where.channel).map(textOf)).toEqual([expect.stringContaining('Case question · No rush')]);
});

it('what the form has no room for is chosen on the preview, and stays through an edit', async () => {
  const { app, where, owner } = await start();
  const first = cardOf(await owner.submit(await owner.type('consult', 'ask'), { question }));
  const today = cardOf(await owner.choose(first, 'When do you need input?', ['today']));
  expect(textOf(today)).toContain('Case question · Needs an answer today');
  const ethics = cardOf(await owner.choose(today, 'Topic', ['ethics']));
  const category = 'Ethics question · Needs an answer today';
  expect(textOf(ethics)).toContain(category);
  const edited = cardOf(await owner.submit(await owner.press(ethics, 'Edit'), { facts: 'Adult, outpatient.' }));
  expect(textOf(edited)).toContain(category);
  const ticked = cardOf(await owner.press(edited, '☐ Yes'));
  const posted = await owner.press(ticked, 'Post as me');
  await app.pass();
  expect(textOf(app.inChannel(where.channel)[0] as never)).toContain(category);
  const own = cardOf(await owner.press(cardOf(posted), 'View'));
  const revised = cardOf(await owner.submit(await owner.press(own, 'Edit'), { question: `${question} Again.` }));
  expect(textOf(revised)).toContain(category);
  expect(textOf(cardOf(await owner.choose(revised, 'When do you need input?', ['no_rush'])))).toContain('No rush');
});

it('a menu changed within an instant of posting counts, and what was posted is still said', async () => {
  const { app, where, owner } = await start();
  const preview = cardOf(await owner.submit(await owner.type('consult', 'ask'), { question }));
  const ticked = cardOf(await owner.press(preview, '☐ Yes'));
  await Promise.all([owner.choose(ticked, 'When do you need input?', ['today']), owner.press(ticked, 'Post as me')]);
  await app.pass();
  await expect.poll(() => textOf(ticked)).toContain('Your question was posted under your name');
  expect(app.inChannel(where.channel).map(textOf)).toEqual([expect.stringContaining('Needs an answer today')]);
  expect((await owner.type('consult', 'mine')).text).toContain('No drafts.');
});

it('from Close to a locked record it takes three presses and the form between, and one line says so', async () => {
  const { app, where, owner, colleague } = await start();
  await askOnDiscord(owner, question, 'Post as me');
  await app.pass();
  const [thread] = app.threadsOf(where.channel);
  const [theCase] = app.inChannel(thread as never);
  const form = await colleague.press(theCase as never, 'Reply');
  await colleague.submit(form, { text: 'Name the end ten minutes before.' });
  await app.pass(60_000);
  const asked = cardOf(await owner.press(theCase as never, 'Close'));
  const record = await owner.press(asked, 'Close and document');
  const rest = cardOf(
    await owner.submit(record, { decision: 'I name the end early.', rationale: 'It keeps the frame.' }),
  );
  for (const seen of ['Minutes', 'Follow-up date', 'Share the decision with the group'])
    expect(textOf(rest)).toContain(seen);
  const said = cardOf(await owner.press(rest, 'Finish and lock'));
  expect(textOf(said)).toBe(
    'The consultation was closed, and the record is locked. To correct or add something, amend it.',
  );
  const locked = await owner.press(said, 'Open the record');
  expect(locked.text).toContain('Name the end ten minutes before.');
});
