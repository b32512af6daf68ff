import { type Candidate, type Document, matches } from '../document.ts';
import { fold } from '../tokens.ts';
import { fileWords } from '../words/file-words.ts';

const what = { type: 'ID', reason: 'handle', label: 'File name' } as const;
const named =
  /(?<![a-zA-ZÀ-ɏ0-9])(?:[a-zA-ZÀ-ɏ0-9]{1,40}[_.-]{1,2}){0,8}[a-zA-ZÀ-ɏ0-9]{1,40}(?:\(\d{1,2}\))?\.(?:pdf|docx?|odt|rtf|txt|xlsx?|csv|pptx?|pages|jpe?g|png|heic|gif|tiff?|bmp|mp3|m4a|wav|mp4|mov|avi|zip|eml|msg|html?)(?![a-zA-ZÀ-ɏ0-9])/gi;
const piece = /\p{Lu}?\p{Ll}+|\p{Lu}{2,}(?!\p{Ll})|\p{Lu}|\p{N}+/gu;

/** "2024-01-09_keisha_delacroix.pdf": a file that is named after somebody or after a day. "safety_plan.docx" stays. */
export function fileNames(document: Document): Candidate[] {
  if (!/\.(?:[a-z]{3,4}\d?)/i.test(document.text)) return [];
  return matches(document, named, what, (m) => isTelling(m[0].slice(0, m[0].lastIndexOf('.')), document));
}

/** A date, a long number, or a word that is a name before it is anything else. */
function isTelling(stem: string, { lexicon }: Document): boolean {
  if (/\d{4,}|\d{1,2}[-_.]\d{1,2}[-_.]\d{2,4}/.test(stem)) return true;
  for (const { 0: part } of stem.matchAll(piece)) {
    const low = fold(part);
    if (low.length < 3 || /^\d/.test(low)) continue;
    const [word, name] = [lexicon.word(low), Math.max(lexicon.firstName(low), lexicon.lastName(low))];
    if (word === 0 && (name > 0 || (low.length > 3 && !fileWords.has(low)))) return true;
    if (word > 0 && word < 3 && name > 1) return true;
  }
  return false;
}
