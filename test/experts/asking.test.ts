import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { openGroup } from '../fixtures/prepared.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { pairUp } from '../supervision/steps.ts';

const minute = 60_000;
const hour = 60 * minute;
const about = { question: 'How do I slow down with trauma work that goes too fast?' };
const none = 'No one is available right now.';

let app: TestApp;
let at: { group: string };
let ada: Person;
let ben: Person;
let cleo: Person;
let dina: Person;

beforeEach(async () => {
  // The first one owns the group.
  const { people, ...opened } = await openGroup(['olga', 'ada', 'ben', 'cleo', 'dina'], {
    features: 'consultation,checkin,supervision',
  });
  app = opened.app;
  [ada, ben, cleo, dina] = [people.ada, people.ben, people.cleo, people.dina] as [Person, Person, Person, Person];
  at = { group: await groupId(ada) };
});
afterEach(() => app.remove());

async function lists(who: Person, values: Record<string, string> = {}): Promise<Card> {
  const form = await expectForm(who.does('experts.me'));
  return expectCard(submit(who, form, { specialties: 'trauma', help: 'ideas', open: 'yes', ...values }));
}

/** Private messages to somebody, as they read now. */
const letters = (who: Person): string[] =>
  app.messages.filter((m) => m.place.is === 'direct' && m.place.to === who.who).map((m) => words(m.view));

const lastLetter = (who: Person): Card =>
  app.messages.filter((m) => m.place.is === 'direct' && m.place.to === who.who).at(-1)?.view as Card;

async function asked(how: 'Post as me' | 'Post anonymously' = 'Post as me'): Promise<Card> {
  const own = await ask(ada, about, how);
  await app.pass(21 * minute);
  return own;
}

const openAgain = (own: Card): Promise<Card> =>
  expectCard(ada.does('consult.show', { ...at, consultation: consultationOf(own) }));

it('a member says what they can be asked about, and colleagues find them', async () => {
  const mine = words(await lists(ben, { specialties: 'trauma,cultural', languages: 'Spanish', jurisdiction: 'Texas' }));
  expect(mine).toContain('You’re on the list.');
  await lists(cleo, { specialties: 'addiction', mentoring: 'yes' });
  const all = words(await expectCard(ada.does('experts.find')));
  expect(all).toContain(`<${ben.who}>, LMFT Trauma · Cultural considerations · Ideas Spanish · Texas`);
  expect(all).toContain('Open to mentoring');
  expect(all).not.toMatch(/\b\d+ (?:times|requests|asked)/);
  const trauma = words(await expectCard(ada.does('experts.find', { ...at, chosen: 'trauma' })));
  expect(trauma).toContain(ben.who);
  expect(trauma).not.toContain(cleo.who);
  await lists(ben, { open: 'no' });
  expect(words(await expectCard(ada.does('experts.find')))).not.toContain(ben.who);
});

it('an owner adds specialties, which are chosen and suggested like the others', async () => {
  const olga = await app.person('olga', { manages: true });
  const form = await expectForm(olga.does('experts.list', at));
  await submit(olga, form, { names: 'Perinatal\nEMDR' });
  const entry = await expectForm(ben.does('experts.me'));
  const field = entry.fields.find((f) => f.name === 'specialties');
  const own =
    field?.is === 'pick' ? field.options.find((o) => 'typed' in o.label && o.label.typed === 'Perinatal') : null;
  await lists(ben, { specialties: own?.value ?? '' });
  expect(words(await expectCard(ada.does('experts.find')))).toContain('Perinatal');
  const card = await ask(ada, { question: 'Who has seen perinatal grief in couples lately?' });
  await app.pass(0);
  expect(words(await openAgain(card))).toContain('Colleagues who know about this can be asked.');
  expect(JSON.stringify(await ada.does('experts.list', at))).toContain('"refused"');
});

it('a yes is told to the asker, and the case is in no message', async () => {
  await lists(ben);
  const own = await asked();
  const card = await openAgain(own);
  await expectCard(press(ada, card, 'Ask about trauma'));
  await app.pass(0);
  const letter = letters(ben).join('\n');
  expect(letter).toContain('A colleague’s opinion. No duty to the client, no supervision.');
  expect(letter).toContain(ada.who);
  expect(letter).not.toContain('too fast');
  await expectCard(press(ben, lastLetter(ben), 'Yes, I’ll reply'));
  await app.pass(0);
  expect(letters(ada).join('\n')).toContain(`A colleague will look at your question: <${ben.who}>`);
  await app.pass(30 * hour);
  expect(letters(ada).join('\n')).not.toContain(none);
});

it('a no is told to nobody: the next one is asked, and the asker reads the same after a day', async () => {
  await lists(ben);
  await lists(cleo);
  const own = await asked();
  await expectCard(press(ada, await openAgain(own), 'Ask about trauma'));
  await app.pass(0);
  const first = letters(ben).length > 0 ? ben : cleo;
  const second = first === ben ? cleo : ben;
  expect(letters(second)).toEqual([]);
  await expectCard(press(first, lastLetter(first), 'Not now'));
  await app.pass(0);
  expect(letters(second)).toHaveLength(1);
  expect(words(lastLetter(first))).toContain('no longer waiting for you');
  const before = words(await openAgain(own));
  expect(before).toContain('Looking for a colleague.');
  for (const who of [ben, cleo]) expect(before).not.toContain(who.who);
  expect(letters(ada)).toEqual([]);
  await app.pass(24 * hour);
  await app.pass(0);
  expect(letters(ada).join('\n')).toContain(none);
  expect(letters(ada).join('\n')).not.toMatch(new RegExp(`${ben.who}|${cleo.who}`));
  expect(JSON.stringify(await stored(app.store, app.scope))).not.toMatch(/declin|refus/i);
});

