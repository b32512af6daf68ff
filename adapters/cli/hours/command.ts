import { createReadStream } from 'node:fs';
import { didYouMean, isDate, type Pack } from '../../../src/index.ts';
import { readPack, shippedPacks } from '../../node/packs.ts';
import { run } from '../run.ts';
import { InputRefused } from '../settings.ts';
import { unreadable } from '../unreadable.ts';
import { jsonOf } from './json.ts';
import { readCsv } from './read-csv.ts';
import { hoursOf } from './result.ts';
import { tableOf } from './table.ts';

export interface HoursOptions {
  readonly pack?: string;
  readonly asOf?: string;
  readonly applying?: string;
  readonly json?: boolean;
}

/**
 * `curbside hours`: what the hours in a CSV file come to under a pack. Prints a table, or one JSON object. Resolves to the exit
 * status: 0 with a result, 2 with a sentence where there is none. Nothing is stored or sent.
 */
export async function hoursCommand(file: string | undefined, options: HoursOptions, today: string): Promise<0 | 2> {
  try {
    if (file === undefined) throw new InputRefused(`Name a CSV file: ${run('hours FILE.csv --pack us-ca-amft')}`);
    const packs = shippedPacks();
    const asked = packOf(options.pack, packs);
    const asOf = dateOf('--as-of', options.asOf) ?? today;
    const applying = dateOf('--applying', options.applying);
    const rows = readCsv(await bytesOf(file), file);
    const result = hoursOf(rows, { asked, packs, asOf, applying });
    process.stdout.write(options.json ? `${JSON.stringify(jsonOf(result), null, 2)}\n` : tableOf(result));
    return 0;
  } catch (error) {
    process.stderr.write(
      `${error instanceof InputRefused ? error.message : 'Something went wrong in Curbside while reading this file. Please report it, without the file.'}\n`,
    );
    return 2;
  }
}

function packOf(id: string | undefined, packs: readonly Pack[]): Pack {
  const list = `To see every pack, run: ${run('packs')}`;
  if (id === undefined) throw new InputRefused(`Choose the rules with --pack. ${list}`);
  if (id.endsWith('.json')) return ownPack(id);
  const ids = packs.map((pack) => pack.id);
  const pack = packs.find((one) => one.id === id);
  if (pack !== undefined) return pack;
  const meant = didYouMean(id, ids);
  throw new InputRefused(`There is no pack ${id}. ${meant === null ? '' : `Did you mean ${meant}? `}${list}`);
}

function ownPack(file: string): Pack {
  try {
    const read = readPack(file);
    if ('pack' in read) return read.pack;
  } catch (error) {
    throw unreadable(file, error);
  }
  throw new InputRefused(`${file} is not a pack. To see what is wrong, run: ${run(`packs check ${file}`)}`);
}

function dateOf(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isDate(text)) throw new InputRefused(`${option} needs a date, such as 2026-11-30.`);
  return text;
}

/** Larger files (bytes) are not read: no table of hours comes near it, and memory would run out. */
const mostBytes = 10_000_000;

/** Reads no further than it must: what is named may be no file, and have no end. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size > mostBytes) break;
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  if (size > mostBytes) throw new InputRefused(`${file} is larger than 10 MB. Split it, for example by year.`);
  return Buffer.concat(parts);
}
