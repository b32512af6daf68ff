import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { run } from './run.ts';
import type { Settings } from './settings.ts';

/**
 * Adds `verify`, which reads one document and nothing else, or one backup with its key; and `export`, which redeems the code of somebody
 * who left.
 */
export function documentCommands(program: Command, settings: () => Settings): void {
  program
    .command('verify')
    .description(
      'check that a PDF or JSON document is unchanged since Curbside made it, or read a backup to its last byte',
    )
    .argument('<path>', 'the document, or the folder of one backup')
    .showHelpAfterError(`For example: ${run('verify FILE.pdf --key FINGERPRINT')}`)
    .option('--key <fingerprint>', 'of the installation that made the document; /curbside status shows it')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (path: string, { key }: { key?: string }) => {
      if (await isFolder(path)) return (await import('./backup/commands.ts')).verifyCommand(settings(), path);
      const { verifyCommand } = await import('./verify/command.ts');
      process.exitCode = verifyCommand(path, key, (line) => process.stdout.write(`${line}\n`));
    });

  program
    .command('export')
    .description('write the supervision entries of someone who left, for their one-time code')
    .showHelpAfterError(`For example: ${run('export --code CODE')}`)
    .requiredOption('--code <code>', 'the code they got from Curbside')
    .option('--to <folder>', 'where to write the files', 'curbside-export')
    .action(async ({ code, to }: { code: string; to: string }) => {
      const { exportCommand } = await import('./export/command.ts');
      process.stdout.write(`${await exportCommand(settings(), code, to)}\n`);
    });
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
