import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { compiled } from './test/fixtures/compiled.ts';
import { LongFirst } from './test/fixtures/long-first.ts';
import { memoryFolder } from './test/fixtures/memory-folder.ts';

/** A folder of tests that is not named here is of features: all of them run on a database too. */
const notOfFeatures = [
  'test/{adapters,contract,deidentify,i18n,time,view,wire}/**',
  'test/{architecture,build,docs,operations}.test.ts',
];

// Of this process and all that it starts.
const inMemory = process.env.TMPDIR === undefined ? memoryFolder() : undefined;
if (inMemory !== undefined) process.env.TMPDIR = inMemory;

export default defineConfig({
  plugins: [compiled()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // `npm run test:all` has every test of a feature store in a database.
    exclude: process.env.CURBSIDE_TEST_STORE === 'database' ? notOfFeatures : [],
    globalSetup: ['test/fixtures/built.ts', 'test/fixtures/database/global.ts'],
    setupFiles: 'test/fixtures/globals.ts',
    // Only what hangs runs into these; nothing depends on how fast a machine is.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    // Two more than there are processors: many tests wait for a program that they started, a browser, or a slow platform.
    maxWorkers: availableParallelism() + 2,
    // Clearing memory with threads of its own takes more of a processor that four processes share than it saves, and makes
    // what a test measures of its process depend on the others.
    execArgv: ['--single-threaded-gc', '--max-semi-space-size=64'],
    sequence: { sequencer: LongFirst },
    // The files share processes, and with them the loaded core and word lists: loading takes longer than most tests. So they
    // are of one project: a process that has run files of one begins anew for those of another.
    // A test that changes something global puts it back.
    isolate: false,
  },
});
