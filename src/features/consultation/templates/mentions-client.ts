/** What shows that a text is about one client, where none should be in it. Only a hint: its author decides. */
const signs: readonly RegExp[] = [
  /\[(?:client|family member|sister|brother|mother|father|son|daughter|partner)\b/i,
  /\b(?:my|our|this|that|one of my) (?:\w+ ){0,2}(?:clients?|patients?|couple|teen(?:ager)?)\b(?<!\bmy clients|\bmy patients|\bour clients|\bour patients)/i,
  /\b(?:she|he|they|client|patient|mom|mother|dad|father|parents?) (?:told|tells|asked|asks|texted|emailed|called|messaged|showed) me\b/i,
  /\b\d{1,3}[- ]?(?:years?|yrs?)[- ]?old\b|\b\d{1,2} ?(?:yo|y\/o)\b/i,
  /\bin (?:her|his|their) (?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|\d0s)\b/i,
];

/** True when one of these texts still speaks of a client: "my client", "she told me", an age. */
export const mentionsClient = (fields: Readonly<Record<string, string>>): boolean =>
  Object.values(fields).some((text) => signs.some((sign) => sign.test(text)));
