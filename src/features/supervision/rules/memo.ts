/**
 * Rules, buckets and rows never change once they are made, so what was worked out of one holds as long as it lives. These
 * remember it for that long: the functions stay pure, and after one more entry only what is new is worked out.
 */
export function remembered<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly found: T }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.found;
    const found = compute(key);
    known.set(key, { found });
    return found;
  };
}

/** The same of a rule and what it looks at. */
export function rememberedFor<R extends object, K extends object, T>(
  compute: (rule: R, key: K) => T,
): (rule: R, key: K) => T {
  const ofRule = remembered((rule: R) => remembered((key: K) => compute(rule, key)));
  return (rule, key) => ofRule(rule)(key);
}
