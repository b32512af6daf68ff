import type { Scanner } from '../../src/index.ts';

/** Invented; it holds something for every detector, so that all of them are ready for the first case. */
const sample = `Question: my client Maribel Quintero (34F, MRN 00482913, DOB 03/14/1991) stopped coming after her sister Dolores called
from 212-555-0147 on March 3rd, 2025. Dr. Okafor at Saint Brendan's Hospital wrote from j.okafor@example.org, see
https://example.org/notes/4821 and @dolores.q.

Facts: she lives at 14 Elm Street, Apt 2B, Marfa, TX 79843 and teaches at Alder Creek Middle School. She is the only deaf
firefighter in her county; her grandfather is 93. PHQ-9 went from 18/27 to 9/27, sertraline 50 mg. IP 192.0.2.14, plate 7ABC123.

Mi paciente no quiere venir a la terapia con su hermano, y su madre llora cada semana.`;

/** Scans an invented text once: the first scan of a process takes many times as long as the next. */
export const warmUp = async (scanner: Scanner): Promise<void> => {
  await scanner.scan({ text: sample }, new Set());
};
