import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bundled } from '../test/fixtures/bundled.ts';

const run = promisify(execFile);

/**
 * Runs a script as the program is built, in one file, and returns what it prints. What `tsx` makes of it names every function that
 * is made, each time: that alone was a quarter of the processor time of a command.
 */
export async function asBuilt(script: string, args: readonly string[] = [], nodeArgs: readonly string[] = []) {
  const { file, remove } = await bundled(script);
  try {
    return (await run(process.execPath, [...nodeArgs, file, ...args], { maxBuffer: 64 * 1024 * 1024 })).stdout;
  } finally {
    await remove();
  }
}
