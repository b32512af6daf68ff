import type { PlatformModule } from '../../adapters/platform.ts';
import { defaultLocale, kinds, plain, routes, slashRoutes, wordsOf } from '../../src/index.ts';

/** docs/data.md: every kind that is stored, from its declaration. */
export function dataPage(): string {
  const sections = kinds.map(({ name, sealed, about, schema }) => {
    const fields = 'shape' in schema ? Object.keys(schema.shape as object) : [];
    return [
      `## ${name}`,
      '',
      `${about.what}.`,
      '',
      `- **Fields:** ${fields.map((f) => `\`${f}\``).join(', ')}`,
      `- **Who reads it:** ${about.readBy}`,
      `- **Kept:** ${about.keptFor}`,
      `- **Sealed:** ${sealed === 'owner' ? "yes, under its owner's own key; only the ID, owner, and index keys are outside the seal" : 'no (encrypted with the whole store)'}`,
    ].join('\n');
  });
  return [
    '# What is stored',
    '',
    'This page lists every kind of data that Curbside stores. `npm run docs` writes it from the declarations in `src/`.',
    '',
    'Everything is in one encrypted store. In it, people are opaque references. Only the vault, which is kept in files of its own, knows whom',
    'they stand for: it has a platform ID and a key for each person. What is *sealed* is also encrypted under the key of the person it belongs to.',
    '',
    ...sections.flatMap((s) => [s, '']),
  ].join('\n');
}

const begin = '<!-- commands: written by npm run docs -->';
const end = '<!-- end of commands -->';

/** The README with its command table as the routes have it. */
export function withCommandTable(readme: string): string {
  const rows = slashRoutes(routes).map(
    ({ slash }) => `| \`/${slash.command} ${slash.word}\` | ${wordsOf(defaultLocale, plain(slash.help))} |`,
  );
  const table = [begin, '| command | what it does |', '|---|---|', ...rows, end].join('\n');
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < 0) throw new Error('the README has no place for the command table');
  return readme.slice(0, from) + table + readme.slice(to + end.length);
}

const ownSettings = '# --- Data ---\n';

/** `.env.example` with the variables of every platform as its folder declares them. */
export function withPlatforms(example: string, platforms: readonly PlatformModule[]): string {
  const from = example.indexOf('# --- ');
  const to = example.indexOf(ownSettings);
  if (from < 0 || to < 0) throw new Error('.env.example has no place for the platforms');
  const sections = platforms.map(
    ({ name, title, settings }) =>
      `# --- ${title} (docs/${name}.md) ---\n${settings.variables.map((v) => `# ${v.about}\n${v.name}=\n`).join('')}\n`,
  );
  return example.slice(0, from) + sections.join('') + example.slice(to);
}
