import { type Command, InvalidArgumentError } from 'commander';
import { InputRefused, type Settings } from './settings.ts';

/** Backups are kept for so many days, which is what people are told (docs/operations.md). */
const keptDays = 35;

/** Adds `backup`, `restore` and `rekey`. `verify` is of documents, too: see `document-commands.ts`. */
export function backupCommands(program: Command, read: () => Settings): void {
  /** These are about the data folder: with a database, they would work on one that nobody uses. */
  const settings = (): Settings => {
    const given = read();
    if (given.env.DATABASE_URL)
      throw new InputRefused(
        'Your data is in the database (DATABASE_URL), and this command is for the data folder. Use deploy/backup-database and deploy/restore-database: see docs/hosting.md.',
      );
    return given;
  };
  const commands = () => import('./backup/commands.ts');

  program
    .command('backup')
    .description('write an encrypted backup, also while Curbside is running, and read it back')
    .argument('<folder>', 'where backups lie; each gets a folder of its own')
    .option('--keep <days>', 'delete backups older than this', daysOf, keptDays)
    .option('--then <command>', 'run this afterwards, with the folder of the backup as its last argument')
    .action(async (folder: string, options: { keep: number; then?: string }) =>
      (await commands()).backupCommand(settings(), folder, { keep: options.keep, afterwards: options.then }),
    );

  program
    .command('restore')
    .description('write a backup into the data folder, which must be empty')
    .argument('<backup>', 'folder of one backup')
    .action(async (backup: string) => (await commands()).restoreCommand(settings(), backup));

  program
    .command('rekey')
    .description('change the key of the data; Curbside must be stopped')
    .action(async () => (await commands()).rekeyCommand(settings()));
}

function daysOf(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Enter a number of days from 1 to 9999.');
  return Number(text);
}
