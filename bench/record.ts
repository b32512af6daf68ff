import type { ConsultationRecord } from '../src/features/consultation/record/model.ts';

/** A finished record that nothing waits for, without id and owner. */
export const record = (group: string): Omit<ConsultationRecord, 'id' | 'owner'> => ({
  ...{ group, status: 'final', consultation: null, caseRef: 'K7QX', late: false, minutes: 15, mode: 'phone' },
  ...{ topic: 'case', format: 'curbside', consultants: [], question: 'How do I end a session?', facts: '' },
  ...{ riskFlags: [], guidance: 'Say so.', sources: [], decision: 'I do.', rationale: 'It helps.', actions: [] },
  ...{ followUpOn: null, changed: null, codesOrLaws: '', charted: false, unsure: false, amendments: [] },
  ...{ on: { date: '2026-03-01', time: null, zone: 'America/New_York' }, writtenAt: 0, finalAt: 1 },
  ...{ version: 1, imported: null },
});
