import { readFileSync } from 'node:fs';
import { readFingerprint } from '../../documents/signed/signer.ts';
import { type Finding, verifyFile } from '../../documents/signed/verify.ts';

/** What came of it: a line to print, and the exit code: 0 unchanged, 1 altered or from somebody else, 2 not checked. */
interface Result {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

const meaning = 'This shows whether anything changed since the file was made. It doesn’t show who pressed a button.';

/** `curbside verify FILE --key FINGERPRINT`: offline, and without any data of an installation. Prints and returns the exit code. */
export function verifyCommand(file: string, key: string | undefined, print: (line: string) => void): number {
  const { text, code } = resultOf(file, key);
  print(text);
  if (code !== 2) print(meaning);
  return code;
}

function resultOf(file: string, key: string | undefined): Result {
  const wanted = key === undefined ? null : readFingerprint(key);
  if (key !== undefined && wanted === null)
    return { text: '--key: a fingerprint has 32 digits from 0 to 9 and a to f. /curbside status shows it.', code: 2 };
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return { text: 'This file can’t be read. Check its name.', code: 2 };
  }
  return said(verifyFile(bytes), wanted);
}

function said(found: Finding, wanted: string | null): Result {
  switch (found.is) {
    case 'consistent':
      if (wanted === null)
        return {
          text: `Consistent; signer not checked. Its signer has the fingerprint ${found.fingerprint}.`,
          code: 0,
        };
      return wanted === found.fingerprint
        ? { text: `Unchanged since it was signed by ${found.fingerprint}.`, code: 0 }
        : { text: `Signed by another installation: ${found.fingerprint}, not ${wanted}.`, code: 1 };
    case 'alteredEntry':
      return {
        text: `Altered: entry ${found.entry}${found.date === null ? '' : ` of ${found.date}`} isn’t what was signed.`,
        code: 1,
      };
    case 'alteredLink':
      return { text: `Altered: link ${found.link} in the chain of signatures isn’t what was made.`, code: 1 };
    case 'alteredFacts':
      return { text: 'Altered: the facts about the whole, or the number of entries, aren’t what was signed.', code: 1 };
    case 'alteredPdf':
      return {
        text: 'Altered: this PDF isn’t what was signed. A PDF doesn’t show where; the JSON file of the same document does.',
        code: 1,
      };
    case 'alteredForm':
      return {
        text: 'Altered: there is more in this file than what was signed, or an editor saved it in another way.',
        code: 1,
      };
    case 'notSigned':
      return { text: 'Not signed: there is no signature by Curbside in this file.', code: 1 };
    case 'unreadable':
      return { text: 'This isn’t a document from Curbside. A CSV or Markdown file has no signature.', code: 2 };
  }
}
