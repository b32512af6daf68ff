/**
 * The word that may be meant by one that is none of them: one slip away (a letter too many, missing, changed, or two
 * that changed places), or the one word that begins so. Null when none or several are as likely.
 */
export function didYouMean(typed: string, words: readonly string[]): string | null {
  const text = typed.toLowerCase();
  const slips = words.filter((word) => oneSlip(text, word));
  if (slips.length > 0) return slips.length === 1 ? (slips[0] ?? null) : null;
  const begun = text.length < 2 ? [] : words.filter((word) => word.startsWith(text));
  return begun.length === 1 ? (begun[0] ?? null) : null;
}

function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const most = Math.max(a.length, b.length);
  if (most < 3) return false;
  let at = 0;
  while (at < most && a[at] === b[at]) at++;
  const restA = a.slice(at);
  const restB = b.slice(at);
  const swapped =
    restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return swapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
