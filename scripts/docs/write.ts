import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { accessPage } from '../../test/fixtures/access-matrix.ts';
import { readMeasured, withFigures } from './figures.ts';
import { dataPage, withCommandTable } from './pages.ts';

/** Writes what the documentation says about code from the code, and figures from what the benches wrote. */
const root = resolve(import.meta.dirname, '../..');
await writeFile(join(root, 'docs/data.md'), dataPage());
await writeFile(join(root, 'docs/access.md'), await accessPage());
const readme = join(root, 'README.md');
const measured = await readMeasured(root);
await writeFile(readme, withFigures(withCommandTable(await readFile(readme, 'utf8')), measured));
const filter = join(root, 'docs/deidentification.md');
await writeFile(filter, withFigures(await readFile(filter, 'utf8'), measured));
