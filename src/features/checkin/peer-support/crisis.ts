/**
 * Words in which people say that they do not want to live. Looked for only where a person writes about themself, in
 * memory, to show lines at once (docs/domain.md, Crisis words): neither the text nor that it matched is kept or told to anybody.
 */
const phrases = [
  /\b(?:do not|don t|dont|no longer|not) (?:really )?want to (?:go on(?! (?:call|leave|vacation|holiday|shift|break|a )\b)|live|be here|be alive|wake up|exist)\b/,
  /\bcan ?(?:not|t) go on\b/,
  /\b(?:kill|hurt|harm|hang|shoot|cut) (?:my ?self|me)\b/,
  /\b(?:end|ending|take|taking) (?:my (?:own )?life|it all)\b/,
  /\bsuicid/,
  /\b(?:want|wish|going|ready|plan) to die\b/,
  /\bwish i (?:was|were) (?:dead|not here|never born)\b/,
  /\bbetter off (?:dead|without me)\b/,
  /\bno (?:reason|point) (?:to|in) (?:live|living|go on|going on)\b/,
];

/** True when a text sounds as if its writer might be in danger. Case, accents and apostrophes do not matter. */
export function soundsLikeCrisis(text: string): boolean {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z]+/g, ' ');
  return phrases.some((phrase) => phrase.test(plain));
}
