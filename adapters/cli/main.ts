#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { commandLine } from './program.ts';

/** The composition root: nothing else reads the environment. */
if (existsSync('.env')) process.loadEnvFile('.env');
await commandLine(process.argv, process.env);
