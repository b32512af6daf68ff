import { afterEach, expect, it } from 'vitest';
import type { Answer, Form, Incoming } from '../../src/index.ts';
import { body, cardOf, everyField, formOf, msg, textField } from '../adapters/discord/views.ts';
import { canary, type Kit, startKit } from './discord-kit.ts';
import { addMember } from './discord-world.ts';

let kit: Kit;
afterEach(async () => {
  expect(kit.server.faults).toEqual([]);
  await kit.stop();
});

const shown = (form: Form): Answer => ({ is: 'view', note: null, view: form });
const saved: Answer = {
  is: 'view',
  note: msg('setup.saved'),
  view: cardOf(body({ is: 'msg', msg: msg('home.nothing') })),
};

/** `/curbside setup` opens this form; sending it is answered by `then`. */
const startWith = (form: Form, then: (incoming: Incoming) => Answer = () => saved) =>
  startKit({ answer: (incoming) => (incoming.command === 'curbside.setup' ? shown(form) : then(incoming)) });

const fields = (n: number) => Array.from({ length: n }, (_, i) => textField(`f${i}`, { required: i < 2 }));

it('opens a form as the very first response, and sends it as one command', async () => {
  kit = await startWith(formOf([textField('zone'), textField('note')], { with: { group: 'abcdefghijklmnop' } }));
  const form = await kit.me.type('curbside', 'setup');
  expect(form.done.callback?.type).toBe(9);
  const sent = await kit.me.submit(form, { zone: 'Europe/Lisbon' });
  expect(sent.done.callback).toEqual({ type: 5, data: { flags: 64 } });
  expect(sent.text).toContain('Your settings were saved.');
  expect(kit.asked[1]).toMatchObject({
    command: 'setup.save',
    input: { zone: 'Europe/Lisbon', note: '', group: 'abcdefghijklmnop' },
  });
});

it('brings every kind of field back under its name', async () => {
  kit = await startWith(formOf(everyField()));
  const bob = addMember(kit.guild, 'Bob');
  const helper = addMember(kit.guild, 'Some bot');
  kit.guild.members.set(helper.id, { user: { ...helper, bot: true }, nick: null });
  const first = await kit.me.type('curbside', 'setup');
  const next = await kit.me.submit(first, { question: 'How do I respond when', few: 'v2', who: [bob.id, helper.id] });
  expect(kit.asked).toHaveLength(1);
  if (next.card === null) throw new Error('no card between the pages');
  const second = await kit.me.press(next.card, 'Continue');
  await kit.me.submit(second, { heavy: '5', on: 'yesterday', share: false });
  const who = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/${bob.id}` });
  expect(kit.asked[1]?.input).toEqual({
    question: 'How do I respond when',
    few: 'v2',
    many: 'v0,v3',
    long: 'v39',
    who,
    heavy: '5',
    on: 'yesterday',
    share: 'no',
  });
});

it('pages a long form: on, back with everything typed, and out when the rest may stay as it is', async () => {
  kit = await startWith(formOf(fields(12)));
  const first = await kit.me.type('curbside', 'setup');
  const card = (await kit.me.submit(first, { f0: 'one', f1: 'two' })).card;
  if (card === null) throw new Error('no card');
  const back = await kit.me.press(card, 'Back');
  expect(JSON.stringify(back.modal)).toContain('"value":"one"');
  const again = (await kit.me.submit(back, { f0: 'uno' })).card;
  if (again === null) throw new Error('no card');
  const second = await kit.me.press(again, 'Continue');
  expect(second.modal?.components).toHaveLength(5);
  const third = (await kit.me.submit(second, { f5: 'six' })).card;
  if (third === null) throw new Error('no card');
  expect(third.id).toBe(card.id);
  const done = await kit.me.press(third, 'Set up this group');
  expect(done.text).toContain('Your settings were saved.');
  expect(kit.asked[1]?.input).toMatchObject({ f0: 'uno', f1: 'two', f5: 'six', f11: '' });
});

it('puts a last page without typing on the card itself', async () => {
  const choices = everyField()
    .filter((f) => ['few', 'heavy', 'who', 'share'].includes(f.name))
    .map((f) => ({ ...f, value: '' }));
  kit = await startWith(formOf([...fields(5), ...choices]));
  const bob = addMember(kit.guild, 'Bob');
  const first = await kit.me.type('curbside', 'setup');
  const card = (await kit.me.submit(first, { f0: 'one', f1: 'two' })).card;
  if (card === null) throw new Error('no card');
  expect(JSON.stringify(card.components)).not.toContain('Set up this group"');
  await kit.me.choose(card, ':few', ['v2']);
  await kit.me.choose(card, ':heavy', ['4']);
  await kit.me.choose(card, ':who', [bob.id]);
  await kit.me.press(card, '☐ Quiet on weekends too');
  expect(JSON.stringify(card.components)).toContain(bob.id);
  const done = await kit.me.press(card, 'Set up this group');
  expect(done.text).toContain('Your settings were saved.');
  const who = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/${bob.id}` });
  expect(kit.asked[1]?.input).toMatchObject({ f0: 'one', few: 'v2', heavy: '4', who, share: 'yes' });
});

