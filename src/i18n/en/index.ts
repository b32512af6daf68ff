import { audit } from './audit.ts';
import { away } from './away.ts';
import { checkin } from './checkin.ts';
import { consultation } from './consultation.ts';
import { credit } from './credit.ts';
import { creditConfirmation } from './credit-confirmation.ts';
import { creditReminder } from './credit-reminder.ts';
import { deidentify } from './deidentify.ts';
import { delivery } from './delivery.ts';
import { document } from './document.ts';
import { experts } from './experts.ts';
import { expertsElsewhere } from './experts-elsewhere.ts';
import { find } from './find.ts';
import { followThrough } from './follow-through.ts';
import { general } from './general.ts';
import { group } from './group.ts';
import { groupCheck } from './group-check.ts';
import { groupExport } from './group-export.ts';
import { guide } from './guide.ts';
import { leaving } from './leaving.ts';
import { limits } from './limits.ts';
import { logImport } from './log-import.ts';
import { meetingParts } from './meeting-parts.ts';
import { meetingRoles } from './meeting-roles.ts';
import { meetingSeries } from './meeting-series.ts';
import { meetings } from './meetings.ts';
import { moving } from './moving.ts';
import { myLog } from './my-log.ts';
import { peerSupport } from './peer-support.ts';
import { platform } from './platform.ts';
import { posting } from './posting.ts';
import { record } from './record.ts';
import { records } from './records.ts';
import { reports } from './reports.ts';
import { soon } from './soon.ts';
import { supervision } from './supervision.ts';
import { supervisionChanges } from './supervision-changes.ts';
import { supervisionDocuments } from './supervision-documents.ts';
import { supervisionEvaluation } from './supervision-evaluation.ts';
import { supervisionHours } from './supervision-hours.ts';
import { supervisionImport } from './supervision-import.ts';
import { supervisionLog } from './supervision-log.ts';
import { supervisionMeeting } from './supervision-meeting.ts';
import { supervisionTotals } from './supervision-totals.ts';
import { templates } from './templates.ts';
import { thread } from './thread.ts';
import { why } from './why.ts';

/** American English: every sentence of the product. Calm, short, natural; what happens next; no praise, blame or alarm. */
export const en = {
  ...general,
  ...group,
  ...audit,
  ...away,
  ...groupExport,
  ...guide,
  ...consultation,
  ...posting,
  ...why,
  ...thread,
  ...soon,
  ...templates,
  ...experts,
  ...expertsElsewhere,
  ...find,
  ...followThrough,
  ...record,
  ...records,
  ...reports,
  ...myLog,
  ...logImport,
  ...checkin,
  ...meetings,
  ...meetingRoles,
  ...meetingParts,
  ...meetingSeries,
  ...groupCheck,
  ...peerSupport,
  ...supervision,
  ...supervisionChanges,
  ...supervisionDocuments,
  ...supervisionHours,
  ...supervisionImport,
  ...supervisionEvaluation,
  ...supervisionLog,
  ...supervisionMeeting,
  ...supervisionTotals,
  ...leaving,
  ...platform,
  ...moving,
  ...credit,
  ...creditConfirmation,
  ...creditReminder,
  ...limits,
  ...delivery,
  ...document,
  ...deidentify,
};
