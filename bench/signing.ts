import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launch, sizes } from '../test/adapters/playground/browser.ts';
import { newFolder, openWorldAt } from '../test/adapters/playground/open.ts';
import { expectCard, type Person } from '../test/fixtures/test-app.ts';
import { buttons } from '../test/fixtures/view-text.ts';
import { log, pairUp } from '../test/supervision/steps.ts';
import { load, median, round } from './rounds.ts';

/**
 * From `/supervision log` to the supervisor's signature: how many steps two people take, and how long they wait for the
 * machine. Prints JSON; times in milliseconds, the median and the worst of all rounds. What people take to read and type is not
 * in it.
 */
const rounds = { core: 50, browser: 10 } as const;
const terms = { pack: 'us-tx-lpca', sites: 'Harbor Clinic', startsOn: '2026-03-02' };

const dayMs = 24 * 60 * 60_000;
/** Each entry is logged on a day of its own. */
let now = Date.parse('2026-03-05T19:05:00Z');

type World = Awaited<ReturnType<typeof openWorldAt>>;

async function personIn({ core, vault }: World, id: string): Promise<Person> {
  const scope = await vault.scopeFor({ platform: 'playground', id: 'playground' });
  const who = await vault.refFor({ platform: 'playground', id });
  const base = { scope, who, channel: 'case-consultation', manages: false, zone: 'America/New_York', locale: 'en-US' };
  let events = 0;
  return { who, does: (command, input = {}) => core.handle({ ...base, eventId: `${id} ${++events}`, command, input }) };
}

const summary = (times: readonly number[]) => ({ median: round(median(times)), worst: round(Math.max(...times)) });

/** The four answers of the core, one after another, over files on disk. */
async function inCore(associate: Person, supervisor: Person): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < rounds.core; i++) {
    now += dayMs;
    const began = performance.now();
    await log(associate, { minutes: '60', kind: 'direct', submit: 'yes' });
    const waiting = await expectCard(supervisor.does('supervision.sign'));
    const all = buttons(waiting).find((b) => b.do === 'supervision.sign.all');
    if (all === undefined) throw new Error('nothing waits for a signature');
    await expectCard(supervisor.does(all.do, { ...all.with }));
    times.push(performance.now() - began);
  }
  return times;
}

/** What two people do in a browser, and how long the page takes over it; typing and choosing are no waiting. */
async function inBrowser(browser: Browser, url: string) {
  const open = async (as: string): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: sizes.phone, locale: 'en-US' })).newPage();
    await page.goto(`${url}/?as=${as}`);
    return page;
  };
  const [associate, supervisor] = [await open('mateo'), await open('saoirse')];
  const times: number[] = [];
  let steps = { commands: 0, choices: 0, forms: 0, presses: 0 };
  for (let i = 0; i < rounds.browser; i++) {
    steps = { commands: 0, choices: 0, forms: 0, presses: 0 };
    now += dayMs;
    let waited = 0;
    const wait = async (act: Promise<unknown>, until: Promise<unknown>): Promise<void> => {
      const began = performance.now();
      await Promise.all([act, until]);
      waited += performance.now() - began;
    };
    const command = async (page: Page, text: string, until: Promise<unknown>): Promise<void> => {
      const line = page.getByLabel('Message or command');
      await line.fill(text);
      await page.keyboard.press('Escape');
      steps.commands += 1;
      await wait(line.press('Enter'), until);
    };
    const form = associate.locator('#form-dialog');
    await command(associate, '/supervision log', form.getByLabel('Minutes').waitFor());
    await form.getByLabel('Minutes').fill('60');
    await form.getByRole('radio', { name: 'Direct client counseling contact' }).check();
    steps.choices += 1;
    steps.forms += 1;
    // It closes once the entry is saved and shown.
    await wait(form.getByRole('button', { name: 'Save entry' }).click(), form.waitFor({ state: 'hidden' }));
    const card = supervisor.locator('.private').last();
    const sign = card.getByRole('button', { name: /^Sign (?:this entry|all \d+ entries)$/ });
    await command(supervisor, '/supervision sign', sign.waitFor());
    steps.presses += 2;
    await wait(sign.click(), supervisor.locator('dialog[open]').waitFor());
    const sure = supervisor.locator('dialog[open]').getByRole('button', { name: /^Sign/ });
    await wait(sure.click(), card.getByText(/was signed|were signed/).waitFor());
    times.push(waited);
    for (const [page, as] of [
      [associate, 'mateo'],
      [supervisor, 'saoirse'],
    ] as const)
      await page.goto(`${url}/?as=${as}`);
  }
  return { steps, times };
}

const folder = await newFolder();
const world = await openWorldAt(folder, { now: () => ++now });
const browser = await launch();
try {
  const [associate, supervisor] = [await personIn(world, 'mateo'), await personIn(world, 'saoirse')];
  await pairUp(associate, supervisor, terms);
  const { steps, times } = await inBrowser(browser, world.url);
  const core = await inCore(associate, supervisor);
  const figures = { steps, browserMs: summary(times), coreMs: summary(core), rounds, load: load() };
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await browser.close();
  await world.stop();
  await rm(folder, { recursive: true, force: true });
}