it('names what is wrong with which field, and opens the form again with what was typed', async () => {
  const form = formOf([textField('zone'), textField('nudge')]);
  const wrong = formOf([
    textField('zone', { value: 'Mars', error: msg('field.zone') }),
    textField('nudge', { value: '24' }),
  ]);
  kit = await startWith(form, ({ input }) =>
    input.zone === 'Mars' ? { is: 'again', note: { key: 'form.pleaseCheck', with: { n: 2 } }, form: wrong } : saved,
  );
  const sent = await kit.me.submit(await kit.me.type('curbside', 'setup'), { zone: 'Mars', nudge: '24' });
  expect(sent.text).toContain('Please fix the highlighted fields.');
  expect(sent.text).toContain('We don’t know this time zone.');
  if (sent.card === null) throw new Error('no card');
  const again = await kit.me.press(sent.card, 'Edit');
  expect(JSON.stringify(again.modal)).toContain('"value":"Mars"');
  const done = await kit.me.submit(again, { zone: 'Europe/Lisbon' });
  expect(done.done.callback?.type).toBe(6);
  expect(done.card?.id).toBe(sent.card.id);
  expect(done.text).toContain('Your settings were saved.');
});

it('lets a reading of what was typed be confirmed without opening the form', async () => {
  const form = formOf([textField('minutes')]);
  const reading = formOf([textField('minutes', { value: '90', error: msg('field.clock') })]);
  kit = await startWith(form, ({ input }) =>
    input.minutes === '1.5h'
      ? { is: 'again', note: { key: 'form.pleaseCheck', with: { n: 2 } }, form: reading }
      : saved,
  );
  const sent = await kit.me.submit(await kit.me.type('curbside', 'setup'), { minutes: '1.5h' });
  if (sent.card === null) throw new Error('no card');
  await kit.me.press(sent.card, 'Set up this group');
  expect(kit.asked.at(-1)?.input).toMatchObject({ minutes: '90' });
});

it('opens a form that comes as an answer by a button', async () => {
  const form = formOf([textField('zone')]);
  kit = await startKit({ answer: ({ command }) => (command === 'setup.save' ? saved : shown(form)) });
  const card = await kit.me.type('curbside', 'help');
  if (card.card === null) throw new Error('no card');
  const opened = await kit.me.press(card.card, 'Open');
  expect(opened.done.callback?.type).toBe(9);
  await kit.me.submit(opened, { zone: 'Europe/Lisbon' });
  expect(kit.asked.at(-1)).toMatchObject({ command: 'setup.save', input: { zone: 'Europe/Lisbon' } });
});

it('answers with a card where the command has no form for this person', async () => {
  kit = await startKit({
    answer: () => ({ is: 'refused', view: cardOf(body({ is: 'msg', msg: msg('refusal.managersOnly') })) }),
  });
  const seen = await kit.me.type('curbside', 'setup');
  expect(seen.done.callback).toEqual({ type: 5, data: { flags: 64 } });
  expect(seen.text).toContain('Only someone who manages');
});

it('forgets what was typed after half an hour, and says so', async () => {
  kit = await startWith(formOf(fields(7)));
  const card = (await kit.me.submit(await kit.me.type('curbside', 'setup'), { f0: 'one', f1: 'two' })).card;
  if (card === null) throw new Error('no card');
  kit.pass(30 * 60_000);
  const gone = await kit.me.press(card, 'Continue');
  expect(gone.text).toContain('What you typed is gone, and nothing was saved.');
});

it('keeps what one person typed from everybody else', async () => {
  kit = await startWith(formOf(fields(7)));
  const card = (await kit.me.submit(await kit.me.type('curbside', 'setup'), { f0: canary.phrase, f1: 'two' })).card;
  if (card === null) throw new Error('no card');
  const other = addMember(kit.guild, 'Somebody else');
  const seen = await kit.here(other).press(card, 'Continue');
  expect(seen.modal).toBeNull();
  expect(JSON.stringify(seen.card)).not.toContain(canary.phrase);
});

it('completes a time zone beside the command, and opens the form with it', async () => {
  kit = await startWith(formOf([textField('zone', { suggest: 'zones', value: 'UTC' })]));
  expect(await kit.me.complete('curbside', 'setup', 'zone', 'new y')).toEqual([
    { name: 'Eastern time (New York)', value: 'America/New_York' },
  ]);
  expect(await kit.me.complete('curbside', 'setup', 'zone', '')).toContainEqual({
    name: 'Western European time (Lisbon)',
    value: 'Europe/Lisbon',
  });
  const form = await kit.me.type('curbside', 'setup', { zone: 'America/New_York' });
  expect(JSON.stringify(form.modal)).toContain('"value":"Eastern time (New York)"');
  expect(kit.asked[0]?.input).toEqual({});
});

it('asks Discord nothing before a form opens, so that it opens within three seconds', async () => {
  let who = '';
  const owners = () => everyField().flatMap((f) => (f.is === 'people' ? [{ ...f, value: who }] : []));
  kit = await startKit({ answer: () => shown(formOf([...owners(), textField('zone')])) });
  who = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/${kit.user.id}` });
  const before = kit.server.requests.length;
  const form = await kit.me.type('curbside', 'setup');
  expect(JSON.stringify(form.modal)).toContain(kit.user.id);
  expect(kit.server.requests.slice(before).map((r) => r.path.endsWith('/callback'))).toEqual([true]);
});
