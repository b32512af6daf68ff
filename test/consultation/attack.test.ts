import { afterEach, expect, it } from 'vitest';
import { type Answer, type Route, routes } from '../../src/index.ts';
import { ask, closeAndDocument, press, submit } from '../fixtures/steps.ts';
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
import { words } from '../fixtures/view-text.ts';

const minute = 60_000;
const opened: TestApp[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.remove();
});

/** Who acts without a name, and who could be meant in their place: both do the same by name. */
type Author = 'ben' | 'cleo';
const candidates: readonly Author[] = ['ben', 'cleo'];
const everyone = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye'];

interface World {
  readonly app: TestApp;
  readonly people: Readonly<Record<string, Person>>;
  /** What an attacker may know of it: ids of everything that is about the questions. */
  readonly ids: readonly Readonly<Record<string, string>>[];
}

/**
 * A group in which all is the same but who the anonymous author is. They ask, answer a reply, change the question, have an expert
 * asked, close with a record and an outcome; a second question stays open with an edit on its way, a third one still waits.
 */
async function world(author: Author): Promise<World> {
  const app = await openTestApp();
  opened.push(app);
  const features = { features: 'consultation,checkin,supervision' };
  const people = await group(app, everyone, features);
  const gil = await app.person('gil', { manages: true, channel: 'C2' });
  await submit(gil, await expectForm(gil.does('curbside.setup')), {});
  await accept(gil);
  const [me, dina] = [people[author], people.dina] as [Person, Person];
  const at = { group: await groupId(dina) };
  await expectCard(submit(dina, await expectForm(dina.does('experts.me')), { specialties: 'trauma', open: 'yes' }));
  for (const name of candidates) {
    await ask(people[name] as Person, { question: 'How do you begin a hard session?' });
    await app.pass(minute);
  }
  const reply = async (who: Person, consultation: string, as: string) =>
    submit(who, await expectForm(who.does('consult.reply', { ...at, consultation })), {
      ...{ text: 'I would say so ten minutes before the end.', as },
    });
  const idOf = (card: unknown) => JSON.stringify(card).match(/"consultation":"([^"]+)"/)?.[1] ?? '';
  const own = await ask(me, { question: 'How do I slow down trauma work that runs ahead?' }, 'Post anonymously');
  const first = idOf(own);
  await app.pass(21 * minute);
  await reply(dina, first, 'me');
  await reply(people[candidates.find((one) => one !== author) as Author] as Person, first, 'colleague');
  await app.pass(6 * minute);
  await reply(me, first, 'me');
  await me.does('experts.ask', { ...at, consultation: first, wanted: 'trauma' });
  await app.pass(10 * minute);
  const close = await closeAndDocument(me, await expectCard(me.does('consult.show', { ...at, consultation: first })));
  const share = { guidance: 'Set a timer.', decision: 'A timer.', rationale: 'It helps.', outsiders: 'Rowan,' };
  await submit(me, close, { ...share, share: 'yes' });
  await app.pass(10 * minute);
  const open = await ask(me, { question: 'How do I word a letter after a no-show?' }, 'Post anonymously');
  await app.pass(21 * minute);
  const second = idOf(open);
  const shown = await expectCard(me.does('consult.show', { ...at, consultation: second }));
  await submit(me, await expectForm(press(me, shown, 'Edit')), {
    question: 'How do I word a letter after two no-shows?',
  });
  await reply(me, second, 'me');
  const third = idOf(await ask(me, { question: 'How do I end a group that went on for years?' }, 'Post anonymously'));
  const docs = await stored(app.store, app.scope);
  const replies = docs.flatMap(({ kind, doc }) =>
    kind === 'reply' ? [doc as unknown as { id: string; voice: string }] : [],
  );
  const [asker, colleague] = ['asker', 'colleague'].map((voice) => replies.find((r) => r.voice === voice)?.id ?? '');
  const turn = docs.find(({ kind }) => kind === 'expertTurn')?.doc.id ?? '';
  const all = { ...at, turn };
  return {
    app,
    people: { ...people, gil, max: await app.person('max', { manages: true, channel: 'C1' }) },
    ids: [
      { ...all, consultation: first, reply: asker ?? '' },
      { ...all, consultation: second, reply: colleague ?? '' },
      { ...all, consultation: third, reply: 'none' },
    ],
  };
}

