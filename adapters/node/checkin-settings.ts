import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { type CheckinSettings, type Instrument, InstrumentFile, OperatorFile } from '../../src/index.ts';
import { packageDataFolder } from './package-data.ts';

/** A file for check-ins cannot be used; `message` names it, the field and what to do. It never quotes the content. */
export class WrongCheckinFile extends Error {
  override readonly name = 'WrongCheckinFile';
}

/**
 * What check-ins come with, and what the operator's file adds (docs/checkins.md): instruments that were confirmed, lines
 * to call, a support line, a higher least number of respondents.
 *
 * @param operatorFile path of the operator's JSON file, or undefined
 * @throws WrongCheckinFile
 */
export function loadCheckins(operatorFile?: string): CheckinSettings {
  const shipped = join(packageDataFolder(), 'instruments');
  const proqol = instrument(join(shipped, 'proqol5.json'));
  const { lines = {}, emergency = {} } = read(join(shipped, 'crisis-lines.json'), OperatorFile);
  const own = operatorFile === undefined ? OperatorFile.parse({}) : read(operatorFile, OperatorFile);
  const folder = operatorFile === undefined ? '.' : dirname(operatorFile);
  const instruments = [proqol, ...own.instruments.map((path) => instrument(resolve(folder, path)))];
  if (new Set(instruments.map((i) => i.id)).size !== instruments.length)
    throw new WrongCheckinFile('Two instruments have the same id. Change one of them.');
  return {
    instruments,
    lines: own.lines ?? lines,
    emergency: { ...emergency, ...own.emergency },
    supportLine: own.supportLine ?? null,
    least: own.leastRespondents,
  };
}

const instrument = (path: string): Instrument => read(path, InstrumentFile);

function read<T>(path: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new WrongCheckinFile(isMissing ? `There is no file ${path}.` : `${path} isn’t valid JSON.`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  if (field.startsWith('rightToUse'))
    throw new WrongCheckinFile(
      `${path}: an instrument’s text belongs to someone. Add "rightToUse": { "confirmed": true, "by": "who allows it" } if you hold the right to use this text.`,
    );
  throw new WrongCheckinFile(`${path}: ${field || 'the file'} doesn’t match docs/checkins.md.`);
}
