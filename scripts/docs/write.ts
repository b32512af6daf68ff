import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dataPage, withCommandTable } from './pages.ts';

/** Writes what the documentation says about code from the code: docs/data.md and the README's command table. */
const root = resolve(import.meta.dirname, '../..');
await writeFile(join(root, 'docs/data.md'), dataPage());
const readme = join(root, 'README.md');
await writeFile(readme, withCommandTable(await readFile(readme, 'utf8')));
