/** What is kept comes partly from outside, so that it has an end. */
const mostKept = 500;

/** A function of one text whose answer never changes, which remembers what it gave last. What throws is not remembered. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const given = new Map<string, T>();
  return (text) => {
    const known = given.get(text);
    if (known !== undefined) return known;
    const made = of(text);
    if (given.size >= mostKept) given.clear();
    given.set(text, made);
    return made;
  };
}
