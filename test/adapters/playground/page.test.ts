import { expect, test } from 'vitest';
import { question, questionScene } from './question-scene.ts';
import { hostile } from './views.ts';

const { page: onPage, visit, url, button, line, card, accessible, toPreview } = questionScene();

test('typing / lists the commands with a line of help each; arrows, Enter and Escape work in the list', async () => {
  const page = await visit();
  await line().fill('/');
  const list = page.getByRole('listbox', { name: 'Commands' });
  expect(await list.getByRole('option').count()).toBeGreaterThan(8);
  await accessible('the list of commands');
  await line().pressSequentially('curbside h');
  expect(await list.getByRole('option').allTextContents()).toEqual([
    expect.stringContaining('/curbside home'),
    expect.stringContaining('/curbside help'),
  ]);
  await line().press('ArrowDown');
  await line().press('ArrowDown');
  expect(await line().getAttribute('aria-activedescendant')).toBe(
    await list.getByRole('option', { name: '/curbside help' }).getAttribute('id'),
  );
  await line().press('Enter');
  expect(await line().inputValue()).toBe('/curbside help');
  await page.getByText('Enter again runs the command.').waitFor();
  await line().press('Enter');
  await card().getByText('What Curbside does').first().waitFor();
  expect(await line().inputValue()).toBe('');
  await page.getByText('Messages typed here post unchecked. Use /consult ask.').waitFor();
  await line().fill('/c');
  await line().press('Escape');
  await list.waitFor({ state: 'hidden' });
  await line().fill('/nothing at all');
  await line().press('Enter');
  await page.getByText('We don’t know this command.').waitFor();
  expect(await line().inputValue()).toBe('/nothing at all');
});

test('a command that is refused stays in the line; the agreement takes it along', async () => {
  const page = await visit();
  await line().fill('/curbside settings');
  await line().press('Enter');
  await card().getByText('Only this group’s owners can do this').waitFor();
  expect(await line().inputValue()).toBe('/curbside settings');
  await page.goto(`${url()}/?as=tomasz`);
  await line().fill(`/consult ask ${question}`);
  await line().press('Enter');
  await button('Accept and continue').waitFor();
  expect(await line().inputValue()).toBe('');
});

test('by keyboard alone from the question to the post', async () => {
  const page = await visit();
  await page.keyboard.press('Tab');
  await page.locator('.skip:focus').waitFor();
  await page.keyboard.press('Enter');
  await line().focus();
  await page.keyboard.type(`/consult ask ${question}`);
  await page.keyboard.press('Enter');
  await page.locator('#field-question:focus').waitFor();
  await button('Show preview').focus();
  await page.keyboard.press('Enter');
  await page.locator('.private:focus').waitFor();
  const attest = card().getByLabel('I’ve read this');
  await attest.focus();
  await page.keyboard.press('Space');
  await page.locator('.private input:checked:focus').waitFor();
  for (let i = 0; i < 10 && !(await page.locator(':focus', { hasText: 'Post as me' }).count()); i++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.channel .message').waitFor();
});

test('a double click posts once', async () => {
  const page = await visit();
  await toPreview();
  await card().getByLabel('I’ve read this').check();
  await button('Post as me').dblclick();
  await page.getByRole('link', { name: '1 message in the thread' }).waitFor();
  expect(await page.locator('.channel .message').count()).toBe(1);
});

test('hostile text is text in the real page too', async () => {
  const page = await visit();
  await line().fill(hostile);
  await line().press('Enter');
  const message = page.locator('.channel .message .typed');
  await message.waitFor();
  expect(await message.textContent()).toBe(hostile);
  expect(await message.locator('*').count()).toBe(0);
});

test('a new message is told to a screen reader, and does not disturb what is being typed', async () => {
  const page = await visit();
  await line().fill('half a sentence');
  const other = await page.context().newPage();
  await other.goto(`${url()}/?as=noor`);
  await other.getByLabel('Message or command').fill('Good morning');
  await other.getByLabel('Message or command').press('Enter');
  await page.getByRole('status').getByText('New message from Noor Quillfeather').waitFor({ state: 'attached' });
  expect(await line().inputValue()).toBe('half a sentence');
  await page.locator('#line:focus').waitFor();
});

test('the guide, the home page of a newcomer and direct messages are accessible and say something when empty', async () => {
  const page = await visit('phone', 'dark', '?as=tomasz&at=direct');
  await page.getByText('Nothing here. Curbside only sends').waitFor();
  await accessible('direct messages');
  await page.goto(`${url()}/?as=tomasz&at=home`);
  await accessible('a newcomer’s home');
  await page.goto(`${url()}/?as=rowan&at=people`);
  await accessible('people');
  await page.goto(`${url()}/?as=rowan&at=left`);
  await page.getByText('Nothing was typed yet').waitFor();
  await page.goto(`${url()}/?as=rowan`);
  await line().fill('/curbside guide');
  await line().press('Enter');
  await card().waitFor();
  await accessible('the guide');
  expect(await onPage().title()).toBe('Rowan Ellery · Curbside playground');
});
