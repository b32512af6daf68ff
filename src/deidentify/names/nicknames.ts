import { nicknameFamilies } from '../words/nicknames.ts';

const others = new Map<string, Set<string>>();
for (const family of nicknameFamilies) {
  const [full = '', ...short] = family;
  for (const name of family) {
    const known = others.get(name) ?? new Set<string>();
    // A short form leads back to its full name, not to every cousin.
    for (const other of name === full ? short : [full]) known.add(other);
    others.set(name, known);
  }
}

/** Short forms of a full name, or the full names of a short form; lower case. */
export function nicknames(name: string): ReadonlySet<string> {
  return others.get(name) ?? new Set();
}
