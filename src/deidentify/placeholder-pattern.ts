import { placeholderLabels } from './words/placeholder-labels.ts';

/** A second date, counted from the first, and bands of ages. */
const counts = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3}';
const intervals = `about (?:${counts}) (?:day|week|month|year)s? (?:earlier|later)`;
const bands = 'under 6|6 to 12|teens|18 to 29|[3-8]0s';

/** Text that already holds one is read as redacted. */
export const placeholderPattern = new RegExp(
  `\\[(?:(?:${placeholderLabels})(?: \\d{1,3})?|${intervals}|${bands})\\]`,
  'g',
);

const uncountedLabel =
  /^\[(?:Date|Phone number|Email address|E-mail address|Link|ID|IP address|Detail left out|Username|Account number|License plate|Serial number|Vehicle|Postal code|about .*|[^A-Z].*)\]$/;

/** Whether a placeholder names a person, a place, or an organization, of which a text may have several: "[Sister 2]". */
export const isCounted = (placeholder: string): boolean => !uncountedLabel.test(placeholder);

/** The placeholders of people, places, and organizations in some texts, each once. */
export const labelsIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => text.match(placeholderPattern) ?? []).filter(isCounted)),
];

const parts = /^\[(.*?)(?: (\d{1,3}))?\]$/;

/** What a placeholder calls somebody, and its number: `["Colleague", 2]` of "[Colleague 2]". */
export function partsOf(placeholder: string): readonly [label: string, count: number] {
  const [, label = placeholder, count] = parts.exec(placeholder) ?? [];
  return [label, Number(count ?? 1)];
}

/** For each label the highest number in use. */
export function countsOf(placeholders: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of placeholders) {
    const [label, count] = partsOf(one);
    counts.set(label, Math.max(counts.get(label) ?? 0, count));
  }
  return counts;
}
