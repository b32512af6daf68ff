import { expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf, post, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { minute } from './thread-steps.ts';

peerGroup(3);

const questions = {
  boundaries: {
    question: 'How do I keep boundaries when a session runs over?',
    facts: 'Two grandparents raise the child, and a kinship court is involved.',
  },
  sleep: { question: 'Who treats insomnia without medication first?', topic: 'treatment_strategy' },
};

async function asked(): Promise<Record<'boundaries' | 'sleep', Card>> {
  const boundaries = await ask(ada, questions.boundaries);
  await app.pass(minute);
  const sleep = await ask(ada, questions.sleep);
  await app.pass(0);
  return { boundaries, sleep };
}

const looked = (who: Person, text: string): Promise<Card> => expectCard(who.does('consult.find', { words: text }));
const find = async (who: Person, text: string): Promise<string> => words(await looked(who, text));
const narrowed = async (who: Person, by: string, chosen: string): Promise<string> =>
  words(await expectCard(who.does('consult.find', { [by]: chosen })));

it('finds other forms of a word, a letter wrong, a beginning, and what stands in the background', async () => {
  await asked();
  for (const typed of ['boundary', 'boundries', 'sessoin', 'bounda', 'BOUNDARIES', 'session boundary']) {
    const text = await find(ben, typed);
    expect(text, typed).toContain('How do I keep boundaries');
    expect(text, typed).not.toContain('insomnia');
  }
  expect(await find(ben, 'grandparent')).toContain('Found in the background');
  expect(await find(ben, 'zebra')).toContain('Nothing found.');
  expect(await find(ben, 'insomnia zebra')).toContain('Nothing has all of these words.');
  expect(await find(ben, '')).toMatch(/insomnia[\s\S]*boundaries/);
});

it('narrows by topic, time and status', async () => {
  const { sleep } = await asked();
  const topic = await narrowed(ben, 'topic', 'treatment_strategy');
  expect(topic).toContain('insomnia');
  expect(topic).not.toContain('boundaries');
  await expectCard(ada.does('consult.close', { group: await groupId(ada), consultation: consultationOf(sleep) }));
  expect(await narrowed(ben, 'status', 'closed')).not.toContain('boundaries');
  expect(await narrowed(ben, 'status', 'open')).not.toContain('insomnia');
  app.advance(40 * 24 * 60 * minute);
  expect(await narrowed(ben, 'period', 'month')).toContain('Nothing found.');
  expect(await narrowed(ben, 'period', 'quarter')).toContain('boundaries');
});

it('never shows what is hidden, taken down, erased or not posted yet, right after it was found', async () => {
  const { boundaries, sleep } = await asked();
  const at = { group: await groupId(ada), consultation: consultationOf(boundaries) };
  expect(await find(ben, 'boundaries')).toContain('How do I keep');
  await ben.does('consult.flag', at);
  expect(await find(ben, 'boundaries')).not.toContain('How do I keep');
  expect(await find(ada, 'grandparents')).not.toContain('How do I keep');
  expect(await find(ben, 'insomnia')).toContain('insomnia');
  await press(ada, sleep, 'Take down');
  expect(await find(ben, 'insomnia')).not.toContain('Who treats');
  await ask(cleo, { question: 'How do colleagues use silence with teenagers?' }, 'Post anonymously');
  expect(await find(ben, 'silence')).toContain('Nothing found.');
  await app.pass(21 * minute);
  expect(await find(ben, 'silence')).toContain('use silence');
});

it('is of the group alone, and of its members', async () => {
  await asked();
  const there = await app.person('ada', { manages: true, channel: 'C2' });
  await submit(there, await expectForm(there.does('curbside.setup')), {});
  const other = JSON.stringify(await there.does('curbside.agreement')).match(/"group":"([^"]+)"/)?.[1] ?? '';
  const join = await expectForm(there.does('agreement.form', { group: other }));
  await submit(there, join, { credential: 'LMFT', licensed: 'yes' });
  expect(await find(there, 'boundaries')).toContain('Nothing found.');
  const outsider = await app.person('zoe');
  const refused = JSON.stringify(await outsider.does('consult.find', { words: 'boundaries' }));
  expect(refused).not.toContain('How do I keep');
  expect(refused).toContain('agreement');
});

it('an edited text is found by its new words only', async () => {
  const { boundaries } = await asked();
  expect(await find(ben, 'grandparents')).toContain('How do I keep');
  const edit = await expectForm(press(ada, boundaries, 'Edit'));
  let preview = await expectCard(submit(ada, edit, { facts: 'Two guardians raise the child.' }));
  const line = preview.blocks.find((b) => b.is === 'switch');
  if (line?.is === 'switch') preview = await expectCard(ada.does(line.do, { ...line.with, on: 'yes' }));
  await expectCard(press(ada, preview, 'Post the new text'));
  await app.pass(0);
  expect(await find(ben, 'grandparents')).not.toContain('How do I keep');
  expect(await find(ben, 'guardians')).toContain('How do I keep');
});

