import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/fixtures/long-first.ts';
import { memoryFolder } from './test/fixtures/memory-folder.ts';

/** These need a PostgreSQL server, which is started once for all of them. */
const onDatabase = ['test/contract/postgres.test.ts', 'test/adapters/postgres/**/*.test.ts'];

/** These store nothing, or where they say themselves. A folder of tests that is not named here is of features: all of them run on a database too. */
const notOfFeatures = [
  'test/{adapters,contract,deidentify,i18n,time,view,wire}/**',
  'test/{architecture,build,docs,operations}.test.ts',
];
const inDatabase = process.env.CURBSIDE_TEST_STORE === 'database';

// Of this process and all that it starts.
const inMemory = process.env.TMPDIR === undefined ? memoryFolder() : undefined;
if (inMemory !== undefined) process.env.TMPDIR = inMemory;

export default defineConfig({
  test: {
    // `npm run test:all` has every test of a feature store in a database, by CURBSIDE_TEST_STORE.
    globalSetup: ['test/fixtures/built.ts', ...(inDatabase ? ['test/fixtures/database/global.ts'] : [])],
    // Only what hangs runs into these; nothing depends on how fast a machine is.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    // Two more than there are processors: many tests wait for a program that they started, a browser, or a slow platform.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: inDatabase ? [...onDatabase, ...notOfFeatures] : onDatabase,
          setupFiles: 'test/fixtures/globals.ts',
          // The files share processes, and with them the loaded core and word lists: loading takes longer than most tests.
          // A test that changes something global puts it back.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: onDatabase,
          globalSetup: 'test/fixtures/database/global.ts',
          setupFiles: 'test/fixtures/globals.ts',
          isolate: false,
        },
      },
    ],
  },
});
