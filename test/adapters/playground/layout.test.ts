import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { scene } from './scene.ts';

const { visit, url, button, dialog, field, line, card, become, go, accessible } = scene();

/** Everything in the page that scrolls up and down by itself and is too long for its place. */
const scrollers = (page: Page, within: string): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('${within}, ${within} *')]
    .filter((e) => e.tagName !== 'TEXTAREA' && /auto|scroll/.test(getComputedStyle(e).overflowY))
    .filter((e) => e.scrollHeight > e.clientHeight)
    .map((e) => e.id || e.className)`);

async function send(command: string) {
  await line().fill(command);
  await line().press('Enter');
}

test.each(['laptop', 'narrow', 'phone'] as const)('a tall form has one scrollbar, on a %s', async (size) => {
  const page = await visit(size, 'light', '?as=beatrix');
  for (const command of ['/consult ask', '/consult log', '/curbside settings']) {
    await send(command);
    await dialog().locator('form').waitFor();
    expect(await scrollers(page, '#form-dialog'), command).toEqual(['dialog-body']);
    const [content, room] = await page.evaluate<number[]>('[document.body.scrollHeight, document.body.clientHeight]');
    expect(content, command).toBe(room);
    const submit = await dialog().locator('[type="submit"]').boundingBox();
    expect((submit?.y ?? 0) + (submit?.height ?? 0), command).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  }
});

test('at 1024 pixels people, conversation and what left stand beside each other', async () => {
  const page = await visit('narrow');
  const boxes = await Promise.all(['.people', '.middle', '.left'].map((pane) => page.locator(pane).boundingBox()));
  const ends = boxes.map((box) => [box?.x ?? -1, (box?.x ?? 0) + (box?.width ?? 0)] as const);
  expect(ends.every(([from, to]) => from >= 0 && to <= 1024)).toBe(true);
  expect(ends[0]?.[1]).toBeLessThanOrEqual(ends[1]?.[0] ?? 0);
  expect(ends[1]?.[1]).toBeLessThanOrEqual(ends[2]?.[0] ?? 0);
  expect(boxes[1]?.width).toBeGreaterThan(500);
  await accessible('1024 pixels');
});

test.each([
  ['laptop', false],
  ['narrow', false],
  ['phone', true],
] as const)('whom one acts as is seen in every area, on a %s', async (size, byChip) => {
  const page = await visit(size, 'light', '?as=noor');
  for (const at of ['channel', 'direct', 'home', 'left']) {
    await page.goto(`${url()}/?as=noor&at=${at}`);
    const place = byChip ? page.locator('.acting') : page.locator('.people [aria-current]');
    expect(await place.isVisible(), at).toBe(true);
    expect(await place.textContent(), at).toContain('Noor Quillfeather');
  }
  if (!byChip) return;
  await page.locator('.acting').click();
  await become('Imani Thistlewood');
  expect(await page.locator('.acting').textContent()).toContain('Imani Thistlewood');
});

test('headings go down one level at a time, under one first heading', async () => {
  const page = await visit();
  const levels = () =>
    page.evaluate<number[]>(`[...document.querySelectorAll('#page :is(h1,h2,h3,h4,h5,h6)')].map((h) => +h.tagName[1])`);
  const hold = async (where: string) => {
    const found = await levels();
    expect(found[0], where).toBe(1);
    expect(
      found.filter((level) => level === 1),
      where,
    ).toHaveLength(1);
    for (const [i, level] of found.entries()) expect(level - (found[i - 1] ?? 0), where).toBeLessThanOrEqual(1);
  };
  await send('/consult ask');
  await field('Your question').fill('How do I end a session on time with Tamsin?');
  await button('Show preview').click();
  await card().getByText('This is what colleagues will see').waitFor();
  await hold('the preview');
  await card().getByLabel('I’ve read this').check();
  await button('Post as me').click();
  await page.locator('.channel .message').waitFor();
  await hold('the channel');
  await page.getByRole('link', { name: /in the thread|Open thread/ }).click();
  await page.locator('.thread .message').first().waitFor();
  await hold('the thread');
  // Two places to write in, and a "More" under each message: a reader tells them apart.
  expect(await page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(1);
  await page.getByRole('button', { name: 'Send in this thread' }).waitFor();
  await page.getByRole('button', { name: /^More Curbside app .*The case: / }).waitFor();
  await go('Home');
  await page.locator('.home-page').waitFor();
  await hold('home');
  expect(await page.locator('.home-page').textContent()).not.toContain('No open questions in the group');
});

test('posting without the tick leads to the tick, in sight, and says so there', async () => {
  const page = await visit('phone');
  await send('/consult ask');
  await field('Your question').fill('How do I end a session on time with Tamsin?');
  await field('Relevant background').fill('He stays in the doorway at the end of every hour. '.repeat(12));
  await button('Show preview').click();
  await card().getByText('This is what colleagues will see').waitFor();
  await button('Post as me').click();
  const tick = page.locator('.missing input:focus');
  await tick.waitFor();
  expect(await tick.getAttribute('data-switch')).toBe('consult.attest');
  const problem = page.locator(`[id="${await tick.getAttribute('aria-describedby')}"]`);
  expect(await problem.textContent()).toContain('Check the confirmation box before posting');
  const box = await tick.boundingBox();
  const [top, bottom] = await page.evaluate<number[]>(
    `(({ top, bottom }) => [top, bottom])(document.querySelector('.middle').getBoundingClientRect())`,
  );
  expect(box?.y).toBeGreaterThan(top ?? 0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(bottom ?? 0);
  await accessible('the tick that is missing');
  await tick.check();
  await page.locator('.missing').waitFor({ state: 'detached' });
});

test('the browser asks before what is typed and not sent is lost, and not otherwise', async () => {
  const page = await visit();
  let asked = 0;
  page.on('dialog', async (question) => {
    asked += 1;
    await question.accept();
  });
  await send('/consult ask');
  await field('Your question').waitFor();
  await page.reload();
  expect(asked, 'an untouched form').toBe(0);
  await send('/consult ask');
  await field('Your question').pressSequentially('How do I');
  await page.reload();
  expect(asked, 'a half-filled form').toBe(1);
  await line().pressSequentially('Good morn');
  await page.reload();
  expect(asked, 'a half-written message').toBe(2);
  await send('Good morning');
  await page.locator('.channel .message').waitFor();
  await page.reload();
  expect(asked, 'a sent message').toBe(2);
  await line().pressSequentially('Good even');
  await page.getByRole('navigation', { name: 'Act as' }).getByRole('link', { name: 'Imani Thistlewood' }).click();
  await page.waitForURL(/as=imani/);
  expect(asked, 'a half-written message on going to somebody else').toBe(3);
  await send('/consult ask');
  await field('Your question').pressSequentially('How do I');
  await page.goBack();
  expect(asked, 'a half-filled form on going back').toBe(4);
  const kept = await page.evaluate<number[]>('[localStorage.length, sessionStorage.length]');
  expect(kept).toEqual([0, 0]);
});

test('a line tells each day from the one before', async () => {
  const page = await visit();
  const days = page.locator('.channel .day');
  for (const [text, lines] of [
    ['Good morning', ['Thu, Mar 5, 2026']],
    ['Still here', ['Thu, Mar 5, 2026']],
  ] as const) {
    await send(text);
    await page.locator('.channel .message', { hasText: text }).waitFor();
    expect(await days.allTextContents()).toEqual(lines);
  }
  await page.locator('#clock-day').click();
  await page.locator('#clock').getByText('Fri, Mar 6').waitFor();
  await send('A new day');
  await page.locator('.channel .message', { hasText: 'A new day' }).waitFor();
  expect(await days.allTextContents()).toEqual(['Thu, Mar 5, 2026', 'Fri, Mar 6, 2026']);
});

test('whoever reports an identifier is asked under a title, and the button says what it does', async () => {
  const page = await visit();
  await send('/consult ask');
  await field('Your question').fill('How do I end a session on time with Tamsin?');
  await button('Show preview').click();
  await card().getByLabel('I’ve read this').check();
  await button('Post as me').click();
  await page.locator('.channel .message').waitFor();
  await become('Imani Thistlewood');
  await page.getByRole('link', { name: /in the thread|Open thread/ }).click();
  await page.locator('.thread .message').getByRole('button', { name: 'Report an identifier' }).click();
  const question = page.getByRole('dialog', { name: 'Report an identifier' });
  await question.getByText('Nobody learns who reported it').waitFor();
  await accessible('reporting');
  await question.getByRole('button', { name: 'Hide it' }).click();
  await page.locator('.thread .message', { hasText: 'hidden' }).first().waitFor();
});

test('setup is rehearsed in a channel of its own, and the first group stays as it is', async () => {
  const page = await visit('laptop', 'light', '?as=beatrix');
  await page.getByRole('link', { name: 'setup-rehearsal' }).click();
  await page.getByText('Nothing is set up in this channel').waitFor();
  await accessible('an empty channel');
  await send('/curbside setup');
  await dialog().locator('[type="submit"]').click();
  await button('Read the agreement').click();
  await button('Accept and continue').click();
  await field('Credential').fill('LPC');
  await dialog().getByLabel('Licensed', { exact: true }).check();
  await button('Join').click();
  await dialog().waitFor({ state: 'hidden' });
  expect(new URL(page.url()).searchParams.get('channel')).toBe('setup-rehearsal');
  await send('/consult ask How do I end a session on time with Tamsin?');
  await button('Show preview').click();
  await card().getByLabel('I’ve read this').check();
  await button('Post as me').click();
  await page.locator('.channel .message').waitFor();
  await page.getByRole('link', { name: 'case-consultation' }).click();
  await page.getByText('No questions yet').waitFor();
  expect(await page.locator('.channel .message').count()).toBe(0);
});

test('on a phone, what is posted unchecked is said before one types, and the top has all of its buttons', async () => {
  const page = await visit('phone', 'light', '?as=rowan');
  expect(await page.getByText('Messages typed here post unchecked. Use /consult ask.').isVisible()).toBe(true);
  expect(await button('Start over').isVisible()).toBe(true);
  for (const part of await page.locator('.clock > *').all())
    expect((await part.boundingBox())?.height, (await part.textContent()) ?? '').toBeLessThan(40);
  await send('/consult ask');
  await button('Show preview').click();
  await dialog().locator('.field .error').first().waitFor();
  const signs = await page.evaluate<
    string[]
  >(`[...document.querySelectorAll('.field .error, .note.wrong, #form-refusal')]
    .map((e) => getComputedStyle(e, '::before').content.slice(0, 3))`);
  expect(signs.sort()).toEqual(['"!"', '"!"', 'non']);
});