it('asks who was not asked lately, never over their limit, and nobody who is away', async () => {
  for (const who of [ben, cleo, dina]) await lists(who, { perMonth: '1' });
  await expectCard(cleo.does('curbside.away.save', { ...at, from: '', until: '' }));
  const got = () => [ben, cleo, dina].map((who) => letters(who).length);
  for (let i = 0; i < 3; i += 1) {
    const own = await ask(ada, { question: `How do I go slow with trauma, question ${'abc'[i]}?` });
    await app.pass(minute);
    await expectCard(press(ada, await openAgain(own), 'Ask about trauma'));
    await app.pass(0);
    const on = [ben, dina].find((who) => letters(who).length > 0 && buttons(lastLetter(who)).length > 1);
    if (on) await expectCard(press(on, lastLetter(on), 'Yes, I’ll reply'));
    await app.pass(0);
  }
  expect(got()).toEqual([1, 0, 1]);
});

it('keeps quiet hours', async () => {
  await lists(ben);
  const own = await asked();
  app.advance(5 * hour);
  await expectCard(press(ada, await openAgain(own), 'Ask about trauma'));
  await app.pass(0);
  expect(letters(ben)).toEqual([]);
  await app.pass(14 * hour);
  expect(letters(ben)).toHaveLength(1);
});

describe('authority', () => {
  const refused = 'This person has authority over you in other matters. Ask someone else, or take it to supervision.';

  it('an owner is not asked, and the asker is told why', async () => {
    const olga = await app.person('olga', { manages: true });
    await lists(olga);
    const own = await asked();
    const found = await expectCard(ada.does('experts.find', { ...at, consultation: consultationOf(own) }));
    expect(JSON.stringify(await press(ada, found, 'Ask'))).toContain('refusal.authority');
    await expectCard(press(ada, await openAgain(own), 'Ask about trauma'));
    await app.pass(0);
    expect(letters(olga)).toEqual([]);
    expect(refused).toContain('take it to supervision');
  });

  it('neither is the asker’s supervisor', async () => {
    await lists(ben);
    await pairUp(ada, ben);
    const own = await asked();
    const found = await expectCard(ada.does('experts.find', { ...at, consultation: consultationOf(own) }));
    expect(JSON.stringify(await press(ada, found, 'Ask'))).toContain('refusal.authority');
  });
});

it('for an anonymous question nothing names the asker, and nothing is sent to them', async () => {
  await lists(ben);
  const own = await asked('Post anonymously');
  await expectCard(press(ada, await openAgain(own), 'Ask about trauma'));
  await app.pass(6 * minute);
  expect(letters(ben).join('\n')).toContain('a colleague');
  expect(letters(ben).join('\n')).not.toContain(ada.who);
  const requests = (await stored(app.store, app.scope)).filter(({ kind }) => kind.startsWith('expert'));
  expect(JSON.stringify(requests)).not.toContain(ada.who);
  await app.pass(25 * hour);
  await app.pass(0);
  expect(letters(ada)).toEqual([]);
  expect(words(await openAgain(own))).toContain(none);
});

it('an expert who is erased is listed nowhere, and their name leaves the request', async () => {
  await lists(ben);
  const own = await asked();
  await expectCard(press(ada, await openAgain(own), 'Ask about trauma'));
  await app.pass(0);
  await expectCard(press(ben, lastLetter(ben), 'Yes, I’ll reply'));
  await expectCard(ben.does('privacy.erase'));
  expect(
    JSON.stringify(await stored(app.store, app.scope).then((all) => all.filter((d) => d.kind !== 'outbox'))),
  ).not.toContain(ben.who);
  expect(words(await expectCard(ada.does('experts.find')))).toContain('Nobody is listed for this yet.');
});

it('which question is chosen where there are several, and only one’s own', async () => {
  await lists(ben);
  expect(words(await expectCard(press(ada, await expectCard(ada.does('experts.find')), 'Ask')))).toContain(
    'You have no open questions.',
  );
  const own = await asked();
  const chosen = await expectCard(press(ada, await expectCard(ada.does('experts.find')), 'Ask'));
  expect(button(chosen, 'Ask').with.consultation).toBe(consultationOf(own));
  const other = { ...at, consultation: consultationOf(own), wanted: 'trauma' };
  expect(JSON.stringify(await cleo.does('experts.ask', other))).toContain('refusal.notYours');
});

it('takes the name of whoever said yes out of a request when they leave', async () => {
  await lists(ben);
  const own = await asked();
  const card = await openAgain(own);
  await press(ada, card, 'Ask about trauma');
  await app.pass(minute);
  await press(ben, lastLetter(ben), 'Yes, I’ll reply');
  const requests = async () => (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'expertRequest');
  expect(JSON.stringify(await requests())).toContain(ben.who);
  await ben.does('privacy.erase', { posts: 'keep' });
  expect(await requests()).toHaveLength(1);
  expect(JSON.stringify(await requests())).not.toContain(ben.who);
});

it('asks nobody in the morning about a question that was closed or taken down in the evening', async () => {
  await lists(ben);
  for (const command of ['consult.close', 'consult.remove']) {
    const own = await asked();
    app.advance(6 * hour);
    await expectCard(press(ada, await openAgain(own), 'Ask about trauma'));
    await expectCard(ada.does(command, { ...at, consultation: consultationOf(own) }));
    await app.pass(14 * hour);
    expect(letters(ben), command).toEqual([]);
    await app.pass(60 * hour);
  }
});
