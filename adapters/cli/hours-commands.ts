import type { Command } from 'commander';
import type { HoursOptions } from './hours/command.ts';
import { run } from './run.ts';

/** Adds `hours` and `packs`, which read files and store nothing. */
export function hoursCommands(program: Command): void {
  program
    .command('hours')
    .description('add up supervision hours in a CSV file under the rules of a board')
    .argument('[file]', 'CSV file; docs/packs.md lists its columns')
    .option('--pack <id>', 'the rules; see the command packs')
    .option('--as-of <date>', 'last day that counts, such as 2026-11-30; today without it')
    .option('--applying <date>', 'day of your application, where the rules depend on it')
    .option('--json', 'print one JSON object')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (file: string | undefined, options: HoursOptions) => {
      process.exitCode = await (await import('./hours/command.ts')).hoursCommand(file, options, today());
    });

  program
    .command('packs')
    .description('list the rules that hours can be added up under, or check a file of your own')
    .action(async () => (await import('./packs/command.ts')).listPacks())
    .command('check')
    .description('name each field of a pack that is wrong')
    .showHelpAfterError(`For example: ${run('packs check my-board.json')}`)
    .argument('<file>', 'JSON file; docs/packs.md explains how to write one')
    .action(async (file: string) => {
      process.exitCode = (await import('./packs/command.ts')).checkPack(file);
    });
}

/** Today on this computer, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
