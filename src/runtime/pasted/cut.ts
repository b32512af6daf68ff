/** A text of at most so many characters: cut between words, and never inside a placeholder. */
export function cutBetweenWords(text: string, most: number): string {
  if (text.length <= most) return text;
  // One sign more tells whether a word ends there.
  const whole = text.slice(0, most + 1).replace(/\[[^\]]*$/, '');
  const start = /\s$/.test(whole) ? whole.trimEnd() : whole.replace(/\s*(?:\[[^\]]*\]\S*|\S+)$/, '');
  return start === '' ? text.slice(0, most) : start;
}
