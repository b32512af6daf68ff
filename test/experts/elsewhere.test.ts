import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ask, consultationOf, press, recordOf, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { accept, expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { addOn, agree, lists, minute, type TwoGroups, twoGroups } from './two-groups.ts';

const hour = 60 * minute;

let two: TwoGroups;
let app: TestApp;
let ada: Person;
let eve: Person;
let uma: Person;
let vic: Person;
let here: { group: string };
let there: { group: string };
let about: TwoGroups['about'];

beforeEach(async () => {
  two = await twoGroups();
  ({ app, ada, eve, uma, vic, here, there, about } = two);
});
afterEach(() => app.remove());

const bothAgree = (): Promise<void> => two.bothAgree();
const letters = (who: Person): string[] => two.letters(who);
const lastLetter = (who: Person): Card => two.lastLetter(who);
const inChannels = (): string => two.inChannels();
const asked: TwoGroups['asked'] = (how) => two.asked(how);

const found = async (who: Person = ada) => words(await expectCard(who.does('experts.find', { beyond: 'yes' })));

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
  const record = await recordOf(
    ada,
    submit(ada, form, { decision: 'I name it.', rationale: 'It helps.', draft: 'yes' }),
  );
  expect(words(record)).toContain(`<${vic.who}>, LMFT`);
  expect(buttons(record).length).toBeGreaterThan(0);
});
