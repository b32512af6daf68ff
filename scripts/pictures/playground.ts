import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { sizes } from '../../test/adapters/playground/browser.ts';
import { newFolder, open } from '../../test/adapters/playground/open.ts';

/** Takes a picture of the page as it stands. */
export type Shoot = (name: string, page: Page) => Promise<void>;

/**
 * The main job in the playground, from the form to the locked record, with what a clinician sees beside it. `size` is a laptop's or
 * a phone's; every picture's name ends in its width.
 */
export async function playgroundPictures(
  browser: Browser,
  size: 'laptop' | 'phone',
  shoot: Shoot,
  folder?: string,
): Promise<void> {
  const at = folder ?? (await newFolder());
  const playground = await open(at);
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: 'en-US',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const shot = async (name: string): Promise<void> => {
    // Nothing typed has its cursor in the picture.
    await page.waitForTimeout(300);
    await shoot(`playground-${name}-${sizes[size].width}`, page);
  };
  try {
    await page.goto(`${playground.url}/?as=rowan`);
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await theCase(page, shot, playground.url);
    await theRecord(page, shot);
    await besides(page, shot, playground.url);
  } finally {
    await context.close();
    await playground.stop();
    if (folder === undefined) await rm(at, { recursive: true, force: true });
  }
}

type Shot = (name: string) => Promise<void>;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last();
const dialog = (page: Page) => page.locator('#form-dialog');
const field = (page: Page, name: string) => dialog(page).getByLabel(name);
const card = (page: Page) => page.locator('.private').last();

async function type(page: Page, text: string): Promise<void> {
  const line = page.getByLabel('Message or command');
  await line.fill(text);
  await page.keyboard.press('Escape');
  await line.press('Enter');
}

async function theCase(page: Page, shot: Shot, url: string): Promise<void> {
  await type(page, '/consult ask');
  await field(page, 'Your question').fill('How do I bring her mother in without losing the trust of a 15-year-old?');
  await field(page, 'Relevant background').fill(
    'Tamsin, 15, moved to Heathcote High in March and started cutting again. Her mother Odette found out from an Instagram post and now calls me at 555-0142.',
  );
  await field(page, 'What I’ve tried').fill(
    'We made a safety plan, and had one session with both of them that went quiet.',
  );
  await shot('ask');
  await button(page, 'Show preview').click();
  await card(page).getByText('This is what colleagues will see').waitFor();
  await shot('preview');
  await card(page).getByLabel('I’ve read this').check();
  await button(page, 'Post as me').click();
  await page.locator('.channel .message').waitFor();
  const thread = page.getByRole('link', { name: /in the thread|Open thread/ });
  const address = await thread.last().getAttribute('href');
  await page.goto(`${url}${address?.replace('as=rowan', 'as=imani')}`);
  await button(page, 'Reply').click();
  await field(page, 'Your reply').fill(
    'When this happened with one of mine, I let the young person decide what the parent hears first. We wrote it down together, and I told the parent when to expect it.',
  );
  await shot('reply');
  await dialog(page).getByRole('button', { name: 'Reply' }).click();
  await page.locator('.thread .message', { hasText: 'When this happened' }).waitFor();
  await page.goto(`${url}${address}`);
  await page.locator('.thread .message', { hasText: 'When this happened' }).waitFor();
  await shot('thread');
}

async function theRecord(page: Page, shot: Shot): Promise<void> {
  await page.locator('.thread .message').getByRole('button', { name: 'Close', exact: true }).click();
  await button(page, 'Close and document').waitFor();
  await shot('close');
  await button(page, 'Close and document').click();
  await field(page, 'Your decision').fill(
    'Ask her in the next session what her mother may know, and write it down together.',
  );
  await field(page, 'Rationale (including advice not followed)').fill(
    'Her trust is what keeps the safety plan alive. Telling the mother first was considered and set aside.',
  );
  await shot('record');
  await button(page, 'Finish and lock').click();
  await card(page).getByText('The record is locked').waitFor();
  await button(page, 'Copy for my chart').click();
  await card(page).locator('textarea').waitFor();
  await card(page).scrollIntoViewIfNeeded();
  await shot('note');
}

/** Home, help, the check-in, and the hours of an associate. */
async function besides(page: Page, shot: Shot, url: string): Promise<void> {
  await page.goto(`${url}/?as=noor&at=channel`);
  await type(page, '/consult ask How do I answer a school that wants more than the parents agreed to?');
  await button(page, 'Show preview').click();
  await card(page).getByLabel('I’ve read this').check();
  await button(page, 'Post as me').click();
  await page.locator('.channel .message').nth(1).waitFor();
  await page.goto(`${url}/?as=rowan&at=home`);
  await page.locator('.home-page').waitFor();
  await shot('home');
  await page.goto(`${url}/?as=keoni`);
  await type(page, '/checkin now');
  await card(page).getByText('Who sees what').waitFor();
  await shot('checkin');
  await hours(page, shot, url);
}

async function hours(page: Page, shot: Shot, url: string): Promise<void> {
  await page.goto(`${url}/?as=mateo`);
  await type(page, '/supervision pair');
  await dialog(page).getByText('Saoirse Windermere').first().click();
  await dialog(page).getByRole('radio', { name: 'Licensure', exact: true }).check();
  await dialog(page).getByRole('radio', { name: /Texas/ }).check();
  await field(page, 'Work sites').fill('Harbor Clinic');
  await field(page, 'Start date').fill('2026-02-02');
  await button(page, 'Propose agreement').click();
  await card(page).getByText('The other person hasn’t confirmed yet.').waitFor();
  await page.goto(`${url}/?as=saoirse`);
  await type(page, '/supervision records');
  await button(page, 'Open').click();
  await button(page, 'Confirm agreement').click();
  await card(page).getByText('Active').waitFor();
  await page.goto(`${url}/?as=mateo`);
  for (const [date, minutes] of [
    ['2026-02-10', '6h'],
    ['2026-02-18', '8h'],
    ['2026-02-25', '5h'],
    ['2026-03-04', '3h'],
  ] as const) {
    await type(page, '/supervision log');
    await field(page, 'Date').fill(date);
    await field(page, 'Minutes').fill(minutes);
    await dialog(page).getByRole('radio', { name: 'Direct client counseling contact' }).check();
    await button(page, 'Save entry').click();
    await page.waitForTimeout(500);
    if (await dialog(page).isVisible()) await button(page, 'Save entry').click();
    await card(page).getByText('Waiting for signature').waitFor();
    await page.goto(`${url}/?as=mateo`);
  }
  await type(page, '/supervision totals');
  await card(page).getByText('Likely to count').first().waitFor();
  await card(page).scrollIntoViewIfNeeded();
  await shot('hours');
}
