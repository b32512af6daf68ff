import { basename, resolve } from 'node:path';
import { routes } from '../../../src/index.ts';
import type { Given, PlatformModule } from '../../platform.ts';
import { openPage } from '../open-page.ts';
import { runs } from '../platform-commands.ts';
import { platforms } from '../platforms.ts';
import { run } from '../run.ts';
import { InputRefused } from '../settings.ts';
import { connect } from './connect.ts';
import { openDialogue, Stopped } from './dialogue.ts';
import { readEnvFile } from './env-file.ts';
import { isPlaceholder } from './pasted.ts';

/** `curbside connect slack`: resolves with the exit code. `desktop`: whether a browser can be opened. */
export async function connectCommand(name: string | undefined, env: Given, desktop: boolean): Promise<number> {
  const platform = platforms.find((one) => one.name === name);
  if (platform === undefined)
    throw new InputRefused(
      `${name === undefined ? 'Which platform?' : `Curbside doesn’t connect to ${name}.`} ${runs('connect', platforms)}`,
    );
  const file = resolve('.env');
  const talk = openDialogue({ input: process.stdin, output: process.stdout });
  const around = { env, file, example: resolve('.env.example'), routes, openPage: desktop ? openPage : null };
  try {
    await connect(platform, around, talk);
    return 0;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    talk.say();
    const saved = await hasSaved(platform, file);
    talk.say(
      `Stopped. ${saved ? `Accepted values are in ${basename(file)}` : 'Nothing was saved yet'}. To continue, run: ${run(`connect ${platform.name}`)}`,
    );
    return 130;
  } finally {
    talk.close();
  }
}

/** Whether any of the values that this asks for is in the file, from now or from before. */
async function hasSaved(platform: PlatformModule, file: string): Promise<boolean> {
  const [{ values }, inFile] = [await platform.connecting(), await readEnvFile(file)];
  return values.some(({ name }) => {
    const value = inFile[name]?.trim() ?? '';
    return value !== '' && !isPlaceholder(value);
  });
}
