#!/usr/bin/env node
import { accessSync, constants, existsSync } from 'node:fs';
import { commandLine } from './program.ts';
import { tracesNameSources } from './source-places.ts';

/** The composition root: nothing else reads the environment. */
if (import.meta.url.endsWith('.js')) tracesNameSources();
if (existsSync('.env') && !isReadable('.env')) {
  // Node would call it missing. It belongs to the user that Curbside runs as.
  process.stderr.write(
    'This user can’t read .env in this folder. If Curbside runs as another user, run this as that user (docs/operations.md).\n',
  );
  process.exitCode = 1;
} else {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await commandLine(process.argv, process.env);
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
