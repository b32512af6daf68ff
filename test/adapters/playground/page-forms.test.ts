import { expect, test } from 'vitest';
import { question, questionScene } from './question-scene.ts';
import { hostile } from './views.ts';

const {
  visit,
  stopServer,
  startServer,
  expectErrors,
  button,
  dialog,
  field,
  line,
  card,
  become,
  accessible,
  openForm,
  toPreview,
} = questionScene();

test('a doubtful word is kept or replaced at once, and the focus stays on the choice', async () => {
  const page = await visit();
  await openForm();
  await field('Your question').fill('We talk about April. I asked Faith about it, and Dawn is hard. What helps?');
  await button('Show preview').click();
  const choice = card().locator('[data-pick] input').first();
  await choice.waitFor();
  const word = (await card().locator('[data-pick] label').first().textContent()) ?? '';
  const kept = card().locator('blockquote', { hasText: word });
  await kept.waitFor({ state: 'detached' });
  await choice.check();
  await kept.waitFor();
  await page.locator('[data-pick] input:focus').waitFor();
  await choice.uncheck();
  await kept.waitFor({ state: 'detached' });
});

test('what cannot be undone asks first; no means no', async () => {
  const page = await visit();
  await toPreview();
  await button('Discard').click();
  await page.getByText('Discard this draft?').waitFor();
  await accessible('the question');
  await button('Cancel').click();
  await card().getByText('This is what colleagues will see').waitFor();
  await button('Discard').click();
  await page.locator('#question').getByRole('button', { name: 'Discard' }).click();
  await page.getByText('The draft was discarded').waitFor();
});

test('leaving a form that holds typed text asks first, an untouched one does not', async () => {
  const page = await visit();
  await openForm();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  await openForm();
  await field('Relevant background').fill('Not to be lost');
  await page.keyboard.press('Escape');
  await button('Stay').click();
  expect(await field('Relevant background').inputValue()).toBe('Not to be lost');
  for (const stays of [1, 2, 3]) {
    await page.keyboard.press('Escape');
    await button('Stay').waitFor();
    await page.keyboard.press('Escape');
    await button('Stay').waitFor({ state: 'hidden' });
    expect(await field('Relevant background').inputValue(), `after ${stays} times`).toBe('Not to be lost');
  }
  await page.keyboard.press('Escape');
  await button('Leave').click();
  await dialog().waitFor({ state: 'hidden' });
});

test('no answer to something else takes away what is being typed, and what leads out of a form asks first', async () => {
  const page = await visit();
  await line().fill('/consult mine');
  await line().press('Enter');
  await card().waitFor();
  let letThrough = (): void => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/press', async (route) => {
    await held;
    await route.continue();
  });
  // A slow answer, and a form opened meanwhile.
  await page.evaluate(`
    const button = Object.assign(document.createElement('button'), { id: 'slow', textContent: 'Slow' });
    Object.assign(button.dataset, { do: 'curbside.help', with: '{}' });
    document.querySelector('[data-line]').before(button);
    button.click();
  `);
  await openForm();
  await field('Relevant background').fill('Not to be lost');
  letThrough();
  await page.locator('.private').nth(1).waitFor({ state: 'attached' });
  expect(await field('Relevant background').inputValue()).toBe('Not to be lost');
  // A way on inside the form, as a refusal has one.
  await page.evaluate(`
    document.getElementById('form-refusal').innerHTML =
      '<button type="button" data-do="curbside.agreement" data-with="{}">Read the agreement</button>';
  `);
  await button('Read the agreement').click();
  await button('Stay').click();
  expect(await field('Relevant background').inputValue()).toBe('Not to be lost');
  await button('Read the agreement').click();
  await button('Leave').click();
  await dialog().waitFor({ state: 'hidden' });
});

