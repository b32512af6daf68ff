import { chown, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { nodeFiles } from '../../lowdb/journal/node-files.ts';
import { InputRefused } from '../settings.ts';

type Values = Readonly<Record<string, string>>;

/** The variables in a `.env` file, as Node reads it; none when there is no file. */
export async function readEnvFile(path: string): Promise<Values> {
  return valuesIn((await textOf(path)) ?? '');
}

/**
 * Sets variables in a `.env` file and leaves everything else in it as it is. A new file begins as a copy of `example`, where
 * there is one. The file is replaced in one step and only its user can read it; a link stays, and what it leads to is replaced.
 *
 * Throws `InputRefused` when the file cannot take the values without a change to others, as inside an open quotation.
 */
export async function writeEnvFile(path: string, values: Values, example: string): Promise<void> {
  const before = (await textOf(path)) ?? (await textOf(example)) ?? '';
  const after = withValues(before, values);
  if (JSON.stringify(sorted(valuesIn(after))) !== JSON.stringify(sorted({ ...valuesIn(before), ...values })))
    throw new InputRefused(
      `${path} can’t be changed without changing other settings in it. Check its quotation marks, then run this again.`,
    );
  await replaceFile(await realpath(path).catch(() => path), after);
}

/** Values have no quotes, blanks or line breaks: they are tokens and ids. */
export function withValues(text: string, values: Values): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  for (const [name, value] of Object.entries(values)) {
    const sets = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`);
    // The last one counts, for Node as well.
    const at = lines.findLastIndex((line) => sets.test(line));
    const line = `${name}=${value}`;
    if (at < 0) lines.push(line);
    else lines[at] = line;
  }
  return `${lines.join(end)}${end}`;
}

/** Node 20 takes a comment for a variable where it ends the file without a line break. */
const valuesIn = (text: string): Values =>
  Object.fromEntries(Object.entries(parseEnv(text) as Values).filter(([name]) => /^\w+$/.test(name)));

const sorted = (values: Values): [string, string][] => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw refused(path, 'read', error);
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const part = join(dirname(path), `.env.${process.pid}.part`);
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    // Run by the superuser, the file stays that of the user who runs Curbside.
    const old = await stat(path).catch(() => null);
    if (old !== null && process.getuid?.() === 0) await chown(part, old.uid, old.gid);
    await rename(part, path);
    await nodeFiles.syncFolder(dirname(path));
  } catch (error) {
    await rm(part, { force: true });
    throw refused(path, 'written', error);
  }
}

const refused = (path: string, done: string, error: unknown): InputRefused =>
  new InputRefused(
    `${path} can’t be ${done} (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). Nothing was changed.`,
  );
