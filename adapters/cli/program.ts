import { Command, InvalidArgumentError } from 'commander';
import { OperatorError, type PlatformModule } from '../platform.ts';
import { backupCommands } from './backup-commands.ts';
import { communityCommands } from './community-commands.ts';
import { documentCommands } from './document-commands.ts';
import { hoursCommands } from './hours-commands.ts';
import { hasDesktop } from './open-page.ts';
import { platforms } from './platforms.ts';
import type { PlayOptions } from './playground.ts';
import { run } from './run.ts';
import { InputRefused, readSettings, WrongSettings } from './settings.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** `curbside`: parses the arguments and runs one command. Sets the exit code; prints problems as plain sentences. */
export async function commandLine(argv: readonly string[], env: Env): Promise<void> {
  let served = false;
  const program = new Command('curbside')
    .description(
      'Consultation groups for clinicians: ask about a case without identifiers, in Slack, Discord, or a playground.',
    )
    .showHelpAfterError(`To see every command, run: ${run('--help')}`);

  const playing = (name: string, isDefault: boolean) =>
    program
      .command(name, { isDefault })
      .option('--port <number>', 'playground port on 127.0.0.1; if it is in use, the next free one', portOf)
      .option('--no-open', 'do not open the playground in the browser');

  const play = async (options: PlayOptions) => {
    const desktop = hasDesktop({ env, terminal: process.stdout.isTTY, system: process.platform });
    return (await import('./playground.ts')).play(readSettings(env), { ...options, open: options.open && desktop });
  };

  playing('start', true)
    .description('connect every platform that has tokens; with no tokens, open the playground')
    .action(async (options: PlayOptions) => {
      const settings = readSettings(env);
      if (settings.connected.length > 0) {
        served = true;
        await (await import('./serve.ts')).serve(settings);
      } else await play(options);
    });

  playing('playground', false).description('open the playground on this computer, with made-up people').action(play);

  program
    .command('doctor')
    .description('check Node, settings, key, data folder, clock, and tokens, and say what to fix')
    .action(async () => {
      process.exitCode = await (await import('./doctor.ts')).runDoctor(env, (line) =>
        process.stdout.write(`${line}\n`),
      );
    });

  program
    .command('status')
    .description('say how a running Curbside is doing')
    .action(async () => {
      const print = (line: string) => void process.stdout.write(`${line}\n`);
      process.exitCode = await (await import('./status.ts')).printStatus(readSettings(env), print);
    });

  program
    .command('scrub')
    .description('remove identifiers from text files or standard input')
    .argument('[files...]', 'text files; if none, standard input')
    .option('--jsonl', 'lines {"id","text"} in, lines {"id","text","findings"} out')
    .option('--explain', 'say why each item was removed')
    .action(async (files: string[], options: { jsonl?: boolean; explain?: boolean }) =>
      (await import('./scrub-command.ts')).scrubCommand(files, options),
    );

  program
    .command('migrate')
    .description('copy everything from the data folder into the database of DATABASE_URL, or back, and compare it')
    .requiredOption('--to <where>', 'postgres or folder')
    .action(async ({ to }: { to: string }) =>
      (await import('./migrate/command.ts')).migrate(to, readSettings(env), (line) =>
        process.stdout.write(`${line}\n`),
      ),
    );

  hoursCommands(program);
  documentCommands(program, () => readSettings(env));
  backupCommands(program, () => readSettings(env));
  communityCommands(program, () => readSettings(env));

  program
    .command('connect')
    .description('connect a platform step by step: checks each token and writes .env')
    .argument(
      '[platform]',
      namesOf(() => true),
    )
    .option('--no-open', 'do not open pages in the browser')
    .action(async (platform: string | undefined, options: { open: boolean }) => {
      const desktop = hasDesktop({ env, terminal: process.stdout.isTTY, system: process.platform });
      const { connectCommand } = await import('./connect/command.ts');
      // A call to the platform may still be under way when somebody stops.
      process.exit(await connectCommand(platform, env, options.open && desktop));
    });

  program
    .command('manifest')
    .description('print the app manifest of a platform')
    .argument(
      '[platform]',
      namesOf((platform) => platform.manifest !== undefined),
    )
    .option('--url <address>', 'for HTTP mode: the public address where Slack can reach Curbside')
    .option('--many', 'with --url: for an app that any workspace can install')
    .action(async (platform: string | undefined, { url, many }: { url?: string; many?: boolean }) =>
      (await import('./platform-commands.ts')).printManifest(platform, url, many),
    );

  program
    .command('register')
    .description("register a platform's commands and print the invite link")
    .argument(
      '[platform]',
      namesOf((platform) => platform.register !== undefined),
    )
    .action(async (platform: string | undefined) =>
      (await import('./platform-commands.ts')).register(platform, readSettings(env)),
    );

  program.hook('preAction', (_program, command) => {
    if (!keepsOpen.has(command.name())) endWithReader();
  });

  try {
    refuseUnknown(program, argv[2]);
    await program.parseAsync([...argv]);
  } catch (error) {
    process.stderr.write(`${plainReason(error)}\n`);
    process.exitCode = 1;
  }
  // All is closed by now. Told to leave between two tries to reconnect, discord.js goes on trying (a shard that waits counts
  // as idle, and destroying that does nothing), and would keep the process for ever.
  if (served) process.exit();
}

const namesOf = (able: (platform: PlatformModule) => boolean): string =>
  platforms
    .filter(able)
    .map(({ name }) => name)
    .join(' or ');

/** What goes on until it is asked to end; everything else is done once its output is read. */
const keepsOpen: ReadonlySet<string> = new Set(['start', 'playground']);

/** Whoever reads the output may have seen enough (`| head`): that is no problem of ours, and no trace is due. */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
}

/** With a default command, commander would take a name that it does not know for an argument of that command. */
function refuseUnknown(program: Command, name: string | undefined): void {
  if (name === undefined || name.startsWith('-') || name === 'help') return;
  if (program.commands.some((command) => command.name() === name)) return;
  throw new InputRefused(`There is no command ${name}. To see every command, run: ${run('--help')}`);
}

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new InvalidArgumentError('Enter a port number from 0 to 65535.');
  return Number(text);
}

/** Problems that we word ourselves read as they are; anything else is a bug and keeps its trace. */
function plainReason(error: unknown): string {
  if (error instanceof WrongSettings || error instanceof OperatorError) return error.message;
  if (error instanceof Error && plainErrors.has(error.name)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const plainErrors: ReadonlySet<string> = new Set([
  'DataRefusal',
  'StoreUnavailable',
  'InputRefused',
  'WrongCheckinFile',
]);
