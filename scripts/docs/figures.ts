import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the benches of de-identification wrote into bench/deid. */
export interface Measured {
  readonly results: Readonly<Record<string, Readonly<Record<string, Beside>>>>;
  readonly unseen: Readonly<Record<string, Unseen>> & { readonly classes: Readonly<Record<string, Classes>> };
  /** What a set showed on its first run, kept as it was. */
  readonly first: Readonly<Record<string, Unseen>>;
  readonly speed: Speed;
  /** Of finding again, from bench/search.json. */
  readonly search: Search;
}
interface Search {
  readonly cores: number;
  readonly loadAverage: number;
  readonly consultations: number;
  readonly firstUse: {
    readonly ms: number;
    readonly cpu: number;
    readonly firstAnswer: number;
    readonly longestBlock: number;
  };
  readonly indexMb: number;
  readonly search: Readonly<Record<'ms' | 'cpu', { readonly p50: number; readonly p95: number; readonly p99: number }>>;
}
interface Found {
  readonly recall: number;
  readonly clean: number;
  readonly precision: number;
  readonly alarms: number;
  readonly sureAlarms: number;
  readonly byKind: Readonly<Record<string, number>>;
}
type Beside = Found & { readonly kbPerSecond: number };
type Unseen = Found & { readonly questions: number };
type Classes = Readonly<Record<string, { readonly caught: number; readonly kept: number }>>;
interface Speed {
  readonly loadAverage: number;
  readonly cores: number;
  readonly load: number;
  readonly everyRun: { readonly median: number; readonly p99: number };
  readonly quietest: { readonly median: number; readonly p99: number };
  readonly firstCase: { readonly cold: number; readonly afterWarmUp: number };
  readonly phases: Readonly<Record<string, number>>;
  readonly longMessage: { readonly characters: number; readonly next: number; readonly longestHoldUp: number };
  readonly kbPerSecond: { readonly curbside: number; readonly compromise?: number };
}

export async function readMeasured(root: string): Promise<Measured> {
  const read = async (name: string) => JSON.parse(await readFile(join(root, 'bench/deid', name), 'utf8'));
  return {
    results: await read('results.json'),
    unseen: await read('unseen.json'),
    first: await read('first-run.json'),
    speed: await read('speed.json'),
    search: JSON.parse(await readFile(join(root, 'bench/search.json'), 'utf8')),
  };
}

const ours = 'Curbside (+ learned tagger)';
/** Held-back texts with identifiers, and those without any, in the order of the page. */
const sets = ['held-back.jsonl', 'held-back-2.jsonl', 'held-back-6.jsonl', 'held-back-7.jsonl', 'held-back-5.jsonl'];
const kinds = ['NAME', 'ORG', 'LOCATION', 'DATE, AGE, PHONE, EMAIL, URL, ID, IP', 'OTHER'];

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), `|${'---|'.repeat(head.length)}`, ...rows].join('\n');
/** Recall leaves indirect identifiers out. */
const isDirect = (one: Found): boolean => Object.keys(one.byKind).some((kind) => kind !== 'OTHER');
/** A set without identifiers has no recall, and one without a clean text to measure no alarms. */
const found = (one: Found): readonly (string | number)[] =>
  Object.keys(one.byKind).length === 0 ? ['', '', ''] : [isDirect(one) ? one.recall : '', one.clean, one.precision];

function beside({ results }: Measured, set: string): string {
  const rows = Object.entries(results).flatMap(([name, bySet]) => {
    const one = bySet[set];
    return one ? [row(name, ...found(one), one.alarms, one.kbPerSecond)] : [];
  });
  return table(['', 'recall', 'clean', 'precision', 'false alarms', 'KB/s'], rows);
}

/** For a reader who won't read the table: how often something was left over in a text that has identifiers. */
function leftOver({ results }: Measured, set: string): string {
  const left = 1 - (results[ours]?.[set]?.clean ?? 0);
  if (left === 0) return 'In the vignettes that hold identifiers, it missed none.';
  return `In about 1 in ${Math.round(1 / left)} of the vignettes that hold identifiers (${Math.round(100 * left)}%), it missed at least part of one.`;
}

const unseen = ({ unseen: { classes: _, ...files } }: Measured): string => byFile(files);