/** Values for every field that a command may want, so that as much as can be gets past the forms. */
const typed = {
  ...{ words: 'session', text: 'That helps.', question: 'How do you end a session?', as: 'me', on: 'yes' },
  ...{ format: 'csv', chosen: 'all', page: '0', month: '2026-03', version: '1', topic: 'case', urgency: 'no_rush' },
  ...{ minutes: '15', date: '2026-03-05', mode: 'thread', guidance: 'Ok.', decision: 'Ok.', rationale: 'Ok.' },
  ...{ offered: 'curbside', stepHours: '24', anonymity: 'allow', addOns: '', names: 'Perinatal', wanted: 'trauma' },
  ...{ zone: 'America/New_York', features: 'consultation', quietFrom: '18:00', quietTo: '08:30', nudgeHours: '24' },
};

const byPeople = routes.filter(({ who }) => who !== 'timer' && who !== 'platform');
const isAboutOne = ({ input }: Route): boolean =>
  'shape' in input && ['consultation', 'reply', 'turn'].some((name) => name in (input.shape as object));
/** Looks come before changes, and what takes something away comes last. */
const order = ({ name, kind }: Route): number =>
  name === 'privacy.erase' ? 3 : /remove|discard|delete|leave|erase/.test(name) ? 2 : kind === 'command' ? 1 : 0;

/** An answer as an attacker reads it: its words, its buttons, and its files; ids and references by what they stand for. */
function read({ people }: World, answer: Answer): string {
  const view = answer.is === 'again' ? answer.form : answer.view;
  const files = view.is === 'form' ? [] : view.blocks.filter((b) => b.is === 'file');
  const text = `${answer.is} ${words(view)} ${JSON.stringify(files)} ${JSON.stringify(view)
    .match(/"do":"[^"]+"/g)
    ?.join()}`;
  return anonymized(text, people);
}

function anonymized(text: string, people: World['people']): string {
  const named = Object.entries(people).reduce((t, [name, { who }]) => t.replaceAll(who, name), text);
  // A code to link an account is drawn for each.
  return named.replace(/\bid\d{4}[a-z0-9]+|\b(?=[a-z]*\d)[a-z0-9]{14,}\b|\b(?:[0-9A-F]{4}-){2}[0-9A-F]{4}\b/gi, '#');
}

/** Everything that one attacker is answered, command by command. */
async function attacked(of: World, attacker: string, chosen: readonly Route[]): Promise<string[]> {
  const person = of.people[attacker] as Person;
  const seen: string[] = [];
  for (const route of [...chosen].sort((a, b) => order(a) - order(b)))
    for (const ids of isAboutOne(route) ? of.ids : of.ids.slice(0, 1)) {
      const answer = await person.does(route.name, { ...typed, ...ids });
      seen.push(`${attacker} ${route.name}: ${read(of, answer)}`);
    }
  return seen;
}

/** What the platform has, which an administrator there can export, and what the log says. */
const around = ({ app, people }: World): string[] => [
  ...app.messages
    .filter(({ place }) => place.is !== 'direct' || !candidates.some((name) => people[name]?.who === place.to))
    .map(({ view, place }) => anonymized(`${place.is} ${words(view)}`, people)),
  // Of the log, what an hour and a size of this run say is no difference between the two.
  anonymized(app.logged.join('\n'), people).replace(/"(?:time|bytes|ms|code)":(?:"[^"]*"|[\d.]+)/g, ''),
];

/**
 * Two worlds, played command by command: it takes its time (some 15 s), as nothing less shows that there is no command, export,
 * count, order, message or line of the log left in which they differ.
 */
it('nobody can tell from any command, export, message, or log which of two colleagues acted without a name', async () => {
  const worlds = await Promise.all(candidates.map(world));
  const about = byPeople.filter(isAboutOne);
  const looks = byPeople.filter(({ kind }) => kind === 'query');
  // It would be seen: an author's own page is another one than that of whoever is not.
  const [one, other] = worlds as [World, World];
  const mine = async (of: World, author: Author) => read(of, await (of.people[author] as Person).does('consult.mine'));
  expect(await mine(one, 'ben')).toContain('slow down trauma');
  expect(await mine(other, 'ben')).not.toContain('slow down trauma');
  const played: string[][] = [];
  for (const of of worlds) {
    const seen = [...around(of)];
    seen.push(...(await attacked(of, 'dina', looks)));
    seen.push(...(await attacked(of, 'gil', about)));
    seen.push(...(await attacked(of, 'max', about)));
    seen.push(...(await attacked(of, 'ada', byPeople)));
    await of.app.pass(60 * minute);
    played.push([...seen, ...around(of)]);
  }
  const [first, second] = played as [string[], string[]];
  expect(first.length).toBeGreaterThan(400);
  expect(first.filter((line) => /slow down trauma/.test(line)).length).toBeGreaterThan(3);
  const differ = first.flatMap((line, i) => (line === second[i] ? [] : [[line, second[i]]]));
  expect(differ).toEqual([]);
}, 60_000);
