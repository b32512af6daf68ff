import { read } from './document.ts';
import type { Finding, Lexicon } from './types.ts';
import { type QuasiIdentifier, quasiIdentifiers, settingsOfRisk } from './words/risk-words.ts';

export { type QuasiIdentifier, quasiIdentifiers };

/** A question for the preview: these details of one text could together point at one person. */
export interface Risk {
  readonly details: readonly QuasiIdentifier[];
}

/**
 * Looks at what remains once the findings are replaced: a rare occupation, a kind of place, an age, an event and the like.
 * Three different details raise a question, two in a small group (`members` < 8, where everybody knows everybody's
 * clients), one where an indirect identifier was found besides. No score, and no answer is not a promise.
 */
export function risk(text: string, findings: readonly Finding[], lexicon: Lexicon, members = 20): Risk | undefined {
  let spared = '';
  let from = 0;
  for (const finding of findings) {
    spared += text.slice(from, finding.start) + ' '.repeat(finding.end - finding.start);
    from = finding.end;
  }
  spared += text.slice(from);
  const { text: remaining } = read(spared, lexicon);
  const details = quasiIdentifiers.filter((kind) => settingsOfRisk[kind].test(remaining));
  const pointed = findings.some((one) => one.type === 'OTHER');
  const enough = pointed ? 2 : members < 8 ? 2 : 3;
  const telling = details.some((kind) => kind === 'role' || kind === 'event') || pointed;
  return telling && details.length >= enough ? { details } : undefined;
}
