import type { Read } from '../../../ports/store.ts';
import { Consultations } from '../model.ts';
import type { ConsultationRecord } from './model.ts';

/** The ids of records of questions asked without a name. Where the question is gone, it is taken for one. */
export async function withoutName(read: Read, records: readonly ConsultationRecord[]): Promise<ReadonlySet<string>> {
  const asked = records.filter((r) => r.consultation !== null);
  const found = await read.getMany(
    Consultations,
    asked.map((r) => r.consultation ?? ''),
  );
  return new Set(asked.flatMap((r, i) => (found[i]?.author.as === 'me' ? [] : [r.id])));
}
