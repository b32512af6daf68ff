/**
 * Words that make several people answer for a client, by language. Consultation leaves responsibility with whoever asks
 * (docs/domain.md, rule "The clinician who asks stays responsible"), so no clause of an agreement may say otherwise.
 */
interface Words {
  /** What is answered for. */
  readonly burden: RegExp;
  /** That more than the person who asks answers for it. */
  readonly spread: RegExp;
  /** That it is not so. */
  readonly denied: RegExp;
}

const byLanguage: Readonly<Record<string, Words>> = {
  en: {
    burden:
      /\b(?:co-?)?(?:responsib\w*|liab\w*|accountab\w*|answerable|malpractice|negligence|damages|indemn\w*|dut(?:y|ies) (?:of care|to (?:\w+ )?(?:client|patient)s?)|legal (?:cost|risk|consequence)s?)/i,
    spread:
      /\b(?:shar(?:e|es|ed|ing)\b|joint|collective|together\b|in common\b|mutual|both\b|all of us\b|(?:the|this|our) (?:\w+ )?(?:group|team|circle|members|colleagues|consultants)\b|we\b|us\b|everyone\b|everybody\b|each (?:member|other)\b|one another|assum(?:e|es|ed|ing)\b|t(?:ake|akes|ook|aking) (?:on|over)\b|accept\w* \w*|transfer|pass(?:es|ed)? (?:on )?to\b|split|divid|deleg|co-?(?:responsib|liab|accountab)|indemn|hold\w* (?:\w+ ){0,3}harmless|waiv|releas(?:e|es|ed)\b)/i,
    denied: /\b(?:no|not|nobody|no one|none|never|neither|nor|without|cannot|own|alone)\b|n[’']t\b/i,
  },
};

/** A denial that denies nothing: "not only the member who asked". */
const emptyDenial = /\b(?:not|n[’']t) (?:only|just|merely|simply|alone)\b|\bnever mind\b|\bno (?:doubt|less)\b/gi;

/** Whether an agreement in this language can be checked at all. */
export const isChecked = (language: string): boolean => (language.split('-')[0] ?? '') in byLanguage;

/**
 * The sentence of a clause that spreads responsibility or liability over more than the person who asks, or null. It goes by
 * words, sentence by sentence, and rather refuses one too many: such a clause can be worded anew.
 */
export function sharesResponsibility(text: string, language: string): string | null {
  const words = byLanguage[language.split('-')[0] ?? ''];
  if (words === undefined) return null;
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ');
  const sentences = plain.split(/(?<=[.!?;:])\s+/);
  return (
    sentences.find((one) => {
      const said = one.replace(emptyDenial, ' ');
      return words.burden.test(said) && words.spread.test(said) && !words.denied.test(said);
    }) ??
    // "Responsibility for every case is one thing. We share it." says the same in two sentences.
    (words.burden.test(plain)
      ? (sentences.find((one) => /\b(?:shar\w*|split\w*|divid\w*) (?:it|this|that|them)\b/i.test(one)) ?? null)
      : null)
  );
}
