import { checkin } from './checkin.ts';
import { consultation } from './consultation.ts';
import { deidentify } from './deidentify.ts';
import { delivery } from './delivery.ts';
import { followThrough } from './follow-through.ts';
import { general } from './general.ts';
import { group } from './group.ts';
import { peerSupport } from './peer-support.ts';
import { platform } from './platform.ts';
import { record } from './record.ts';
import { supervision } from './supervision.ts';
import { supervisionHours } from './supervision-hours.ts';
import { supervisionImport } from './supervision-import.ts';
import { supervisionLog } from './supervision-log.ts';
import { supervisionTotals } from './supervision-totals.ts';
import { thread } from './thread.ts';

/** American English: every sentence of the product. Calm, short, natural; what happens next; no praise, blame or alarm. */
export const en = {
  ...general,
  ...group,
  ...consultation,
  ...thread,
  ...followThrough,
  ...record,
  ...checkin,
  ...peerSupport,
  ...supervision,
  ...supervisionHours,
  ...supervisionImport,
  ...supervisionLog,
  ...supervisionTotals,
  ...platform,
  ...delivery,
  ...deidentify,
};
