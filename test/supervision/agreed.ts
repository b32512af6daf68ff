import { afterEach } from 'vitest';
import { expectCard, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { openPair, type Pair } from './steps.ts';

/** What `agreed` begins with: two people and where their agreement is. */
export let app: TestApp;
export let pair: Pair;
export let at: { readonly group: string; readonly agreement: string };

const opened: TestApp[] = [];

/** Begins a test: an agreement with these terms is confirmed, and everybody was told. */
export async function agreed(changed: Record<string, string> = {}): Promise<void> {
  ({ app, pair } = await openPair(changed));
  opened.push(app);
  at = { group: pair.at, agreement: pair.agreement };
  await app.pass(0);
}

/** For a file whose tests do. */
export const afterAgreed = (): void => {
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.remove();
  });
};

/** What a page about the agreement says. */
export const page = async (who: Person, command: string, also: Record<string, string> = {}) =>
  words(await expectCard(who.does(command, { ...at, ...also })));
