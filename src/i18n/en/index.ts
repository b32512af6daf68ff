import { checkin } from './checkin.ts';
import { consultation } from './consultation.ts';
import { credit } from './credit.ts';
import { deidentify } from './deidentify.ts';
import { delivery } from './delivery.ts';
import { document } from './document.ts';
import { followThrough } from './follow-through.ts';
import { general } from './general.ts';
import { group } from './group.ts';
import { leaving } from './leaving.ts';
import { peerSupport } from './peer-support.ts';
import { platform } from './platform.ts';
import { record } from './record.ts';
import { records } from './records.ts';
import { supervision } from './supervision.ts';
import { supervisionDocuments } from './supervision-documents.ts';
import { supervisionHours } from './supervision-hours.ts';
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
  ...records,
  ...checkin,
  ...peerSupport,
  ...supervision,
  ...supervisionDocuments,
  ...supervisionHours,
  ...supervisionTotals,
  ...leaving,
  ...platform,
  ...credit,
  ...delivery,
  ...document,
  ...deidentify,
};