test('a question that is asked again at once is answered by its own button', async () => {
  const page = await visit();
  await openForm();
  await field('Relevant background').fill('Not to be lost');
  await page.keyboard.press('Escape');
  await button('Stay').waitFor();
  // Stay, and Escape again before the browser has told of the first closing.
  await page.evaluate(`
    document.querySelector('#question button').click();
    document.getElementById('form-dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
  `);
  await button('Leave').click();
  await dialog().waitFor({ state: 'hidden' });
});

test('a wrong form comes back with the first wrong field in focus and nothing lost', async () => {
  const page = await visit();
  await openForm();
  await field('Your question').fill('short');
  await field('Relevant background').fill(hostile);
  await button('Show preview').click();
  await page.locator('#field-question:focus').waitFor();
  await dialog().getByText('at least 10 characters').waitFor();
  expect(await field('Relevant background').inputValue()).toBe(hostile);
});

test('first use: the agreement comes first, and what was typed comes right after', async () => {
  const page = await visit();
  await become('Tomasz Willowby');
  await line().fill(`/consult ask ${question}`);
  await line().press('Enter');
  await button('Accept and continue').click();
  await accessible('joining');
  await field('Credential').fill('LCSW');
  await dialog().getByLabel('Licensed', { exact: true }).check();
  await button('Join').click();
  await dialog().getByText('Ask your colleagues').waitFor();
  expect(await field('Your question').inputValue()).toBe(question);
  await page.keyboard.press('Escape');
});

test('a stopped server is said in plain words, keeps what was typed, and is noticed when it is back', async () => {
  const page = await visit();
  await openForm();
  await field('Your question').fill(question);
  await stopServer();
  await dialog().getByText('Can’t reach the playground').waitFor();
  await button('Show preview').click();
  await dialog().getByText('This didn’t go through').waitFor();
  expect(await field('Your question').inputValue()).toBe(question);
  await startServer();
  await page.locator('#trouble').waitFor({ state: 'hidden' });
  await page.locator('#form-trouble').waitFor({ state: 'hidden' });
  await button('Show preview').click();
  await card().getByText('This is what colleagues will see').waitFor();
  expect(expectErrors().length).toBeGreaterThan(0);
});

test('what did not go through says why, beside what one writes, and is over with the next thing', async () => {
  const page = await visit();
  await page.route('**/line', (route) => route.fulfill({ status: 403, body: '' }), { times: 1 });
  await line().fill('Good morning');
  await line().press('Enter');
  const bar = page.locator('#trouble');
  await bar.getByText('isn’t one it knows').waitFor();
  const [top, bottom] = [await bar.boundingBox(), await page.locator('#line-form').boundingBox()];
  expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeLessThanOrEqual((top?.y ?? 0) + 1);
  expect((top?.y ?? 0) + (top?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  await line().press('Enter');
  await page.locator('.channel .message', { hasText: 'Good morning' }).waitFor();
  expect(await bar.isVisible()).toBe(false);
  expect(expectErrors().length).toBeGreaterThan(0);
});

test('what was wrong with a form is in no live region once the form is sent', async () => {
  const page = await visit();
  await openForm();
  await field('Your question').fill('short');
  await button('Show preview').click();
  await dialog().getByText('Please fix the highlighted field').waitFor();
  await field('Your question').fill(question);
  await button('Show preview').click();
  await card().getByText('This is what colleagues will see').waitFor();
  const said = await page.locator('[role=status], [role=alert]').allTextContents();
  expect(said.join(' ')).not.toContain('highlighted');
});

test('what is entered before the page’s scripts have arrived is done when they have', async () => {
  const page = await visit();
  let letThrough = (): void => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/assets/page.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await line().fill(`/consult ask ${question}`);
  await page.keyboard.press('Enter');
  expect(await dialog().isVisible()).toBe(false);
  letThrough();
  await field('Your question').waitFor();
  expect(await field('Your question').inputValue()).toBe(question);
  expect(new URL(page.url()).search).toBe('');
});
