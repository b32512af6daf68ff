import { expect, test } from 'vitest';
import { scene } from './scene.ts';

const { visit, button, dialog, field, line, card, go, become, accessible } = scene();

test.each([
  ['laptop', 'light'],
  ['phone', 'dark'],
] as const)('a case goes from her own words to a closed, documented consultation, on a %s', async (size, scheme) => {
  const page = await visit(size, scheme);
  await accessible('first visit');

  await line().fill('/consult ask How do I bring Odette in without losing the kid?');
  await page.keyboard.press('Enter');
  await field('Your question').waitFor();
  expect(await field('Your question').inputValue()).toBe('How do I bring Odette in without losing the kid?');
  await accessible('the form');
  await field('Relevant background').fill(
    'Tamsin, 15, moved to Heathcote High in March. Evenings are worst. Her mother Odette found out from a post.',
  );
  await button('Show preview').click();

  await card().getByText('This is what colleagues will see').waitFor();
  await accessible('the preview');
  const shown = (await card().locator('blockquote').allTextContents()).join('\n');
  for (const name of ['Tamsin', 'Heathcote', 'Odette']) expect(shown).not.toContain(name);
  expect(await card().locator('mark').count()).toBeGreaterThan(2);

  await button('Post anonymously').click();
  await page.getByText('Check the confirmation box before posting').waitFor();
  await page.getByLabel('I’ve read this').check();
  await button('Post anonymously').first().click();
  await page.getByText('Your question will be posted anonymously at').waitFor();
  expect(await page.locator('.message').count()).toBe(0);
  await accessible('posted');

  await page.locator('#clock-hour').click();
  await page.locator('.channel .message').waitFor();
  const category = await page.locator('.channel .message').textContent();
  expect(category).toContain('Case question');
  expect(category).not.toMatch(/Rowan|kid|Evenings/);

  if (size === 'phone') await go('People');
  await become('Imani Thistlewood');
  await page.getByRole('link', { name: /in the thread|Open thread/ }).click();
  await page.locator('.thread blockquote', { hasText: 'Evenings are worst' }).waitFor();
  expect(await page.locator('.thread').textContent()).not.toMatch(/Odette|Tamsin|Heathcote|Rowan/);
  await accessible('the thread');
  await button('Reply').click();
  await field('Your reply').fill('I let the young person decide what the parent hears first.');
  await accessible('the reply');
  await dialog().getByRole('button', { name: 'Reply' }).click();
  await page.getByText('Your reply was posted.').waitFor();
  const reply = page.locator('.thread .message', { hasText: 'I let the young person decide' });
  await reply.waitFor();
  expect(await reply.textContent()).toContain('Imani Thistlewood, PhD');

  if (size === 'phone') await go('People');
  await become('Rowan Ellery');
  await go('Home');
  await page.getByText('Needs your attention', { exact: true }).waitFor();
  await accessible('home');
  await go('Channel');
  // Only one thing here is called "Close": what ends the consultation.
  expect(await page.locator('.thread').getByRole('link', { name: /close/i }).count()).toBe(0);
  await page.getByRole('link', { name: 'Hide thread' }).click();
  await line().fill('/consult close');
  await page.keyboard.press('Enter');
  await card().getByRole('button', { name: 'Close and document' }).click();
  await dialog().getByText('Close and document').waitFor();
  expect(await field('Imani Thistlewood').isChecked()).toBe(true);
  await field('Advice received').fill('Let the young person decide what the parent hears first.');
  await field('Your decision').fill('Ask her in the next session what her mother may know.');
  await field('Rationale (including advice not followed)').fill('Her trust keeps the safety plan alive.');
  await field('Minutes').fill('9999');
  await accessible('the record form');
  await dialog().getByRole('button', { name: 'Finish and lock' }).click();

  await dialog().getByText('9999 is more than 8 hours').waitFor();
  await page.locator('#field-minutes:focus').waitFor();
  expect(await field('Your decision').inputValue()).toBe('Ask her in the next session what her mother may know.');
  await accessible('the form again');
  await field('Minutes').fill('15');
  await dialog().getByRole('button', { name: 'Finish and lock' }).click();
  await card().getByText('The consultation closes in a few minutes.').waitFor();
  await card().getByText('The record is locked').waitFor();
  await accessible('the record');
  await card().getByRole('button', { name: 'Copy for my chart' }).click();
  await card().getByRole('button', { name: 'Copy', exact: true }).click();
  await card().getByRole('button', { name: 'Copied' }).waitFor();
  // Also after everything else on the page was drawn anew.
  await page.evaluate(`import('/assets/refresh.js').then(({ refresh }) => refresh())`);
  expect(await card().getByRole('button', { name: 'Copied' }).count()).toBe(1);
  const chart = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(chart).toContain('Ask her in the next session what her mother may know.');
  expect(chart).toContain('Imani Thistlewood, PhD');
  expect(chart).not.toMatch(/Odette|Tamsin|Heathcote/);
  await page.locator('#clock-hour').click();
  await page.locator('.channel .message', { hasText: 'Closed' }).waitFor();

  if (size === 'phone') await go('Before/after');
  const left = page.locator('.left');
  expect(await left.locator('del').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('Tamsin')]),
  );
  expect(await left.locator('ins').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('[Client]')]),
  );
  await accessible('what left the screen');
});

test.each(['laptop', 'phone'] as const)('the tour is clicked through without typing, on a %s', async (size) => {
  const page = await visit(size);
  await page.getByRole('link', { name: 'Ask as Rowan' }).click();
  await button('Show preview').click();
  await page.getByLabel('I’ve read this').check();
  await button('Post as me').click();
  await page.getByRole('link', { name: 'Answer as Imani' }).click();
  await dialog().getByRole('button', { name: 'Reply' }).click();
  await page.getByRole('link', { name: 'Close as Rowan' }).click();
  await dialog().getByRole('button', { name: 'Finish and lock' }).click();
  await page.getByText('That’s the whole workflow').waitFor();
  await button('Copy for my chart').click();
  await accessible('the end of the tour');
});
