import { type Lexicon, otherParagraphs } from '../../../deidentify/index.ts';
import { say } from '../../../i18n/message.ts';
import type { Group } from '../../../ports/membership.ts';
import type { Refusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { body, quote } from '../../../view/build.ts';
import type { Block } from '../../../view/view.ts';
import type { Draft } from '../model.ts';

/** As many parts are shown, and so many characters of each: enough to find them in the text. */
const [mostParts, mostShown] = [3, 80];

/** How the parts begin that are not mainly English, of a text as colleagues will see it. */
export function otherParts(fields: Draft['fields'], lexicon: Lexicon): string[] {
  const parts = Object.values(fields).flatMap((text) =>
    otherParagraphs(text, lexicon).map(({ start, end }) => text.slice(start, end).trim()),
  );
  return parts.slice(0, mostParts).map((part) => (part.length > mostShown ? `${part.slice(0, mostShown)}…` : part));
}

/** What was checked of other languages and what was not, and the author's own word for it. */
export function otherLanguageBlocks(draft: Draft, parts: readonly string[], may: Group['otherLanguages']): Block[] {
  if (!draft.foreign) return [];
  const said = [body(say('preview.foreign')), ...parts.map((part) => quote(part, say('preview.otherPart')))];
  if (draft.purpose === 'amendment') return said;
  if (may === 'forbid') return [...said, body(say('refusal.englishOnly'))];
  const { group, id, version, readOther } = draft;
  return [
    ...said,
    {
      is: 'switch',
      label: say('preview.readOther'),
      on: readOther,
      do: 'consult.attest.other',
      with: { group, draft: id, version: String(version) },
    },
  ];
}

/** Why a text that is not wholly English may not be posted yet, or at all; null when it may. */
export function otherLanguageProblem(draft: Draft, group: Pick<Group, 'otherLanguages'>): Refusal | 'tick' | null {
  if (!draft.foreign) return null;
  if (group.otherLanguages === 'forbid') return refusal('englishOnly');
  return draft.readOther ? null : 'tick';
}
