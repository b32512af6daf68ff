import { noDetails } from '../../src/features/supervision/agreement/details-model.ts';
import type { Source } from '../../src/features/supervision/documents/source.ts';
import type { SupervisionEntry } from '../../src/features/supervision/model.ts';
import { activitiesOf } from '../../src/features/supervision/packs.ts';
import type { Pack } from '../../src/index.ts';

/** A year of an agreement under a pack: so many entries, spread over its days, activities and two sites. */
export function yearOf(pack: Pack, entries: number): Source {
  const activities = activitiesOf(pack);
  return {
    agreement: {
      ...{
        id: 'agreement1',
        group: 'group1',
        supervisee: 'p1',
        supervisor: 'p2',
        outside: '',
        proposedBy: 'supervisee',
      },
      ...{ purpose: 'licensure', pack: pack.id, modalities: ['individual', 'group'], sites: ['Harbor Clinic'] },
      ...{ frequency: 'Weekly', zone: 'America/New_York', startsOn: '2025-01-01', endsOn: '2025-12-31' },
      ...{ endReason: 'completed', applyingOn: null, notice: null, status: 'active', proposedAt: 0, confirmedAt: 0 },
      ...{ details: noDetails, leave: [], unsignable: null, replaces: null },
      chain: { length: 0, hash: '' },
    } as unknown as Source['agreement'],
    meetings: [],
    role: 'supervisor',
    pack,
    entries: Array.from({ length: entries }, (_, i): SupervisionEntry => {
      const { id, group } = activities[i % activities.length] ?? { id: 'direct', group: 'direct' };
      const supervised = group === 'supervision';
      return {
        ...{
          id: `entry${i}`,
          supervisee: 'p1',
          supervisor: 'p2',
          agreement: 'agreement1',
          entryType: group,
          start: '09:00',
        },
        date: new Date(Date.UTC(2025, 0, 1 + Math.floor((i * 360) / entries))).toISOString().slice(0, 10),
        ...{ zone: 'America/New_York', minutes: 15 + (i % 8) * 15, modality: supervised ? 'individual' : null },
        ...{
          groupSize: null,
          format: supervised ? 'video' : null,
          site: i % 2 ? 'Harbor Clinic' : 'Hill Street Practice',
        },
        ...{ activity: id, observed: null, restricted: false, topics: '', status: 'signed', attestation: 'in_app' },
        ...{ excluded: '', writtenAt: i, late: false, submittedAt: 1, signedAt: 1_767_000_000_000, returned: null },
        ...{ replaces: null, told: 0, salt: 's' },
      } as SupervisionEntry;
    }),
    links: [],
    today: '2026-01-10',
    now: Date.parse('2026-01-10T19:00:00Z'),
    fingerprint: '0000-0000-0000-0000-0000-0000-0000-0000',
    period: null,
  };
}