it('a search is neither stored, logged nor sent, and memory lets go of it', async () => {
  await asked();
  const secret = 'quetzalcoatl boundaries';
  const card = await looked(ben, secret);
  expect(words(card)).toContain('How do I keep boundaries');
  await app.store.compact();
  // The private answer alone says what was looked for; a notification shows its summary.
  const seen = JSON.stringify([app.messages, card.summary]);
  for (const place of [await app.disk(), app.logged.join('\n'), seen]) expect(place).not.toContain('quetzalcoatl');
  const form = await expectForm(ben.does('consult.find.form'));
  expect(form.fields.find((f) => f.name === 'words')?.value).toBe(secret);
  app.advance(31 * minute);
  expect(words(await expectCard(ben.does('consult.found', { group: await groupId(ada) })))).toContain('has expired');
});

it('narrows by structure and by days, and names a day that it cannot read', async () => {
  await asked();
  expect(await narrowed(ben, 'structure', 'curbside')).toContain('boundaries');
  expect(await narrowed(ben, 'structure', 'balint')).toContain('Nothing found.');
  expect(await narrowed(ben, 'since', '3/5/2026')).toContain('boundaries');
  app.advance(2 * 24 * 60 * minute);
  expect(await narrowed(ben, 'since', '3/6/2026')).toContain('Nothing found.');
  expect(await narrowed(ben, 'until', '3/5/2026')).toContain('boundaries');
  expect(await narrowed(ben, 'until', '3/4/2026')).toContain('Nothing found.');
  expect(await ben.does('consult.find', { since: 'soonish' })).toMatchObject({ is: 'again' });
  expect(await ben.does('consult.find', { since: '3/5/2026', until: '3/4/2026' })).toMatchObject({ is: 'again' });
});

it('says so where nothing has been asked, also while an anonymous question waits to appear', async () => {
  expect(await find(ben, 'sleep')).toContain('There are no questions in this group yet.');
  await ask(ada, questions.boundaries, 'Post anonymously');
  expect(await find(ben, 'sleep')).toContain('There are no questions in this group yet.');
  await app.pass(21 * minute);
  expect(await find(ben, 'sleep')).toContain('Nothing found. Try fewer words');
});

it('a question that waits to appear changes no answer: neither while it waits nor where others are closest', async () => {
  await asked();
  const before = await find(ben, 'insomnia widower');
  expect(before).toContain('Nothing has all of these words.');
  const waiting = await post(ada, { question: 'How do I pace a widower who fears pelicans?' }, 'Post anonymously');
  expect(await find(ben, 'insomnia widower')).toBe(before);
  expect(await find(ben, 'insomnia pelicans')).toContain('Nothing has all of these words.');
  expect(await find(ben, 'pelican')).toContain('Nothing found.');
  expect(words(waiting)).toContain('anonymously');
  await app.pass(30 * minute);
  expect(await find(ben, 'pelican')).toContain('How do I pace a widower');
  expect(await find(ben, 'insomnia widower')).not.toBe(before);
});

it('a group that is read while a question waits finds it once it has appeared', async () => {
  await post(ada, { question: 'How do I pace a widower who fears pelicans?' }, 'Post anonymously');
  expect(await find(ben, 'pelican')).toContain('Nothing');
  await app.pass(30 * minute);
  expect(await find(ben, 'pelican')).toContain('How do I pace a widower');
});

it('each answer says what it was asked and keeps its own result, whatever is looked for later', async () => {
  await asked();
  const again = async (command: string, input: Record<string, string>) => {
    const { scope } = app;
    const given = { scope, who: ben.who, channel: 'C1', manages: false, zone: 'America/New_York', locale: 'en' };
    return words(await expectCard(app.core.lookAgain({ ...given, eventId: 'again', command, input })));
  };
  const one = await ben.does('consult.find', { words: 'boundaries' });
  const other = await ben.does('consult.find', { words: 'zebra', topic: 'treatment_strategy', until: '3/5/2026' });
  if (one.is !== 'view' || other.is !== 'view' || !one.query || !other.query) throw new Error('no answer of a query');
  const first = await again(one.query.command, one.query.input);
  expect(first).toContain('Searched for');
  expect(first).toMatch(/boundaries[\s\S]*How do I keep boundaries/);
  expect(first).not.toContain('zebra');
  const second = await again(other.query.command, other.query.input);
  expect(second).toContain('zebra');
  expect(second).toContain('Treatment strategy · Asked until March 5, 2026');
  expect(second).toContain('Nothing found.');
  if (one.view.is !== 'card') throw new Error('no card');
  const form = await expectForm(press(ben, one.view, 'Change search'));
  expect(form.fields.find((f) => f.name === 'words')?.value).toBe('boundaries');
});
