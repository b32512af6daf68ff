import { createHash } from 'node:crypto';
import { routes } from '../../../src/index.ts';

/**
 * Names as they stand in a `custom_id` that has no room for them in full. It lies in posted messages, so what is in this file keeps
 * its meaning for good: a key is added, never given another letter.
 */
const keys = {
  group: 'G',
  agreement: 'A',
  meeting: 'M',
  consultation: 'C',
  draft: 'D',
  evaluation: 'E',
  version: 'V',
  format: 'F',
  entry: 'N',
  from: 'R',
  to: 'U',
  once: 'O',
  step: 'S',
  document: 'K',
  pack: 'P',
  template: 'T',
  record: 'I',
  reply: 'Y',
  anonymous: 'X',
  series: 'Z',
  page: 'B',
  item: 'J',
  delayed: 'L',
  confirmation: 'Q',
  reflection: 'W',
  after: 'H',
  upTo: '1',
  at: '2',
  submitted: '3',
  form: '4',
  minutes: '5',
  inDays: '6',
  share: '7',
  change: '8',
} as const satisfies Readonly<Record<string, string>>;

const letters = new Map<string, string>(Object.entries(keys));
const names = new Map([...letters].map(([name, letter]) => [letter, name]));

/** What is a time in milliseconds, written with letters as well as figures. */
const times: ReadonlySet<string> = new Set<keyof typeof keys>(['upTo', 'at', 'submitted']);

/** A value with its name, in short. */
export const shortened = ([name, value]: readonly [string, string]): [string, string] => [
  letters.get(name) ?? name,
  times.has(name) && /^[1-9]\d{12}$/.test(value) ? Number(value).toString(36) : value,
];

/** The same in full. */
export function inFull([short, value]: readonly [string, string]): [string, string] {
  const name = names.get(short) ?? short;
  return [name, times.has(name) && /^[0-9a-z]{8,9}$/.test(value) ? String(Number.parseInt(value, 36)) : value];
}

/** Four characters for the name of a command, which are no other's. */
export const shortCommand = (name: string): string => createHash('sha256').update(name).digest('base64url').slice(0, 4);

let commands: ReadonlyMap<string, string> | undefined;

/** The command that is meant, or null where there is none any more. */
export function fullCommand(short: string): string | null {
  commands ??= new Map(routes.map(({ name }) => [shortCommand(name), name]));
  return commands.get(short) ?? null;
}
