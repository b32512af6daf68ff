import { ask, attest, closeAndDocument, consultationOf, draft, press, submit } from '../test/fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../test/fixtures/test-app.ts';
import { batches, createAttacker } from './anonymous-attacker.ts';

/**
 * Somebody has the data folder, as it was every hour, and the key of the installation, but no person's key. They learn which owner's
 * token belongs to whom from what people do by name, and guess for everything without a name: whoever's token was written
 * together with it, else whoever alone moved between the two copies, else anybody. Prints as JSON how often that is right
 * and whether it is more than chance (one-sided, 95 %). Run with `npx tsx bench/anonymous-copies.ts [cases]`.
 */
const cases = Number(process.argv[2] ?? 500);
const names = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye', 'gus', 'hana'];
const minute = 60_000;

let state = 20_260_305;
const next = (): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
};
for (let i = 0; i < 5; i += 1) next();
const upTo = (n: number) => Math.floor(next() * n);
const one = <T>(of: readonly T[]): T => of[upTo(of.length)] as T;

const words = ['a long silence', 'a late fee', 'a missed visit', 'a first letter', 'a hard goodbye', 'an angry parent'];
const question = () => `How do I handle ${one(words)} and ${one(words)} in ${2 + upTo(90)} minutes?`;

interface World {
  readonly app: TestApp;
  readonly people: readonly Person[];
  readonly here: string;
  readonly open: { by: Person; id: string; anonymous: boolean }[];
}

async function byName({ app, people, here, open }: World): Promise<void> {
  const who = one(people);
  const kind = upTo(5);
  const own = open.find((q) => !q.anonymous);
  if (kind === 4 && own) await closed(app, own.by, own.id, here, open);
  else if (kind === 0) await draft(who, { question: question() });
  else if (kind < 3 || open.length === 0) {
    const id = consultationOf(await ask(who, { question: question() }));
    await app.pass(0);
    open.push({ by: who, id, anonymous: false });
  } else {
    const at = { group: here, consultation: one(open).id };
    const answer = await who.does('consult.reply', at);
    if (answer.is === 'view' && answer.view.is === 'form')
      await submit(who, answer.view, { text: `Name ${one(words)}.`, as: 'me' });
  }
}

/** Returns who did it: what a guess is held against. */
async function withoutName({ app, people, here, open }: World): Promise<Person> {
  const own = open.filter((q) => q.anonymous);
  const kind = upTo(4);
  if (kind === 0 || own.length === 0) {
    const who = one(people);
    const id = consultationOf(await ask(who, { question: question() }, 'Post anonymously'));
    open.push({ by: who, id, anonymous: true });
    return who;
  }
  if (kind === 1) {
    const who = one(people);
    const at = { group: here, consultation: one(open).id };
    const form = await expectForm(who.does('consult.reply', at));
    await submit(who, form, { text: `Say “${one(words)}” to Tobias Krenwinkel ${upTo(99)}.`, as: 'colleague' }).then(
      async (a) => {
        if (a.is !== 'view' || a.view.is !== 'card') return;
        const last = await attest(who, a.view).catch(() => null);
        if (last)
          await press(who, last, 'Post reply as a colleague').catch(() =>
            press(who, last, 'Post reply as the person who asked'),
          );
      },
    );
    return who;
  }
  const { by, id } = one(own);
  const at = { group: here, consultation: id };
  if (kind === 2) {
    const preview = await expectCard(
      submit(by, await expectForm(by.does('consult.edit', at)), { question: question() }),
    );
    await press(by, await attest(by, preview), 'Post the new text');
    return by;
  }
  await closed(app, by, id, here, open);
  return by;
}

/** Closed with a record. */
async function closed(app: TestApp, by: Person, id: string, here: string, open: World['open']): Promise<void> {
  const at = { group: here, consultation: id };
  const form = await closeAndDocument(by, await expectCard(by.does('consult.show', at)));
  await submit(by, form, {
    guidance: 'Set a timer.',
    decision: 'A timer.',
    rationale: 'Calm.',
    outsiders: 'Rowan Hart, PhD',
  });
  open.splice(
    open.findIndex((q) => q.id === id),
    1,
  );
  await app.pass(0);
}

const app = await openTestApp();
const made = await group(app, names, { quietFrom: '', quietTo: '' });
const people = names.map((name) => made[name] as Person);
const world: World = { app, people, here: await groupId(people[0] as Person), open: [] };
const attacker = createAttacker(() => one(people).who);
attacker.look(await batches(app.folder));
let [right, asked, failed] = [0, 0, 0];
while (asked < cases) {
  const acts: (() => Promise<void>)[] = [];
  let by: Person | null = null;
  for (let n = upTo(4); n > 0; n -= 1) acts.push(() => byName(world));
  acts.splice(upTo(acts.length + 1), 0, async () => {
    by = await withoutName(world);
  });
  // A copy is made at any minute of the hour, with what was written since the last clean-up in it.
  for (const act of acts) {
    await app.pass((5 + upTo(12)) * minute);
    await act().catch(() => {
      failed += 1;
    });
  }
  await app.pass(6 * minute);
  const guesses = attacker.look(await batches(app.folder));
  const who = (by as Person | null)?.who;
  const [guess] = guesses.values();
  if (who !== undefined && guess !== undefined) {
    asked += 1;
    right += guess === who ? 1 : 0;
  }
  if (world.open.length > 30) world.open.splice(0, 10);
  await app.pass(upTo(60) * minute);
}

/** The least number of right guesses that chance makes in fewer than one of twenty runs. */
function mostByChance(n: number, p: number): number {
  let [sum, term, k] = [0, (1 - p) ** n, 0];
  while (sum + term < 0.95) {
    sum += term;
    term *= ((n - k) / (k + 1)) * (p / (1 - p));
    k += 1;
  }
  return k;
}
const chance = 1 / names.length;
const most = mostByChance(asked, chance);
const report = {
  cases: asked,
  right,
  share: Math.round((right / asked) * 1000) / 1000,
  chance,
  mostByChance: most,
  betterThanChance: right > most,
  tokensNamed: attacker.named(),
  actsThatFailed: failed,
};
console.log(JSON.stringify(report, null, 2));
await app.remove();
