import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Document,
  defaultLocale,
  type FileFormat,
  readCode,
  redeemCode,
  type Scope,
  useCode,
  wordsOf,
} from '../../../src/index.ts';
import { createSigner } from '../../documents/signed/signer.ts';
import { loadCheckins } from '../../node/checkin-settings.ts';
import { createLog } from '../../node/log.ts';
import { shippedPacks } from '../../node/packs.ts';
import { refuseNoData } from '../folder-integrity.ts';
import { existingKey } from '../key-settings.ts';
import { openParts, type Parts } from '../open-parts.ts';
import { usePdfFonts } from '../pdf-fonts.ts';
import { InputRefused, type Settings } from '../settings.ts';

const formats = ['pdf', 'csv', 'json'] as const satisfies readonly FileFormat[];

/**
 * `curbside export --code CODE --to FOLDER`: the entries of somebody who left, for whom the operator does this. Curbside must not be
 * running on the same data. Resolves with what to print; throws `InputRefused` where the code gives nothing.
 */
export async function exportCommand(settings: Settings, code: string, to: string): Promise<string> {
  const key = await existingKey(settings);
  const log = createLog('warn');
  await usePdfFonts(settings);
  const checkins = loadCheckins(settings.env.CURBSIDE_CHECKINS);
  const { DATABASE_URL: url, VAULT_DATABASE_URL: vaultUrl } = settings.env;
  if (url === undefined) await refuseNoData(settings.dataFolder, key.key);
  const parts =
    url === undefined
      ? await openParts(settings.dataFolder, key, log, checkins)
      : await (await import('../open-database.ts')).openDatabaseParts({ url, vaultUrl }, key, log, checkins);
  try {
    return await writeExport(parts, { code, to, now: Date.now(), fingerprint: createSigner(key.key).fingerprint });
  } finally {
    await parts.close();
  }
}

interface Redemption {
  readonly code: string;
  readonly to: string;
  readonly now: number;
  readonly fingerprint: string;
}

/** Redeems a code over data that is open, and writes the files that it gives. */
export async function writeExport(
  parts: Pick<Parts, 'store' | 'vault' | 'documents'>,
  given: Redemption,
): Promise<string> {
  const hash = await parts.vault.digest(readCode(given.code));
  const { scope, documents } = await redeemed(parts.store, hash, given);
  await mkdir(given.to, { recursive: true, mode: 0o700 });
  // Platforms are not asked for names here.
  const name = () => wordsOf(defaultLocale, { key: 'word.someone' });
  const reader = { locale: defaultLocale, zone: 'UTC', name };
  for (const document of documents)
    for (const format of formats) {
      const file = await parts.documents.render(document, format, reader, given.now);
      await writeFile(join(given.to, file.name), file.bytes, { mode: 0o600 });
    }
  // Only now: a disk that is full leaves the code as it was.
  await parts.store.transact(scope, (tx) => useCode(tx, hash, given.now));
  return `Wrote ${documents.length * formats.length} files to ${given.to}. Give them to the person whose code this is, then delete them here.`;
}

async function redeemed(
  store: Parts['store'],
  hash: string,
  { now, fingerprint }: Redemption,
): Promise<{ readonly scope: Scope; readonly documents: readonly Document[] }> {
  const given = { now, packs: shippedPacks(), fingerprint };
  for (const scope of await store.scopes()) {
    const found = await store.read(scope, (read) => redeemCode(read, hash, given));
    if (found === 'used') throw new InputRefused('This code has already been used. A code works once.');
    if (found === 'expired') throw new InputRefused('This code has expired. A code works for 60 days.');
    if (found !== 'unknown') return { scope, documents: found };
  }
  throw new InputRefused('We don’t recognize this code. Check each group of four characters.');
}
