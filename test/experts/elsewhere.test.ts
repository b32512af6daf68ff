import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import {
  accept,
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';

const minute = 60_000;
const hour = 60 * minute;
const about = { question: 'How do I slow down with trauma work that goes too fast?', facts: 'Ten sessions so far.' };
const addOn = 'experts-of-other-groups';

let app: TestApp;
let ada: Person;
let eve: Person;
let uma: Person;
let vic: Person;
let here: { group: string };
let there: { group: string };

/** Olga owns the group in C1 with Ada and Eve, Uma the one in C2 with Vic. */
beforeEach(async () => {
  app = await openTestApp();
  ({ ada, eve } = (await group(app, ['olga', 'ada', 'eve'])) as { ada: Person; eve: Person });
  uma = await app.person('uma', { manages: true, channel: 'C2' });
  await submit(uma, await expectForm(uma.does('curbside.setup')), {});
  vic = await app.person('vic', { channel: 'C2' });
  for (const who of [uma, vic]) await accept(who);
  here = { group: await groupId(ada) };
  there = { group: await groupId(vic) };
});
afterEach(() => app.remove());

/** The owner chooses what the agreement says besides, and the members accept it. */
async function agree(owner: Person, members: readonly Person[], addOns: string): Promise<void> {
  await submit(owner, await expectForm(owner.does('agreement.addOns')), { addOns });
  for (const who of [owner, ...members]) {
    const asked = await who.does('consult.ask');
    if (asked.is === 'refused') await press(who, asked.view, 'Accept');
  }
}
const bothAgree = async () => {
  await agree(await app.person('olga', { manages: true }), [ada, eve], addOn);
  await agree(uma, [vic], addOn);
};

async function lists(who: Person, values: Record<string, string> = {}): Promise<void> {
  const form = await expectForm(who.does('experts.me'));
  await expectCard(submit(who, form, { specialties: 'trauma', help: 'ideas', open: 'yes', beyond: 'yes', ...values }));
}

const letters = (who: Person): string[] =>
  app.messages.filter((m) => m.place.is === 'direct' && m.place.to === who.who).map((m) => words(m.view));
const lastLetter = (who: Person): Card =>
  app.messages.filter((m) => m.place.is === 'direct' && m.place.to === who.who).at(-1)?.view as Card;
const inChannels = (): string => app.messages.map((m) => (m.place.is === 'direct' ? '' : words(m.view))).join('\n');

const found = async (who: Person = ada) => words(await expectCard(who.does('experts.find', { beyond: 'yes' })));

/** Ada asks Vic about a question of hers. */
async function asked(how: 'Post as me' | 'Post anonymously' = 'Post as me'): Promise<Card> {
  const own = await ask(ada, about, how);
  await app.pass(21 * minute);
  const list = await expectCard(ada.does('experts.find', { consultation: consultationOf(own), beyond: 'yes' }));
  await expectCard(press(ada, list, 'Ask'));
  await app.pass(6 * minute);
  return own;
}

it('are found only where both agreements say so, and they chose it themselves', async () => {
  await lists(vic, { beyond: 'no' });
  expect((await expectForm(vic.does('experts.me'))).fields.map((f) => f.name)).not.toContain('beyond');
  await agree(uma, [vic], addOn);
  await lists(vic);
  expect(await found()).toContain('Nobody is listed');
  expect(JSON.stringify(await ada.does('experts.find'))).not.toContain('experts.beyond');
  await bothAgree();
  const card = await expectCard(ada.does('experts.find'));
  expect(words(await expectCard(press(ada, card, 'Experts of other groups')))).toContain(`<${vic.who}>, LMFT Trauma`);
  expect(words(card)).not.toContain(vic.who);
  await lists(vic, { beyond: 'no' });
  expect(await found()).toContain('Nobody is listed');
  await lists(vic);
  await agree(uma, [vic], '');
  expect(await found()).toContain('Nobody is listed');
  await agree(uma, [], addOn);
  expect(await found(), 'before they accepted it again').toContain('Nobody is listed');
  await agree(uma, [vic], addOn);
  expect(await found()).toContain(vic.who);
});

it('each ask says who will read the case, and asks first; the message holds no word of it', async () => {
  await bothAgree();
  await lists(vic);
  const own = await ask(ada, about);
  await app.pass(minute);
  const list = await expectCard(ada.does('experts.find', { consultation: consultationOf(own), beyond: 'yes' }));
  const way = button(list, 'Ask');
  expect(way.confirm).toEqual({ key: 'experts.ask.beyond' });
  const { beyond: _, ...without } = way.with;
  expect(JSON.stringify(await ada.does('experts.ask', without)), 'without my consent').toContain('refusal.gone');
  await expectCard(press(ada, list, 'Ask'));
  await app.pass(minute);
  expect(letters(vic)).toHaveLength(1);
  expect(letters(vic)[0]).toContain('From another group here.');
  expect(letters(vic)[0]).toContain('No duty to the client, no supervision.');
  expect(letters(vic)[0]).not.toMatch(/too fast|sessions/);
});

it('whoever is asked reads the question alone, and answers in its thread under their name', async () => {
  await bothAgree();
  await lists(vic);
  const own = await asked();
  const replyForm = await expectForm(eve.does('consult.reply', { ...here, consultation: consultationOf(own) }));
  await submit(eve, replyForm, { text: 'I would name the pace out loud.', as: 'me' });
  const before = await expectCard(press(vic, lastLetter(vic), 'Open question'));
  expect(words(before)).toContain('too fast');
  expect(words(before)).toContain('Ten sessions');
  expect(words(before)).not.toContain('name the pace');
  expect(JSON.stringify(before)).not.toContain(here.group);
  const card = await expectCard(press(vic, before, 'Yes, I’ll reply'));
  await app.pass(0);
  expect(letters(ada).join('\n')).toContain(`A colleague will look at your question: <${vic.who}>`);
  expect(words(await expectCard(press(vic, lastLetter(vic), 'Open question')))).toContain('[Reply]');
  const form = await expectForm(press(vic, card, 'Reply'));
  const wrong = await submit(vic, form, { text: 'Call Tobias Krenwinkel, 415-555-0134.' });
  expect(wrong.is === 'again' && words(wrong.form)).toContain('! ');
  const done = await expectCard(submit(vic, form, { text: 'Ask what a slow session would look like.' }));
  await submit(vic, form, { text: 'Ask what a slow session would look like.' });
  await app.pass(0);
  expect(inChannels().split('a slow session')).toHaveLength(2);
  expect(inChannels()).toContain(`<${vic.who}>, LMFT\nFrom another group\nAsk what a slow session`);
  await expectCard(press(vic, done, 'Take down'));
  await app.pass(0);
  expect(inChannels()).not.toContain('a slow session');
});

it('to everybody else the question is not there, and for an expert it ends with its thread', async () => {
  await bothAgree();
  await lists(vic);
  const own = await asked();
  const turn = button(lastLetter(vic), 'Open question').with.turn ?? '';
  for (const route of ['experts.case', 'experts.reply', 'experts.yes', 'experts.reply.save'])
    for (const [who, at] of [
      [uma, there],
      [ada, here],
      [eve, here],
    ] as const)
      expect(JSON.stringify(await who.does(route, { ...at, turn, text: 'Some words.' })), route).not.toMatch(
        /too fast|"experts\.case\.only"/,
      );
  for (const route of ['consult.show', 'consult.more', 'consult.reply'])
    expect((await vic.does(route, { ...here, consultation: consultationOf(own) })).is, route).toBe('refused');
  expect((await vic.does('experts.reply', { ...there, turn })).is, 'before a yes').toBe('refused');
  await press(vic, lastLetter(vic), 'Yes, I’ll reply');
  expect((await vic.does('experts.case', { ...there, turn })).is).toBe('view');
  await agree(await app.person('olga', { manages: true }), [ada], '');
  expect((await vic.does('experts.case', { ...there, turn })).is, 'once an agreement says otherwise').toBe('refused');
  await agree(await app.person('olga', { manages: true }), [ada], addOn);
  await ada.does('consult.close', { ...here, consultation: consultationOf(own) });
  expect((await vic.does('experts.case', { ...there, turn })).is, 'once it is closed').toBe('refused');
});

it('an anonymous author stays one: nothing sent or stored with the request names them', async () => {
  await bothAgree();
  await lists(vic);
  const own = await asked('Post anonymously');
  expect(letters(vic)[0]).toContain('a colleague');
  const card = await expectCard(press(vic, lastLetter(vic), 'Yes, I’ll reply'));
  await submit(vic, await expectForm(press(vic, card, 'Reply')), { text: 'Ask what a slow session would look like.' });
  await app.pass(hour);
  expect(letters(ada)).toEqual([]);
  expect(letters(vic).join('\n') + words(card)).not.toContain(ada.who);
  const docs = (await stored(app.store, app.scope)).filter(({ kind }) => /^(expert|reply|consultation)/.test(kind));
  expect(JSON.stringify(docs)).not.toContain(ada.who);
  expect(words(await expectCard(ada.does('consult.show', { ...here, consultation: consultationOf(own) })))).toContain(
    'Ask what a slow session',
  );
});

it('whoever owns a group of the asker is not asked, though listed elsewhere', async () => {
  const olga = await app.person('olga', { manages: true, channel: 'C2' });
  await accept(olga);
  // A third group in which the asker is, owned by Vic.
  const third = await app.person('vic', { manages: true, channel: 'C3' });
  await submit(third, await expectForm(third.does('curbside.setup')), {});
  await accept(third);
  await accept(await app.person('ada', { channel: 'C3' }));
  await bothAgree();
  await lists(vic);
  const own = await ask(ada, about);
  await app.pass(minute);
  const list = await expectCard(ada.does('experts.find', { consultation: consultationOf(own), beyond: 'yes' }));
  expect(JSON.stringify(await press(ada, list, 'Ask'))).toContain('refusal.authority');
});

it('whoever is available is asked in one’s own group too, and who left is neither listed nor named', async () => {
  await bothAgree();
  await lists(vic);
  await lists(eve);
  const own = await ask(ada, about);
  await app.pass(minute);
  const where = { ...here, consultation: consultationOf(own), wanted: 'trauma', beyond: 'yes' };
  await expectCard(ada.does('experts.ask', where));
  await app.pass(0);
  const first = letters(eve).length > 0 ? eve : vic;
  await press(first, lastLetter(first), 'Not now');
  await app.pass(0);
  expect([letters(eve).length, letters(vic).length]).toEqual([1, 1]);
  const second = first === eve ? vic : eve;
  await press(second, lastLetter(second), 'Yes, I’ll reply');
  await app.pass(0);
  await vic.does('privacy.erase');
  expect(await found()).toContain('Nobody is listed');
  const left = (await stored(app.store, app.scope)).filter(({ kind }) => kind.startsWith('expert'));
  expect(JSON.stringify(left)).not.toContain(vic.who);
});

it('is credited in the record with the credential of their own group', async () => {
  await bothAgree();
  await lists(vic);
  const own = await asked();
  const card = await expectCard(press(vic, lastLetter(vic), 'Yes, I’ll reply'));
  await submit(vic, await expectForm(press(vic, card, 'Reply')), { text: 'Ask what a slow session would look like.' });
  await app.pass(0);
  const form = await expectForm(ada.does('record.form', { ...here, consultation: consultationOf(own) }));
  const record = await expectCard(submit(ada, form, { decision: 'I name it.', rationale: 'It helps.', draft: 'yes' }));
  expect(words(record)).toContain(`<${vic.who}>, LMFT`);
  expect(buttons(record).length).toBeGreaterThan(0);
});
