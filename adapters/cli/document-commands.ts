import type { Command } from 'commander';
import type { Settings } from './settings.ts';

/** Adds `verify`, which reads one file and nothing else, and `export`, which redeems the code of somebody who left. */
export function documentCommands(program: Command, settings: () => Settings): void {
  program
    .command('verify')
    .description('check that a PDF or JSON document is unchanged since Curbside made it')
    .argument('<file>', 'the document')
    .option('--key <fingerprint>', 'of the installation that made it; /curbside status shows it')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (file: string, { key }: { key?: string }) => {
      const { verifyCommand } = await import('./verify/command.ts');
      process.exitCode = verifyCommand(file, key, (line) => process.stdout.write(`${line}\n`));
    });

  program
    .command('export')
    .description('write the supervision entries of someone who left, for their one-time code')
    .requiredOption('--code <code>', 'the code they got from Curbside')
    .option('--to <folder>', 'where to write the files', 'curbside-export')
    .action(async ({ code, to }: { code: string; to: string }) => {
      const { exportCommand } = await import('./export/command.ts');
      process.stdout.write(`${await exportCommand(settings(), code, to)}\n`);
    });
}
