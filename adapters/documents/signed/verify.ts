import { contentHash, firstAltered, type Link } from '../../../src/index.ts';
import type { Json } from './canonical.ts';
import { bytesOfExport, entryText, exportFormat, type SignedExport, wholeHash, wholeText } from './export.ts';
import { signatureIn } from './pdf.ts';
import { isSignedBy, readPublicKey } from './signer.ts';

/** What a file turned out to be. `entry`: its place, from 1 on, and its date where it has one. */
export type Finding =
  | { readonly is: 'consistent'; readonly fingerprint: string; readonly kind: 'pdf' | SignedExport['kind'] }
  /** It says what it is and is not what was signed. */
  | { readonly is: 'alteredEntry'; readonly entry: number; readonly date: string | null }
  | { readonly is: 'alteredLink'; readonly link: number }
  | { readonly is: 'alteredFacts' }
  | { readonly is: 'alteredPdf' }
  /** All that is signed holds, and there is more in the file, or it is written in another way. */
  | { readonly is: 'alteredForm' }
  | { readonly is: 'notSigned' }
  | { readonly is: 'unreadable' };

/** Checks a PDF or JSON file against the signature in it, without asking anybody. Total: any bytes have an answer. */
export function verifyFile(bytes: Buffer): Finding {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? verifyPdf(bytes) : verifyJson(bytes);
}

function verifyPdf(pdf: Buffer): Finding {
  const found = signatureIn(pdf);
  const signer = readPublicKey(found?.publicKey);
  if (found === null || signer === null) return { is: 'notSigned' };
  if (!found.exact || !isSignedBy(signer.key, found.signed, found.signature)) return { is: 'alteredPdf' };
  return { is: 'consistent', fingerprint: signer.fingerprint, kind: 'pdf' };
}

function verifyJson(bytes: Buffer): Finding {
  const file = parsed(bytes.toString('utf8'));
  if (file === null) return { is: 'unreadable' };
  try {
    return findingIn(file, bytes);
  } catch {
    // Lists of what no entry or chain can be, or nested deeper than anything of ours.
    return { is: 'unreadable' };
  }
}

function findingIn(file: SignedExport, bytes: Buffer): Finding {
  const signer = readPublicKey(file.signer?.publicKey);
  if (signer === null || !Array.isArray(file.signatures?.entries)) return { is: 'notSigned' };
  const whole = wholeHash(file);
  // Where the facts about the whole were changed, no entry fits any more: then that is what is said.
  const wrong = file.entries.findIndex((entry, n) => !fits(file, signer.key, whole, entry, n));
  const factsHold = isSignedBy(signer.key, wholeText(whole, file.signatures.entries), file.signatures.whole);
  if (
    wrong >= 0 &&
    (factsHold || wrong > 0 || file.entries.slice(1).some((e, n) => fits(file, signer.key, whole, e, n + 1)))
  )
    return { is: 'alteredEntry', entry: wrong + 1, date: dateIn(file.entries[wrong]) };
  if (!factsHold || file.entries.length !== file.signatures.entries.length) return { is: 'alteredFacts' };
  const inChains = alteredInChains(file);
  if (inChains !== null) return inChains;
  // The fingerprint is not signed, and follows from the key.
  const { publicKey } = file.signer;
  const written = bytesOfExport({ ...file, signer: { publicKey, fingerprint: signer.fingerprint } });
  if (!written.equals(bytes)) return { is: 'alteredForm' };
  return { is: 'consistent', fingerprint: signer.fingerprint, kind: file.kind };
}

const fits = (
  file: SignedExport,
  key: Parameters<typeof isSignedBy>[0],
  whole: string,
  entry: Json,
  n: number,
): boolean => isSignedBy(key, entryText(whole, n, entry), file.signatures.entries[n]);

/** Whether the chain of each agreement holds, and whether what it says was signed is what stands in the entries. */
function alteredInChains(file: SignedExport): Finding | null {
  for (const chain of file.chains as unknown as readonly Chain[]) {
    const bad = firstAltered(chain.agreement, { length: chain.length, hash: chain.hash }, chain.links);
    if (bad !== null) return { is: 'alteredLink', link: bad + 1 };
    for (const [n, entry] of (file.entries as unknown as readonly ChainEntry[]).entries()) {
      const link = chain.links.find((one) => one.entry === entry.id && one.act === 'signed');
      if (link !== undefined && link.content !== contentHash(entry.salt, entry.content))
        return { is: 'alteredEntry', entry: n + 1, date: entry.date };
    }
  }
  return null;
}

interface Chain {
  readonly agreement: string;
  readonly length: number;
  readonly hash: string;
  readonly links: readonly Link[];
}

interface ChainEntry {
  readonly id: string;
  readonly date: string;
  readonly salt: string;
  readonly content: Readonly<Record<string, unknown>>;
}

function dateIn(entry: Json | undefined): string | null {
  const date = typeof entry === 'object' && entry !== null && 'date' in entry ? entry.date : null;
  return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}

/** A file of ours; null when it is anything else. */
function parsed(text: string): SignedExport | null {
  try {
    const json = JSON.parse(text.replace(/^\ufeff/, '')) as Partial<SignedExport> | null;
    const lists = Array.isArray(json?.entries) && Array.isArray(json?.chains);
    return json !== null && json.format === exportFormat && lists ? (json as SignedExport) : null;
  } catch {
    return null;
  }
}
