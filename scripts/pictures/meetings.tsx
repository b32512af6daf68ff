/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Page } from 'playwright-core';
import { cardOf, type DiscordApp } from '../../test/wire/discord-app.ts';
import type { Person as DiscordPerson } from '../../test/wire/discord-person.ts';
import type { Channel } from '../../test/wire/discord-world.ts';
import type { SlackApp } from '../../test/wire/slack-app.ts';
import * as discord from './discord.tsx';
import * as slack from './slack.tsx';

type Add = (name: string, shows: Child) => void;
// biome-ignore lint/suspicious/noExplicitAny: payloads as they travel
type Json = any;

const day = 24 * 60 * 60_000;
const series = { title: 'Thursday lunch', time: '12:00', slots: '2' };

/** A meeting that is an hour late is not opened any more. */
async function hourly(app: { pass(ms: number): Promise<void> }, days: number): Promise<void> {
  for (let hour = 0; hour < days * 24; hour += 1) await app.pass(day / 24);
}

/** A meeting that begins, its agenda, and a statement, as Slack was asked to draw them; the owner is one of the group. */
export async function slackMeeting(app: SlackApp, names: slack.Names, add: Add): Promise<void> {
  const owner = app.sit('U0ROWAN');
  const answered = async (): Promise<Json> => (await app.server.next('response_url')).body;
  await owner.command('/meeting', 'series');
  await owner.press({ message: await answered() }, 'New series');
  const form = (await app.server.next('views.open answered')).body.view as Json;
  await owner.submit(form, { ...series, startsOn: '2026-03-12' });
  await hourly(app, 8);
  const opening = app.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);
  const card = opening.find((one) => one.text === 'The meeting is starting');
  add('meeting', slack.message(card as Json, names));
  await owner.press({ posted: card as Json }, 'Agenda');
  add('agenda', slack.message(await answered(), names, true));
  await owner.command('/consult', 'statement');
  add('statement', slack.message(await answered(), names, true));
}

/** The same on Discord. */
export async function discordMeeting(app: DiscordApp, owner: DiscordPerson, channel: Channel, add: Add): Promise<void> {
  let seen = await owner.press(cardOf(await owner.type('meeting', 'series')), 'New series');
  const startsOn = new Date(Date.now() + 7 * day).toISOString().slice(0, 10);
  for (let page = 0; page < 4 && (seen.modal !== null || page === 0); page += 1) {
    const card = cardOf(await owner.submit(seen, { ...series, startsOn }));
    const next = JSON.stringify(card.components).includes('"Continue"') ? 'Continue' : 'Start series';
    if (!JSON.stringify(card.components).includes(`"${next}"`)) break;
    seen = await owner.press(card, next);
  }
  await hourly(app, 9);
  const card = app.inChannel(channel).find((m) => JSON.stringify(m.components).includes('The meeting'));
  if (card === undefined) throw new Error('no meeting began');
  add('meeting', discord.message(card.components));
  add('agenda', discord.message(cardOf(await owner.press(card, 'Agenda')).components, true));
  add('statement', discord.message(cardOf(await owner.type('consult', 'statement')).components, true));
}

/** The same in the playground, whose group has an owner who starts the series. */
export async function playgroundMeeting(page: Page, shot: (name: string) => Promise<void>, url: string): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true }).last();
  const field = (name: RegExp) => page.locator('#form-dialog').getByLabel(name);
  const type = async (text: string): Promise<void> => {
    const line = page.getByLabel('Message or command');
    await line.fill(text);
    await page.keyboard.press('Escape');
    await line.press('Enter');
  };
  const card = () => page.locator('.private').last();
  await page.goto(`${url}/?as=beatrix`);
  await type('/meeting series');
  await button('New series').click();
  await field(/^Name/).fill(series.title);
  await field(/^First meeting/).fill('2026-03-12');
  // The clock is moved by weeks and hours from 2:05 PM.
  await field(/^Time(?! zone)/).fill('2:30 PM');
  await button('Start series').click();
  await card().getByText('Thursday lunch').waitFor();
  for (const step of ['+1 week', '+1 h']) {
    await page.getByRole('button', { name: step }).click();
    await page.waitForLoadState('networkidle');
  }
  const opening = page.locator('.channel .message', { hasText: 'The meeting' }).last();
  await opening.waitFor();
  await opening.scrollIntoViewIfNeeded();
  await shot('meeting');
  await opening.getByRole('button', { name: 'Agenda', exact: true }).click();
  await card().getByText('Questions before advice.').waitFor();
  await card().scrollIntoViewIfNeeded();
  await shot('agenda');
  await type('/consult statement');
  await card().getByText('Renewal cycle').waitFor();
  await card().scrollIntoViewIfNeeded();
  await shot('statement');
}
