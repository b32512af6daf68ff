import type { SupervisionEntry } from '../model.ts';

/** What a signature stands for. The two people are those of the agreement, whose id it holds. */
export const signedContent = (e: SupervisionEntry): Readonly<Record<string, unknown>> => ({
  id: e.id,
  agreement: e.agreement,
  entryType: e.entryType,
  date: e.date,
  start: e.start,
  zone: e.zone,
  minutes: e.minutes,
  modality: e.modality,
  groupSize: e.groupSize,
  format: e.format,
  site: e.site,
  activity: e.activity,
  topics: e.topics,
  late: e.late,
  replaces: e.replaces,
  // Left out where empty, so that the hash of what was signed before there were these stays what it was.
  ...(e.observed === null ? {} : { observed: `${e.observed.minutes} ${e.observed.how}` }),
  ...(e.restricted ? { restricted: true } : {}),
  ...(e.feedback === '' ? {} : { feedback: e.feedback }),
  ...(e.directives === '' ? {} : { directives: e.directives }),
});
