import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { platforms } from '../../adapters/cli/platforms.ts';
import { accessPage } from '../../test/fixtures/access-matrix.ts';
import { readMeasured, withFigures } from './figures.ts';
import { dataPage, withCommandTable, withPlatforms } from './pages.ts';

/** Writes what the documentation says about code from the code, and figures from what the benches wrote. */
const root = resolve(import.meta.dirname, '../..');
await writeFile(join(root, 'docs/data.md'), dataPage());
await writeFile(join(root, 'docs/access.md'), await accessPage());
const example = join(root, '.env.example');
await writeFile(example, withPlatforms(await readFile(example, 'utf8'), platforms));
const readme = join(root, 'README.md');
const measured = await readMeasured(root);
await writeFile(readme, withFigures(withCommandTable(await readFile(readme, 'utf8')), measured));
for (const page of ['docs/deidentification.md', 'docs/performance.md']) {
  const file = join(root, page);
  await writeFile(file, withFigures(await readFile(file, 'utf8'), measured));
}
