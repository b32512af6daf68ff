import { afterEach, expect, it } from 'vitest';
import type { Action, Answer, Form, Incoming } from '../../src/index.ts';
import { body, cardOf, everyField, formOf, msg, textField } from '../adapters/discord/views.ts';
import { type DiscordApp, discordGroup, openDiscordApp, cardOf as shownCard } from './discord-app.ts';
import { type Kit, startKit } from './discord-kit.ts';
import { type Person, textOf } from './discord-person.ts';
import { types } from './discord-world.ts';

let kit: Kit | null = null;
let app: DiscordApp | null = null;
afterEach(async () => {
  expect((kit ?? app)?.server.faults).toEqual([]);
  await kit?.stop();
  await app?.stop();
  kit = null;
  app = null;
});

const shown = (form: Form): Answer => ({ is: 'view', note: null, view: form });
const said = (key: 'setup.saved' | 'refusal.managersOnly') => cardOf(body({ is: 'msg', msg: msg(key) }));
const typedFields = (n: number) => Array.from({ length: n }, (_, i) => textField(`f${i}`, { required: i < 2 }));
const choices = () => everyField().flatMap((f) => (f.name === 'few' ? [{ ...f, value: 'v0' }] : []));

/** `/curbside setup` opens a form with a page of typing and a menu on the card after it; sending it is answered by `then`. */
async function startWith(form: Form, then: (incoming: Incoming) => Answer | Promise<Answer>): Promise<Kit> {
  kit = await startKit({
    answer: (incoming) => (incoming.command === 'curbside.setup' ? shown(form) : then(incoming)),
  });
  return kit;
}

const cardAfterPageOne = async (k: Kit) =>
  shownCard(await k.me.submit(await k.me.type('curbside', 'setup'), { f0: 'one', f1: 'two' }));

it('a menu changed within an instant of the button below it counts, and the answer stays', async () => {
  const k = await startWith(formOf([...typedFields(5), ...choices()]), () => ({
    is: 'view',
    note: null,
    view: said('setup.saved'),
  }));
  const card = await cardAfterPageOne(k);
  await Promise.all([k.me.choose(card, ':few', ['v2']), k.me.press(card, 'Set up this group')]);
  await expect.poll(() => textOf(card)).toContain('Your settings were saved.');
  const sent = k.asked.filter((a) => a.command === 'setup.save');
  expect(sent.map((a) => a.input.few)).toEqual(['v2']);
});

it('a menu changed just after, or a second press, changes nothing and says nothing', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const k = await startWith(formOf([...typedFields(5), ...choices()]), async () => {
    await held;
    return { is: 'view', note: null, view: said('setup.saved') };
  });
  const card = await cardAfterPageOne(k);
  const pressed = k.me.press(card, 'Set up this group');
  await expect.poll(() => k.asked.some((a) => a.command === 'setup.save')).toBe(true);
  const before = k.server.interactions.all.length;
  k.me.touch(card, ':few', ['v2']);
  k.me.touch(card, 'Set up this group');
  await expect.poll(() => k.server.interactions.all.slice(before).map((d) => d.callback?.type)).toEqual([6, 6]);
  release();
  expect((await pressed).text).toContain('Your settings were saved.');
  await k.discord.stop();
  expect(k.asked.filter((a) => a.command === 'setup.save')).toHaveLength(1);
  expect(textOf(card)).toContain('Your settings were saved.');
  expect(JSON.stringify(k.server.requests)).not.toContain('What you typed is gone');
});

it('a form that was refused is still there, with everything typed', async () => {
  let refuse = true;
  const k = await startWith(formOf([...typedFields(5), ...choices()]), () =>
    refuse
      ? { is: 'refused', view: said('refusal.managersOnly') }
      : { is: 'view', note: null, view: said('setup.saved') },
  );
  const card = await cardAfterPageOne(k);
  expect((await k.me.press(card, 'Set up this group')).text).toContain('Only someone who manages');
  refuse = false;
  expect((await k.me.press(card, 'Set up this group')).text).toContain('Your settings were saved.');
  expect(k.asked.at(-1)?.input).toMatchObject({ f0: 'one', few: 'v0' });
});

