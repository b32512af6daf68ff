import { rm } from 'node:fs/promises';
import { afterEach, beforeEach } from 'vitest';
import { newFolder, open } from './open.ts';
import { messages, valuesOf, visitor } from './visitor.ts';

/** What `ownPlayground` opens for each test of a file: where its data is, what serves it, and whoever visits it. */
export let folder: string;
export let playground: Awaited<ReturnType<typeof open>>;
export let visit: ReturnType<typeof visitor>;

export function ownPlayground(): void {
  beforeEach(async () => {
    folder = await newFolder();
    await start();
  });
  afterEach(async () => {
    await playground.stop();
    await rm(folder, { recursive: true, force: true });
  });
}

async function start(erase?: () => Promise<void>, beforeOpen?: () => Promise<void>) {
  playground = await open(folder, 0, erase, beforeOpen);
  visit = visitor(playground.url);
}

/** It ends and opens again on the same data. */
export async function restart(erase?: () => Promise<void>, beforeOpen?: () => Promise<void>): Promise<void> {
  await playground.stop();
  await start(erase, beforeOpen);
}

export const groupId = async () => valuesOf(await visit.page('as=rowan&at=home'), 'consult.ask').group ?? '';

/** From the form to the posted question; its ids. */
export async function ask(question: string, who = 'rowan', as: 'me' | 'anonymous' = 'me') {
  await visit.press(who, 'channel', 'consult.draft', { group: await groupId() }, { question });
  const draft = valuesOf(await visit.page(`as=${who}`), 'consult.post');
  await visit.press(who, 'channel', 'consult.attest', { ...draft, on: 'yes' });
  await visit.press(who, 'channel', 'consult.post', { ...draft, as });
  const { group = '', consultation = '' } = valuesOf(await visit.page(`as=${who}`), 'consult.show');
  return { group, consultation };
}

/** The page once it holds so many messages: what the core sends goes out a moment after the answer. */
export async function pageWith(query: string, count: number): Promise<string> {
  const html = await visit.page(query);
  return messages(html) >= count ? html : pageWith(query, count);
}
