import { defaultLocale, type Msg, type Route, wordsOf } from '../../../src/index.ts';
import type { Connecting, Given, PastedValue, PlatformModule, Verdict } from '../../platform.ts';
import { run } from '../run.ts';
import { InputRefused } from '../settings.ts';
import { type Dialogue, Stopped } from './dialogue.ts';
import { readEnvFile, writeEnvFile } from './env-file.ts';
import { cleaned, isPlaceholder } from './pasted.ts';

export interface Surroundings {
  /** The environment, with what `.env` holds. */
  readonly env: Given;
  /** Where values are written, and what a new file begins with. */
  readonly file: string;
  readonly example: string;
  readonly routes: readonly Route[];
  /** Shows a page to the person; null where there is no desktop. */
  readonly openPage: ((url: string) => Promise<void>) | null;
}

const words = (msg: Msg): string => wordsOf(defaultLocale, msg);

/**
 * Walks somebody through connecting a platform. Every value is written as soon as the platform has accepted it, so that
 * nothing is lost when it stops. Rejects with `Stopped`, or with an error that says what to do.
 */
export async function connect(platform: PlatformModule, around: Surroundings, talk: Dialogue): Promise<void> {
  const { title, settings } = platform;
  const connecting = await platform.connecting();
  const number = steps(talk);
  const walk: Walk = { title, talk, around, number, given: withoutEmpty(around.env), fine: true };
  talk.say(`Connect ${title}. This takes about ten minutes.`);
  talk.say('Press Ctrl+C to stop at any time. Accepted values stay in .env; run the same command again to continue.');
  let first = true;
  for (const value of connecting.values) {
    if (!(await keepCurrent(walk, value))) {
      if (first) await prepare(walk, platform.name, connecting);
      await askUntilAccepted(walk, value);
    }
    first = false;
  }
  const read = settings.read(walk.given);
  if (read.settings === null)
    throw new InputRefused(`Fix these settings:\n${read.problems.map((p) => `  - ${p}`).join('\n')}`);
  const left = await talk.during(connecting.finish(read.settings, around.routes));
  talk.say();
  talk.say(`${title} is ready to connect. What’s left:`);
  const last = steps(talk);
  if (!walk.fine) last(`Fix the lines marked LOOK above, then check again: ${run('doctor')}`);
  for (const step of left.steps) last(words(step));
  last('Start Curbside and leave it running: npm start');
  talk.say('   It has to run all the time on a computer that stays on. See docs/operations.md, “Keep it running”.');
  last(words(left.setUp));
}

interface Walk {
  readonly title: string;
  readonly talk: Dialogue;
  readonly around: Surroundings;
  readonly number: (text: string) => void;
  given: Given;
  /** False once something was found that is accepted and still not right. */
  fine: boolean;
}

/** Says steps with their numbers, each after an empty line. */
function steps(talk: Dialogue): (text: string) => void {
  let n = 0;
  return (text) => {
    n += 1;
    talk.say();
    talk.say(`${n}. ${text}`);
  };
}

async function prepare({ talk, around, number, given }: Walk, name: string, connecting: Connecting): Promise<void> {
  const { link, otherwise, steps: todo } = await connecting.prepare(given, around.routes);
  talk.say();
  if (around.openPage !== null) {
    await around.openPage(link);
    talk.say('A page opens in your browser now.');
    talk.say(`If none opens, stop with Ctrl+C and run this to see its link: ${run(`connect ${name} --no-open`)}`);
    if (otherwise !== null) talk.say(`Or do it by hand: ${words(otherwise)}`);
  } else if (otherwise === null) talk.say(`Open this link in your browser:\n\n${link}\n`);
  else {
    // A link of thousands of characters: a terminal breaks it into lines, and over SSH they don't come together again.
    talk.say('There are two ways to start. The first one also works over SSH.');
    talk.say(`By hand: ${words(otherwise)}`);
    talk.say(`By link: open this in your browser. Copy all of it, since it runs over many lines.\n\n${link}\n`);
  }
  for (const step of todo) number(words(step));
}

/** Whether the value that is set already stays. A placeholder is none. */
async function keepCurrent(walk: Walk, value: PastedValue): Promise<boolean> {
  const { talk, given, around } = walk;
  const current = given[value.name];
  if (current === undefined) return false;
  const wrong = misfitOf(current, value);
  talk.say();
  if (wrong !== null) {
    talk.say(`${value.name} is set to the wrong kind of value. ${wrong}`);
    return false;
  }
  if (((await readEnvFile(around.file))[value.name] ?? '') !== current)
    talk.say(`${value.name} is set in this shell’s environment, which overrides .env. Unset it to use .env.`);
  return (await talk.confirm(`${value.name} is set already. Keep it?`)) && accept(walk, value, current);
}

async function askUntilAccepted(walk: Walk, value: PastedValue): Promise<void> {
  const { talk, number } = walk;
  number(words(value.where));
  for (;;) {
    const text = cleaned(await talk.askHidden('   Paste it here and press Enter. Nothing will show: '), value.name);
    const wrong = misfitOf(text, value);
    if (wrong !== null) talk.say(`   ${wrong}`);
    else if (await accept(walk, value, text)) return;
  }
}

function misfitOf(text: string, value: PastedValue): string | null {
  if (text === '') return 'Nothing was pasted.';
  if (isPlaceholder(text)) return 'This is a placeholder, not a real token. Copy the token itself.';
  const misfit = value.misfit(text);
  return misfit === null ? null : words(misfit);
}

/** Asks the platform about a value, and writes it when it is accepted. */
async function accept(walk: Walk, value: PastedValue, text: string): Promise<boolean> {
  const { talk } = walk;
  const given = { ...walk.given, [value.name]: text };
  let verdict: Verdict;
  do {
    talk.say(`   Checking with ${walk.title}…`);
    verdict = await talk.during(value.check(given));
    for (const { ok, says } of verdict.checks) talk.say(`   ${ok ? 'ok    ' : 'LOOK  '}${words(says)}`);
    if (verdict.accepted === 'unknown' && !(await talk.confirm('   Try again?'))) throw new Stopped();
  } while (verdict.accepted === 'unknown');
  if (verdict.accepted === 'no') return false;
  if (verdict.checks.some((check) => !check.ok)) walk.fine = false;
  await replaceOthers(walk, verdict.also ?? {});
  await save(walk, { [value.name]: text, ...verdict.also });
  return true;
}

/** The value itself was asked for; what follows from it may be set to something that somebody wants to keep. */
async function replaceOthers({ talk, given }: Walk, also: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(also)) {
    const before = given[name];
    if (before === undefined || before === value || isPlaceholder(before)) continue;
    if (!(await talk.confirm(`   ${name} is set to something else, which doesn’t belong to this. Replace it?`)))
      throw new Stopped();
  }
}

async function save(walk: Walk, values: Readonly<Record<string, string>>): Promise<void> {
  const { talk, around, given } = walk;
  const changed = Object.fromEntries(Object.entries(values).filter(([name, value]) => given[name] !== value));
  walk.given = { ...given, ...values };
  if (Object.keys(changed).length === 0) return;
  await writeEnvFile(around.file, changed, around.example);
  talk.say(`   Saved in .env: ${Object.keys(changed).join(', ')}`);
}

const withoutEmpty = (env: Given): Given =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
