import { afterEach, expect, it } from 'vitest';
import { askOnDiscord, cardOf, type DiscordApp, discordGroup, openDiscordApp } from './discord-app.ts';
import { type Person, textOf } from './discord-person.ts';
import type { Message } from './discord-world.ts';

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

const advice = 'Name the end ten minutes before.';

/** A question of the owner's that has this reply, with its case in the thread. */
async function replied() {
  const parts = await start();
  const { app, where, owner, colleague } = parts;
  await askOnDiscord(owner, question, 'Post as me');
  await app.pass();
  const [thread] = app.threadsOf(where.channel);
  const [theCase] = app.inChannel(thread as never) as [Message];
  await colleague.submit(await colleague.press(theCase, 'Reply'), { text: advice });
  await app.pass(60_000);
  return { ...parts, theCase };
}

const written = { decision: 'I name the end early.', rationale: 'It keeps the frame.' };

it('from Close to a locked record it takes three presses, with what is in it seen first, and one line says so', async () => {
  const { owner, theCase } = await replied();
  const asked = cardOf(await owner.press(theCase, 'Close'));
  for (const seen of ['Duration', 'Follow-up date']) expect(textOf(asked)).toContain(seen);
  expect(JSON.stringify(asked.components)).toContain('☐ Share the decision with the group');
  const record = await owner.press(asked, 'Close and document');
  expect(JSON.stringify(record.modal)).toContain('Otherwise it’s locked now: 15 minutes, no follow-up, not shared.');
  const said = cardOf(await owner.submit(record, written));
  expect(textOf(said)).toBe(
    'The consultation was closed, and the record is locked. To correct or add something, amend it.',
  );
  const locked = await owner.press(said, 'Open the record');
  expect(locked.text).toContain(advice);
  expect(locked.text).toContain('15 minutes');
});

it('what was chosen beside Close is in the record and in what is shared', async () => {
  const { app, owner, theCase } = await replied();
  const asked = cardOf(await owner.press(theCase, 'Close'));
  const longer = cardOf(await owner.choose(asked, 'Duration', ['45']));
  const dated = cardOf(await owner.choose(longer, 'Follow-up date', ['14']));
  const shared = cardOf(await owner.press(dated, '☐ Share the decision with the group'));
  const whole = await owner.press(shared, 'More fields');
  expect(JSON.stringify(whole.modal)).toContain('Someone else');
  const record = await owner.press(shared, 'Close and document');
  expect(JSON.stringify(record.modal)).toContain('45 minutes, follow-up in 2 weeks, decision shared.');
  const preview = await owner.submit(record, written);
  expect(preview.text).toContain('The consultation was closed, and the record is locked.');
  expect(preview.text).toContain('I name the end early.');
  await app.pass();
  const mine = await owner.type('consult', 'records');
  expect(mine.text).toContain('45');
});

it('who advised from outside is asked for when nobody else is named, with all that was typed', async () => {
  const { owner, theCase } = await replied();
  const asked = cardOf(await owner.choose(cardOf(await owner.press(theCase, 'Close')), 'Duration', ['30']));
  const record = await owner.press(asked, 'Close and document');
  const wrong = cardOf(await owner.submit(record, { ...written, advisers: [] }));
  const again = await owner.press(wrong, 'Edit');
  expect(JSON.stringify(again.modal)).toContain(written.rationale);
  expect(JSON.stringify(again.modal)).toContain('Someone else');
  const rest = await owner.submit(again, { outsiders: 'Juno Marsh, PhD' });
  expect(rest.text).toContain('the record is locked');
  const locked = await owner.press(cardOf(rest), 'Open the record');
  expect(locked.text).toContain('Juno Marsh, PhD');
  expect(locked.text).toContain('30 minutes');
});

it('a record that was being written when Curbside was started anew is locked all the same', async () => {
  const before = await replied();
  const asked = cardOf(await before.owner.press(before.theCase, 'Close'));
  const record = await before.owner.press(asked, 'Close and document');
  await before.app.leave();
  app = await openDiscordApp({ folder: before.app.folder, server: before.app.server });
  await app.start();
  const said = await before.owner.submit(record, written);
  expect(said.text).toContain('The consultation was closed, and the record is locked.');
});
