import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { sizes } from '../../test/adapters/playground/browser.ts';
import { newFolder, openWorldAt } from '../../test/adapters/playground/open.ts';
import { actingIn, type Face, type Steps, startsAt } from './faces.ts';
import { tallest } from './pane.tsx';

/** People of the cast in the order of the other faces: who owns the group, the associate, the supervisor, and colleagues. */
const actors = ['beatrix', 'mateo', 'saoirse', 'rowan', 'imani', 'keoni', 'noor'] as const;

/** The playground as a browser shows it on a phone. */
export async function playgroundFace(browser: Browser): Promise<Face> {
  const folder = await newFolder();
  let now = startsAt;
  const playground = await openWorldAt(folder, { now: () => now });
  const { core, vault } = playground;
  const scope = await vault.scopeFor({ platform: 'playground', id: 'playground' });
  const people = await Promise.all(
    actors.map(async (id, i) => {
      const who = await vault.refFor({ platform: 'playground', id });
      const here = { scope, who, channel: 'case-consultation', manages: i === 0 };
      return actingIn(core, { ...here, zone: 'America/New_York', locale: 'en-US' });
    }),
  );
  const context = await browser.newContext({
    viewport: sizes.phone,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1.25,
  });
  const page = await context.newPage();
  await page.goto(`${playground.url}/?as=beatrix`);
  await page.getByRole('button', { name: 'Hide', exact: true }).click();

  const shot = async (height: number): Promise<Buffer> => {
    await page.setViewportSize({ width: sizes.phone.width, height });
    await page.waitForTimeout(400);
    return page.screenshot();
  };

  return {
    name: 'Playground',
    people,
    now: () => now,
    async pass(ms) {
      now += ms;
      await core.pump();
    },
    async thread(height = tallest) {
      await page.goto(`${playground.url}/?as=imani&at=channel`);
      const thread = page.locator('.channel').getByRole('link', { name: /in the thread|Open thread/ });
      await page.goto(playground.url + (await thread.last().getAttribute('href')));
      await page.setViewportSize({ width: sizes.phone.width, height });
      await toTheEnd(page, '.thread .message');
      return shot(height);
    },
    async channel(height = tallest) {
      await page.goto(`${playground.url}/?as=imani&at=channel`);
      await page.setViewportSize({ width: sizes.phone.width, height });
      await toTheEnd(page, '.channel .message');
      return shot(height);
    },
    async privately(steps, height = tallest) {
      await page.setViewportSize({ width: sizes.phone.width, height });
      await page.goto(`${playground.url}/?as=${actors[steps.member]}&at=channel`);
      await follow(page, steps);
      return shot(height);
    },
    async close() {
      await context.close();
      await playground.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const toTheEnd = (page: Page, messages: string) =>
  page
    .locator(messages)
    .last()
    .evaluate((last: { parentElement: unknown } | null) => {
      // biome-ignore lint/suspicious/noExplicitAny: an element of the page; this project has no types of a browser
      for (let at: any = last; at; at = at.parentElement) at.scrollTop = at.scrollHeight;
    });

async function follow(page: Page, { command, presses = [], typed = {} }: Steps): Promise<void> {
  const line = page.getByLabel('Message or command');
  await line.fill(command);
  await page.keyboard.press('Escape');
  await line.press('Enter');
  const dialog = page.locator('#form-dialog');
  const settled = () => page.waitForTimeout(700);
  await settled();
  for (const label of presses) {
    await page.locator('.private').last().getByRole('button', { name: label, exact: true }).last().click();
    await settled();
  }
  if (await dialog.isVisible()) {
    for (const [name, value] of Object.entries(typed)) {
      const field = dialog.locator(`[name$=":${name}"]`);
      const of = await field.first().evaluate((input: { type: string }) => input.type);
      if (of === 'radio' || of === 'checkbox') await dialog.locator(`[name$=":${name}"][value="${value}"]`).check();
      else if (of.startsWith('select')) await field.selectOption(value);
      else await field.fill(value);
    }
    await page.evaluate('document.activeElement.blur(); document.querySelector("#form-dialog").scrollTop = 0');
    return;
  }
  await page
    .locator('.private')
    .last()
    .evaluate((card) => card.scrollIntoView({ block: 'start' }));
}
