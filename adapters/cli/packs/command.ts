import { comparedRules, type Pack, type Rule } from '../../../src/index.ts';
import { readPack, shippedPacks } from '../../node/packs.ts';
import { aligned, harmless } from '../terminal.ts';
import { unreadable } from '../unreadable.ts';

/** Also names of fields and values of a file that is no pack: each on the line that it was given. */
const print = (lines: readonly string[]): void => {
  process.stdout.write(`${lines.map((line) => harmless(line).replaceAll('\n', '\ufffd')).join('\n')}\n`);
};

/** `curbside packs`: the packs that come with Curbside, with the day they were read and how many of their rules are verified. */
export function listPacks(): void {
  const rows = shippedPacks().map(({ id, title, asOf, rules }) => {
    const count = (...statuses: readonly string[]) => rules.filter(({ status }) => statuses.includes(status)).length;
    return [id, asOf, `${count('primary')} / ${count('secondary')} / ${count('gk', 'unsure')}`, title];
  });
  print([
    ...aligned([['Pack', 'As of', 'Rules: board / elsewhere / unverified', 'Title'], ...rows]),
    '',
    'These rules are examples. Check with your board. Unverified rules are listed, never computed.',
  ]);
}

/** `curbside packs check`: every field of a pack that is wrong. Resolves to the exit status: 0 when it is a pack, else 1. Throws `InputRefused` on a file that cannot be read. */
export function checkPack(file: string): 0 | 1 {
  let read: ReturnType<typeof readPack>;
  try {
    read = readPack(file);
  } catch (error) {
    throw unreadable(file, error);
  }
  if ('problems' in read) {
    print([`${file} is not a pack yet:`, ...read.problems.map((problem) => `  ${problem}`)]);
    return 1;
  }
  const { id, version, rules, activities } = read.pack;
  print([
    `${file} is valid: ${id}, version ${version}, ${activities.length} activities, ${rules.length} rules.`,
    ...changesTo(read.pack),
  ]);
  return 0;
}

const changeWords = { new: 'new', changed: 'changed', gone: 'no longer there' } as const;

/** What the pack changes, rule by rule, where one of that id comes with Curbside. */
function changesTo(pack: Pack): string[] {
  const before = shippedPacks().find(({ id }) => id === pack.id);
  if (before === undefined) return [];
  const all = comparedRules(before, pack);
  const changes = all.flatMap(({ change, rule, before: was }) =>
    change === 'same'
      ? []
      : [
          `  ${rule.id} (${rule.kind}), ${changeWords[change]}: ${rule.text}`,
          ...(was === null ? [] : differences(was, rule)),
        ],
  );
  if (changes.length === 0) return [];
  return [
    '',
    `Against version ${before.version} that comes with Curbside, ${all.filter(({ change }) => change === 'same').length} rules stay the same:`,
    ...changes,
    ...(pack.version > before.version ? [] : ['', 'Give it a higher version: checks by owners hold for one version.']),
  ];
}

/** Each field that differs, before and after. */
function differences(before: Rule, after: Rule): string[] {
  const [old, now] = [before, after].map((rule) => rule as unknown as Readonly<Record<string, unknown>>);
  const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])];
  const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
  return names
    .filter((name) => name !== 'source' && shown(old?.[name]) !== shown(now?.[name]))
    .map((name) => `    ${name}: ${shown(old?.[name])} before, ${shown(now?.[name])} now`);
}
