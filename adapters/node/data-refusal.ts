/** Why the data folder or the key cannot be used. */
export type DataProblem =
  | 'locked'
  | 'corrupt'
  | 'empty'
  | 'newer'
  | 'wrong-key'
  | 'read-only'
  | 'no-access'
  | 'full'
  | 'disk'
  | 'link'
  | 'rekey'
  | 'restoring'
  | 'key-missing'
  | 'key-invalid'
  | 'key-exposed'
  | 'key-in-data';

/**
 * The data folder or the key was refused. `message` is a plain sentence for the operator that says what to do; it names
 * files, offsets and process numbers, never a document. `start` and `doctor` print it as it is.
 */
export class DataRefusal extends Error {
  override readonly name = 'DataRefusal';
  readonly code: DataProblem;

  constructor(code: DataProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The words for a file that cannot be read as it was written. `at` is the byte offset where reading stopped. */
export function corrupt(file: string, at: number, what: string): DataRefusal {
  return new DataRefusal(
    'corrupt',
    `${file} is damaged at byte ${at}: ${what}. Nothing was changed. Restore the whole data folder from a backup.`,
  );
}

/** The words for a symbolic link that stands where a file or folder of Curbside belongs. */
export const linkWords = (path: string): string =>
  `${path} is a symbolic link, where Curbside needs a file or folder of its own. Nothing was changed. Put the real one in its place, then start again.`;

/** Turns an error of the operating system into a refusal that names the setting to change; anything else comes back as it is. */
export function asRefusal(error: unknown, path: string, setting = 'CURBSIDE_DATA'): unknown {
  if (error instanceof DataRefusal || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code;
  const because = { cause: error };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new DataRefusal(
        'full',
        `The disk that holds ${path} is full. Free some space, then start again.`,
        because,
      );
    case 'EROFS':
      return new DataRefusal(
        'read-only',
        `${path} is on a read-only disk. Mount it for writing, or choose another ${setting}.`,
        because,
      );
    case 'EACCES':
    case 'EPERM':
      return new DataRefusal(
        'no-access',
        `This user can’t write to ${path}. Give it the folder (chown, chmod 700), or choose another ${setting}.`,
        because,
      );
    case 'ELOOP':
      return new DataRefusal('link', linkWords((error as NodeJS.ErrnoException).path ?? path), because);
    case undefined:
      return error;
    default:
      return new DataRefusal('disk', `Can’t use ${path} (${code}). Check the disk, then start again.`, because);
  }
}
