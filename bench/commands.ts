import { join } from 'node:path';
import { asBuilt } from './as-built.ts';

/**
 * Whole commands (checked, decided, encrypted, durable, answered) beside an append and a sync of as many bytes for each, in
 * turns. The store holds 50,000 records, 1,000 of them of the person who acts first, and 1,000 communities with work of their own.
 * Prints JSON; ratios are ours to theirs, `cpuMs` is processor time. Run with `npx tsx bench/commands.ts [rounds]`.
 */
process.stdout.write(await asBuilt(join(import.meta.dirname, 'commands-case.ts'), process.argv.slice(2)));
