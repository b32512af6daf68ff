import { expect, it } from 'vitest';
import { isResource } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

peerGroup(2);

it.each([
  'https://www.samhsa.gov/resource/dbhis/tip-57-trauma-informed-care',
  'https://www.apa.org/ptsd-guideline/treatments',
  'https://doi.org/10.1037/pst0000123',
  'https://journals.sagepub.com/doi/full/10.1177/0011000020',
])('%s is a resource', (link) => expect(isResource(link)).toBe(true));

it.each([
  'http://www.apa.org/ptsd-guideline',
  'https://example.org/guide',
  'https://apa.org.example.org/guide',
  'https://ada:pass@apa.org/guide',
  'https://locator.apa.org/profile/maria-lopez',
  'https://www.psychiatry.org/members/maria-lopez',
  'https://www.frontiersin.org/people/u/12345',
  'https://journals.plos.org/author/mlopez',
  'https://www.cambridge.org/~mlopez',
  'https://www.facebook.com/apa.org',
  'https://www.apa.org/about/governance/bios/maria-lopez',
  'https://www.apa.org/our-team/maria-lopez',
  'https://www.apa.org/experts/maria-lopez',
  'https://www.apa.org/%70rofile/maria-lopez',
  'https://www.apa.org/%7Emlopez',
  'apa.org/guide',
])('%s is none', (link) => expect(isResource(link)).toBe(false));

const form = async (question = 'What do you read about trauma and sleep?') => {
  const consultation = consultationOf(await ask(ada, { question }));
  await app.pass(0);
  return expectForm(ben.does('consult.reply', { group: await groupId(ada), consultation }));
};

it('a link stands below the reply, as it was typed', async () => {
  await expectCard(submit(ben, await form(), { text: 'This one.', link: 'https://www.samhsa.gov/trauma', as: 'me' }));
  await app.pass(0);
  expect(app.messages.map((m) => words(m.view)).join('\n')).toContain('This one.\n\nhttps://www.samhsa.gov/trauma');
});

it('a link to somebody’s page, or anywhere else, is refused at its field, and nothing is posted', async () => {
  const before = app.messages.length;
  const again = await submit(ben, await form(), {
    text: 'This one.',
    link: 'https://locator.apa.org/profile/x-y',
    as: 'me',
  });
  if (again.is !== 'again') throw new Error('it was taken');
  expect(again.form.fields.find(({ name }) => name === 'link')?.error).toEqual({ key: 'reply.link.error' });
  expect(again.form.fields.find(({ name }) => name === 'text')?.value).toBe('This one.');
  const long = await submit(ben, await form('What do you read about grief?'), {
    text: 'x '.repeat(995),
    link: 'https://www.samhsa.gov/trauma',
    as: 'me',
  });
  expect(long.is).toBe('again');
  await app.pass(0);
  expect(app.messages.slice(before).every((m) => !words(m.view).includes('This one.'))).toBe(true);
});

it.each([
  ['https://www.samhsa.gov/maria-lopez-dob-1990-02-03', '[Link]'],
  ['https://www.apa.org/search?q=divorce', '[Link]'],
  ['https://www.cdc.gov/redirect?to=facebook.com/m.l', '[Link]'],
])('a reply with something in its link that may tell gets the preview: %s', async (link, instead) => {
  const preview = await expectCard(submit(ben, await form(), { text: 'This one.', link, as: 'me' }));
  await app.pass(0);
  expect(words(preview)).toContain(`This one.\n\n${instead}`);
  expect(app.messages.map((m) => words(m.view)).join('\n')).not.toContain('This one.');
});
