import { createHash } from 'node:crypto';
import type { ExportData, Reader, Value } from '../../../src/index.ts';
import { textOf } from '../words.ts';
import { canonical, type Json } from './canonical.ts';
import type { Signer } from './signer.ts';

export const exportFormat = 'curbside-export-1';

/** A signed export, as it lies in its file. */
export interface SignedExport {
  readonly format: typeof exportFormat;
  readonly kind: ExportData['kind'];
  readonly facts: Json;
  readonly chains: readonly Json[];
  readonly entries: readonly Json[];
  readonly signer: { readonly publicKey: string; readonly fingerprint: string };
  readonly signatures: { readonly entries: readonly string[]; readonly whole: string };
}

/** What the signature of one entry covers: the entry, its place, and the export that it belongs to. */
export const entryText = (whole: string, n: number, entry: Json): string =>
  canonical(['curbside-entry-1', whole, n, entry]);

/** What an export is, apart from its entries, in one hash. */
export const wholeHash = ({ kind, facts, chains }: Pick<SignedExport, 'kind' | 'facts' | 'chains'>): string =>
  createHash('sha256')
    .update(canonical([exportFormat, kind, facts, chains]))
    .digest('hex');

/** What the last signature covers: all entries, in their order, none missing. */
export const wholeText = (whole: string, entries: readonly string[]): string =>
  canonical(['curbside-whole-1', whole, entries]);

/** Signs an export entry by entry, so that whoever checks it learns which one was altered. */
export function signedExport(data: ExportData, reader: Reader, signer: Signer): SignedExport {
  const body = {
    format: exportFormat,
    kind: data.kind,
    facts: jsonOf(data.facts, reader),
    chains: data.chains.map((chain) => jsonOf(chain, reader)),
    entries: data.entries.map((entry) => jsonOf(entry, reader)),
  } as const;
  const whole = wholeHash(body);
  const entries = body.entries.map((entry, n) => signer.sign(entryText(whole, n, entry)));
  return {
    ...body,
    signer: { publicKey: signer.publicKey, fingerprint: signer.fingerprint },
    signatures: { entries, whole: signer.sign(wholeText(whole, entries)) },
  };
}

/**
 * An export as its file has it, byte for byte. Its members in this order and nothing else: no signature covers how a file is written,
 * so one that is written in another way is not what was signed. A change of this form is a change of `exportFormat`.
 */
export const bytesOfExport = ({ format, kind, facts, chains, entries, signer, signatures }: SignedExport): Buffer => {
  const { publicKey, fingerprint } = signer;
  const signs = { entries: signatures.entries, whole: signatures.whole };
  const written = { format, kind, facts, chains, entries, signer: { publicKey, fingerprint }, signatures: signs };
  return Buffer.from(`${JSON.stringify(written, null, 1)}\n`);
};

function jsonOf(value: Value, reader: Reader): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((one) => jsonOf(one, reader));
  if ('words' in value) return textOf(value.words as Parameters<typeof textOf>[0], reader);
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Value>>).map(([name, one]) => [name, jsonOf(one, reader)]),
  );
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value);
