import { InputRefused } from './settings.ts';

/** Why a file cannot be read, as a sentence. */
export function unreadable(file: string, error: unknown): InputRefused {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new InputRefused(`${file} cannot be read: ${reasons[code] ?? code}.`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
};