function byFile(files: Readonly<Record<string, Unseen>>): string {
  const rows = Object.entries(files).map(([file, one]) => {
    const of = kinds.map((kind) => one.byKind[kind] ?? '');
    return row(file, ...found(one), `${one.alarms} (${one.sureAlarms})`, one.questions, ...of);
  });
  const head = ['', 'recall', 'clean', 'precision', 'false alarms (certain)', 'questions'];
  return table([...head, 'NAME', 'ORG', 'LOCATION', 'structured', 'indirect'], rows);
}

const classes = ({ unseen: { classes: files } }: Measured): string =>
  table(
    ['class of known mistakes, held-back part', 'caught', 'kept'],
    Object.entries(files['held-back-classes.jsonl'] ?? {}).map(([name, one]) => row(name, one.caught, one.kept)),
  );

function speed({ speed: s }: Measured): string {
  const { curbside, compromise } = s.kbPerSecond;
  const whole = Object.values(s.phases).reduce((sum, one) => sum + one, 0);
  const shares = Object.entries(s.phases).map(([name, ms]) => `${name} ${Math.round((100 * ms) / whole)} %`);
  const ratio =
    compromise === undefined
      ? ''
      : ` Beside compromise, on the same cases in the same run: ${(curbside / compromise).toFixed(1)} times as fast.`;
  const busy =
    s.loadAverage > s.cores
      ? `Measured while ${s.loadAverage} processes wanted ${s.cores} cores: the times are too long, the ratios hold.\n`
      : '';
  return [
    `${busy}A case of 1,500 characters full of identifiers takes ${s.quietest.median} ms in the median and ${s.quietest.p99} ms at the 99th percentile at its quietest,`,
    `${s.everyRun.median} and ${s.everyRun.p99} ms over all runs. Of that: ${shares.join(', ')}.${ratio}`,
    `The first case after a start takes ${s.firstCase.cold} ms without the warm-up scan and ${s.firstCase.afterWarmUp} ms with it. A message of`,
    `${s.longMessage.characters.toLocaleString('en-US')} characters takes ${s.longMessage.next} ms on its own thread; meanwhile everything else waits ${s.longMessage.longestHoldUp} ms at most.`,
  ].join('\n');
}

function search({ search: s }: Measured): string {
  const { ms, cpu } = s.search;
  const busy =
    s.loadAverage > s.cores
      ? `Measured while ${s.loadAverage} processes wanted ${s.cores} cores: what the clock says is too long, processor time is near the truth.\n\n`
      : '';
  return (
    busy +
    table(
      ['finding again among 50,000 questions of one group', 'clock', 'processor', 'goal'],
      [
        row('a search, from the command to the card: median', `${ms.p50} ms`, `${cpu.p50} ms`, ''),
        row('the same, 99th percentile', `${ms.p99} ms`, `${cpu.p99} ms`, '< 50 ms'),
        row('first use after a start, until it is found', `${s.firstUse.ms} ms`, `${s.firstUse.cpu} ms`, '< 3 s'),
        row(
          'the same, until the first word (“Reading the group’s questions…”)',
          `${s.firstUse.firstAnswer} ms`,
          '',
          '',
        ),
        row('memory of the index', `${s.indexMb} MB`, '', ''),
      ],
    )
  );
}

/** Every place in a page that holds figures, by its name. */
const sections: Readonly<Record<string, (measured: Measured) => string>> = {
  beside: (measured) => beside(measured, 'held-back-2.jsonl'),
  leftOver: (measured) => leftOver(measured, 'held-back-2.jsonl'),
  sets: (measured) => sets.map((set) => `${set}:\n\n${beside(measured, set)}`).join('\n\n'),
  ours: ({ results }) =>
    table(
      ['', 'recall', 'clean', 'precision', 'false alarms (certain)'],
      sets.flatMap((set) => {
        const one = results[ours]?.[set];
        return one ? [row(set, ...found(one), `${one.alarms} (${one.sureAlarms})`)] : [];
      }),
    ),
  unseen,
  first: ({ first }) => byFile(first),
  classes,
  speed,
  search,
};

/** A page with its figures as they were measured last. */
export function withFigures(page: string, measured: Measured): string {
  return page.replace(
    /(<!-- figures: (\w+), written by npm run docs -->\n)[\s\S]*?(\n<!-- end of figures -->)/g,
    (whole, begin: string, name: string, end: string) => {
      const section = sections[name];
      return section === undefined ? whole : `${begin}${section(measured)}${end}`;
    },
  );
}
