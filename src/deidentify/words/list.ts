/** Words of a white-space separated list. */
export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)).filter((word) => word !== ''));
}

/** Phrases of a list separated by bars, by their first word, longest first, so that a scan can look ahead once. */
export function phraseTable(list: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const table = new Map<string, string[][]>();
  for (const phrase of list.split('|')) {
    // Tokens split a possessive off, so phrases do too.
    const words = phrase.trim().replace(/'s\b/g, " 's").split(/\s+/);
    const first = words[0];
    if (first === undefined || first === '') continue;
    table.set(
      first,
      [...(table.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  return table;
}
