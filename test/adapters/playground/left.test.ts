import { expect, test } from 'vitest';
import { postFields } from '../../../adapters/playground/pages/before-after.ts';
import { routes } from '../../../src/index.ts';
import { groupId, ownPlayground, pageWith, visit } from './own-playground.ts';
import { valuesOf } from './visitor.ts';

ownPlayground();

/** The entries of "Before and after", newest first, as one reads them. */
const left = async (query = 'as=imani'): Promise<string[]> => {
  const [, panel = ''] = (await visit.page(query)).split('class="left-list"');
  return panel
    .split('<article>')
    .slice(1)
    .map((entry) => entry.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
};

const typed = 'How do I tell Odette, a second-grade teacher since 2019, that I am moving away?';

async function draft() {
  await visit.press('rowan', 'channel', 'consult.draft', { group: await groupId() }, { question: typed });
  return valuesOf(await visit.page('as=rowan'), 'consult.post');
}

async function post(values: Record<string, string>) {
  await visit.press('rowan', 'channel', 'consult.attest', { ...values, on: 'yes' });
  await visit.press('rowan', 'channel', 'consult.post', { ...values, as: 'me' });
  const [, thread = ''] = (await pageWith('as=imani', 1)).match(/id="m-([\w-]+)"/) ?? [];
  await pageWith(`as=imani&thread=${thread}`, 2);
  return thread;
}

test('words to hide take nothing of the case’s place: the case stands beside what colleagues got of it', async () => {
  const values = await draft();
  await visit.press('rowan', 'channel', 'consult.hide.save', values, { words: 'second-grade teacher\n2019' });
  expect(await left()).toEqual([expect.stringContaining(typed)]);
  // Hiding made a new version of the draft.
  await post({ ...values, version: '2' });
  const [entry = '', ...others] = await left();
  expect(others).toEqual([]);
  expect(entry).not.toContain('posted');
  const [, got = ''] = entry.split('Colleagues got');
  expect(got).not.toMatch(/second-grade|2019|Odette/);
  expect(got).toContain('that I am moving away?');
});

test('a record is called a record, and only a decision that is shared is called a post', async () => {
  const thread = await post(await draft());
  const page = await visit.page(`as=rowan&thread=${thread}`);
  const close = valuesOf(page, 'consult.reply');
  const notes = {
    guidance: 'Say it early, and twice.',
    decision: 'Tell her next week and leave time for questions.',
    rationale: 'She asked twice already.',
    minutes: '15',
  };
  await visit.press('rowan', `thread ${thread}`, 'record.save', close, { ...notes, share: 'no' });
  const [record = '', asked = '', ...others] = await left();
  expect(others).toEqual([]);
  expect(record).toContain('Say it early, and twice.');
  expect(record).toContain('This stays in a private record.');
  expect(asked).toContain('that I am moving away?');
});

test('every form named as leading to a post is one of Curbside’s', () => {
  const names = routes.map((route) => route.name);
  for (const name of Object.keys(postFields)) expect(names).toContain(name);
});

test('all fields of a structure stand as typed, and go with whoever erases what is theirs', async () => {
  const fields = { question: 'Did I end the last session too abruptly?', noticed: 'I stood up while she was talking.' };
  await visit.press('rowan', 'channel', 'consult.draft', { group: await groupId(), template: 'about_my_work' }, fields);
  const [entry = ''] = await left();
  for (const text of Object.values(fields)) expect(entry.split('Colleagues got')[0]).toContain(text);
  await visit.press('rowan', 'direct', 'privacy.erase', {});
  expect(await left()).toEqual([]);
});

test('a question that goes out later says when, and once taken back no longer', async () => {
  const values = await draft();
  await visit.press('rowan', 'channel', 'consult.attest', { ...values, on: 'yes' });
  await visit.press('rowan', 'channel', 'consult.post', { ...values, as: 'anonymous' });
  const [entry = ''] = await left();
  expect(entry).toMatch(/Nothing yet\. This goes out at \d+:\d\d [AP]M\./);
  expect(entry).not.toContain('wasn’t posted');
  const page = await visit.page('as=rowan');
  const [, card = ''] = page.match(/data-dismiss="([^"]*)"/) ?? [];
  expect(card).not.toBe('');
  await visit.press('rowan', 'channel', 'consult.remove', { ...valuesOf(page, 'consult.remove') });
  expect((await left())[0]).not.toContain('goes out');
});

test('attempts that were not accepted are one entry, which says so', async () => {
  for (const question of ['Too short', 'Why him'])
    await visit.press('rowan', 'channel', 'consult.draft', { group: await groupId() }, { question });
  const [refused = '', ...others] = await left();
  expect(refused).toContain('Why him');
  expect(refused).toContain('This wasn’t accepted.');
  expect(others).toEqual([]);
});
