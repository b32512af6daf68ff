import { type Finding, placeholderPattern, wordKey } from '../../../deidentify/index.ts';

/** What an author can say that a placeholder stands for. */
export const placeholderNames = [
  'client',
  'family',
  'colleague',
  'organization',
  'place',
  'date',
  'vehicle',
  'other',
] as const;
export type PlaceholderName = (typeof placeholderNames)[number];

/** What stands where an author hid a word. */
export const hiddenPlaceholder = '[Detail left out]';

const labels: Readonly<Record<PlaceholderName, string>> = {
  client: 'Client',
  family: 'Family member',
  colleague: 'Colleague',
  organization: 'Organization',
  place: 'Place',
  date: 'Date',
  vehicle: 'Vehicle',
  other: hiddenPlaceholder.slice(1, -1),
};
/** Said once in the text, not counted, as the filter says them. */
const uncounted: ReadonlySet<PlaceholderName> = new Set(['date', 'vehicle', 'other']);
/** Several spellings of one of these are one thing: "Luis Peralta" and "Luis". */
const counted: ReadonlySet<Finding['type']> = new Set(['NAME', 'LOCATION', 'ORG']);

/** The name that a placeholder of an author's choice was made from, or null. */
export function nameIn(placeholder: string): PlaceholderName | null {
  const label = placeholder.replace(/^\[|(?: \d+)?\]$/g, '');
  return placeholderNames.find((name) => labels[name] === label) ?? null;
}

interface Named {
  readonly fields: Readonly<Record<string, string>>;
  readonly hide: readonly string[];
  readonly doubted?: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, PlaceholderName>>;
  readonly standing?: { readonly taken: readonly string[] };
}

/** Which things are one and the same: what the filter gave one placeholder, else one word. */
export const thingOf = (of: Pick<Finding, 'type' | 'placeholder'>, key: string): string =>
  counted.has(of.type) ? of.placeholder : `word ${key}`;

/** The placeholders that the author's names give, by `wordKey`: a new number for each different thing. */
export function namesGiven(
  raw: Named,
  findings: Readonly<Record<string, readonly Finding[]>>,
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  if (Object.keys(raw.names).length === 0) return given;
  const used = new Set<string>([
    ...Object.values(raw.fields).flatMap((text) => text.match(placeholderPattern) ?? []),
    ...(raw.standing?.taken ?? []),
  ]);
  const wanted: { readonly key: string; readonly thing: string; readonly name: PlaceholderName }[] = [];
  for (const [field, found] of Object.entries(findings)) {
    for (const f of found) {
      const key = wordKey((raw.fields[field] ?? '').slice(f.start, f.end));
      const name = raw.names[key];
      if (name) wanted.push({ key, thing: thingOf(f, key), name });
      else used.add(f.placeholder);
    }
  }
  for (const key of [...raw.hide, ...Object.keys(raw.doubted ?? {})]) {
    const name = raw.names[key];
    if (name) wanted.push({ key, thing: `word ${key}`, name });
  }
  const things = new Map<string, string>();
  for (const { key, thing, name } of wanted) {
    const one = `${name} ${thing}`;
    const placeholder = things.get(one) ?? (uncounted.has(name) ? `[${labels[name]}]` : free(labels[name], used));
    things.set(one, placeholder);
    used.add(placeholder);
    if (!given.has(key)) given.set(key, placeholder);
  }
  return given;
}

function free(label: string, used: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const placeholder = count === 1 ? `[${label}]` : `[${label} ${count}]`;
    if (!used.has(placeholder)) return placeholder;
  }
}