it('shows what stands on the pages that were not opened before it offers to send', async () => {
  const k = await startWith(
    formOf([...typedFields(5), textField('minutes', { value: '15' }), { ...choices()[0], name: 'few' } as never]),
    () => ({ is: 'view', note: null, view: said('setup.saved') }),
  );
  const card = await cardAfterPageOne(k);
  expect(textOf(card)).toMatch(/\*\*.+\*\* {2}15\n\*\*.+\*\* {2}\S+/);
  expect(JSON.stringify(card.components)).toContain('Set up this group');
});

it('the button that answers a question with yes says what it does', async () => {
  const close: Action = {
    label: msg('word.cancel'),
    do: 'consult.close',
    with: { group: 'g1' },
    tone: 'danger',
    confirm: msg('setup.title'),
    yes: msg('word.open'),
  };
  kit = await startKit({
    answer: () => ({ is: 'view', note: null, view: cardOf({ is: 'actions', actions: [close] }) }),
  });
  const card = shownCard(await kit.me.type('curbside', 'help'));
  const asked = shownCard(await kit.me.press(card, 'Cancel'));
  await kit.me.press(asked, 'Open');
  expect(kit.asked.at(-1)).toMatchObject({ command: 'consult.close', input: { group: 'g1' } });
});

it('a form that was open while the process restarted is taken with everything in it', async () => {
  const first = await openDiscordApp();
  const where = first.guild('Peer group', types.text);
  await first.start();
  const [owner] = (await discordGroup(first, where, [])) as [Person];
  const form = await owner.type('consult', 'ask');
  await first.leave();
  app = await openDiscordApp(first);
  await app.start();
  const preview = await owner.submit(form, { question: 'How do I end a session that keeps running over?' });
  expect(preview.text).toContain('How do I end a session that keeps running over?');
  expect(preview.text).not.toContain('What you typed is gone');
});

it('a later part of a form with stored values that comes after a restart leaves what is stored in the other parts', async () => {
  const first = await openDiscordApp();
  const where = first.guild('Peer group', types.text);
  await first.start();
  const [owner] = (await discordGroup(first, where, [])) as [Person];
  const settings = await owner.type('curbside', 'settings');
  const second = await owner.press(shownCard(await owner.submit(settings, {})), 'Continue');
  await first.leave();
  app = await openDiscordApp(first);
  await app.start();
  const lost = await owner.submit(second, {});
  const again = await owner.press(shownCard(lost), 'Open part 1');
  expect(JSON.stringify(again.modal?.components)).toContain('Eastern time (New York)');
  expect(again.modal?.components).toEqual(settings.modal?.components);
});

it('a later part that comes after a restart says which part is gone, asks for it first, and saves nothing before', async () => {
  const first = await openDiscordApp();
  const where = first.guild('Peer group', types.text);
  await first.start();
  const [owner] = (await discordGroup(first, where, [])) as [Person];
  const log = await owner.type('consult', 'log');
  const card = shownCard(await owner.submit(log, {}));
  const second = await owner.press(card, 'Continue');
  const typed =
    second.modal?.components.flatMap((c) => (c.component?.type === 4 ? [c.component.custom_id ?? ''] : []))[0] ?? '';
  await first.leave();
  app = await openDiscordApp(first);
  await app.start();
  const lost = await owner.submit(second, { [typed]: 'Second words' });
  expect(lost.text).toContain('What you typed in part 1 of');
  expect(lost.text).toContain('What you typed in part 2 is still here. Nothing has been saved or posted yet.');
  expect((await owner.type('consult', 'records')).text).not.toContain('Draft');
  const again = await owner.press(shownCard(lost), 'Open part 1');
  expect(again.modal?.components).toEqual(log.modal?.components);
  const back = await owner.press(shownCard(await owner.submit(again, {})), 'Back');
  expect(back.modal).not.toBeNull();
});
