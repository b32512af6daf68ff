#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { commandLine } from './program.ts';
import { tracesNameSources } from './source-places.ts';

/** The composition root: nothing else reads the environment. */
if (import.meta.url.endsWith('.js')) tracesNameSources();
if (existsSync('.env')) process.loadEnvFile('.env');
await commandLine(process.argv, process.env);
