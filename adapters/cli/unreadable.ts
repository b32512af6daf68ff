import { InputRefused } from './settings.ts';

/** Why a file cannot be read, as a sentence. */
export function unreadable(file: string, error: unknown): InputRefused {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new InputRefused(`Can’t read ${file}: ${reasons[code] ?? code}.`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it’s a folder',
  EACCES: 'this user doesn’t have permission',
};
