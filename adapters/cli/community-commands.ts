import type { Command } from 'commander';
import type { Settings } from './settings.ts';

/** Adds `community`: one community goes from this installation to another one, or comes from it. */
export function communityCommands(program: Command, settings: () => Settings): void {
  const commands = () => import('./community/commands.ts');
  const community = program
    .command('community')
    .description('move one community to or from another installation (docs/operations.md)');

  community
    .command('key')
    .description('show the key with which this installation can receive a community')
    .action(async () => (await commands()).keyCommand(settings()));

  community
    .command('list')
    .description('list the communities here, without any names')
    .action(async () => (await commands()).listCommand(settings()));

  community
    .command('export')
    .description(
      'write one community into a file that only the other installation can open; Curbside then stops answering there',
    )
    .argument('<community>', 'its name from “community list”, or its workspace or server ID')
    .requiredOption('--for <key>', 'the receiving key of the other installation: age1…')
    .requiredOption('--out <file>', 'the file to write')
    .action(async (name: string, options: { for: string; out: string }) =>
      (await commands()).exportCommand(settings(), name, options.for, options.out),
    );

  community
    .command('import')
    .description('check the file of an exported community, then store all of it or nothing')
    .argument('<file>', 'the exported file')
    .requiredOption('--signer <fingerprint>', 'of the installation that exported it; its operator tells you')
    .action(async (file: string, { signer }: { signer: string }) =>
      (await commands()).importCommand(settings(), file, signer),
    );

  community
    .command('erase')
    .description('erase an exported community here once it was imported')
    .argument('<community>', 'its name from “community list”, or its workspace or server ID')
    .requiredOption('--receipt <code>', 'the code that the import showed')
    .action(async (name: string, { receipt }: { receipt: string }) =>
      (await commands()).eraseCommand(settings(), name, receipt),
    );

  community
    .command('keep')
    .description('undo an export so that Curbside answers there again, or remove an interrupted import')
    .argument('<community>', 'its name from “community list”, or its workspace or server ID')
    .action(async (name: string) => (await commands()).keepCommand(settings(), name));
}
