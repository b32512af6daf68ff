import type { Column, RowProblem, Warning } from '../../../src/index.ts';

const problems: Readonly<Record<RowProblem['problem'], string>> = {
  date: 'Not a date. Write it as 2026-11-30.',
  future: 'This date is after the as-of date.',
  minutes: 'Enter whole minutes from 1 to 1440.',
  type: 'Must be supervision, direct, or indirect.',
  status: 'Must be logged, signed, paper, or void.',
  modality: 'Must be individual, triadic, or group.',
  activity: 'This pack has no such activity.',
  activityType: 'This activity belongs to another type of hours.',
  activityModality: 'This activity belongs to another modality.',
  noSite: 'Every row needs a site.',
  noModality: 'Supervision needs a modality: individual, triadic, or group.',
};

const warnings: Readonly<Record<Warning['about'], string>> = {
  longEntry: 'This entry is longer than 12 hours.',
  twice: 'This row appears more than once. Both are counted.',
  beforeEffective: 'This date is before the rules in this pack took effect.',
  afterEffective: 'This date is after the rules in this pack ended.',
  format: 'This supervision was in a format the pack does not allow. It meets no requirement.',
  groupSize: 'This supervision group was larger than allowed.',
  shortSession: 'This supervision session was shorter than required.',
};

export const problemText = (problem: RowProblem['problem']): string => problems[problem];
export const warningText = (about: Warning['about']): string => warnings[about];
export const unreadText = (column: Column): string => `The ${column} of this row couldn’t be read. It counts as empty.`;
