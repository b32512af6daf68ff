import type { Route } from '../../runtime/route.ts';
import { confirm as confirmPair, decline as declinePair } from './agreement/confirm.ts';
import { editDetails, saveDetails, showDetails } from './agreement/details.ts';
import { end as endPair, forget as forgetPair, saveEnd } from './agreement/end.ts';
import { leave, removeLeave, saveLeave } from './agreement/leave.ts';
import { notice, saveNotice } from './agreement/notice.ts';
import { pair, savePair } from './agreement/pair.ts';
import { replace } from './agreement/replace.ts';
import { myPairs, showAgreement } from './agreement/show.ts';
import { saveUnsignable, signable, unsignable } from './agreement/unsignable.ts';
import { checkRule, listPacks, showPack, uncheckRule } from './board/rules.ts';
import { documents, showDocument } from './documents/show.ts';
import { evaluationDue } from './evaluation/cycle.ts';
import { reviewStandards, saveStandards } from './evaluation/goals.ts';
import { handOver, read as readEvaluation, saveRead } from './evaluation/hand-over.ts';
import { comment, rate, saveComment, saveRating } from './evaluation/rate.ts';
import { evaluate, showComments, showEvaluation } from './evaluation/show.ts';
import { deleteEvaluation, saveStart, startEvaluation } from './evaluation/start.ts';
import { applying, saveApplying } from './hours/applying.ts';
import { deleteEntry, listEntries, showEntry, submitEntry } from './hours/entry.ts';
import { editHours, logHours } from './hours/log.ts';
import { otherPack } from './hours/other-pack.ts';
import { paper, savePaper } from './hours/paper.ts';
import { repeatLast } from './hours/repeat.ts';
import { saveHours } from './hours/save.ts';
import { submitAll } from './hours/submit-all.ts';
import { rules, totals } from './hours/totals.ts';
import { mapColumns, saveColumns } from './imports/map-columns.ts';
import { mapNames, saveNames } from './imports/map-names.ts';
import { importHours, readPasted } from './imports/paste.ts';
import { discard, preview } from './imports/preview.ts';
import { saveImport } from './imports/save.ts';
import { exportCode, makeExportCode } from './leaving/code.ts';
import { redeem, redeemed, redeemTyped } from './leaving/redeem-here.ts';
import { bring, saveBring } from './meeting/bring.ts';
import { deleteMeeting, finishMeeting, markDone, removeFromAgenda, suggestAsking } from './meeting/change.ts';
import { deleteReflection, reflect, reflections, saveReflection } from './meeting/reflect.ts';
import { listMeetings, meetingOfEntry, showMeeting } from './meeting/show.ts';
import { saveMeeting, writeMeeting } from './meeting/write.ts';
import { aging } from './sign-off/aging.ts';
import { batch } from './sign-off/batch.ts';
import { batchDay, saveBatchDay } from './sign-off/batch-day.ts';
import { returnEntry, saveReturn } from './sign-off/return.ts';
import { sign, signAll, signEvery, signOne } from './sign-off/sign.ts';
import { logWeek, saveWeek, showWeek } from './week/log-week.ts';

/** Supervision: agreements, hours, and signatures. Slash commands are shown in this order. */
export const supervisionRoutes: readonly Route[] = [
  logHours,
  logWeek,
  importHours,
  totals,
  listPacks,
  sign,
  myPairs,
  listMeetings,
  evaluate,
  pair,
  notice,
  documents,
  showDocument,
  exportCode,
  makeExportCode,
  redeem,
  redeemTyped,
  redeemed,
  savePair,
  showAgreement,
  confirmPair,
  declinePair,
  endPair,
  saveEnd,
  forgetPair,
  showDetails,
  editDetails,
  saveDetails,
  leave,
  saveLeave,
  removeLeave,
  replace,
  unsignable,
  saveUnsignable,
  signable,
  saveNotice,
  saveHours,
  readPasted,
  preview,
  discard,
  saveImport,
  mapColumns,
  saveColumns,
  mapNames,
  saveNames,
  repeatLast,
  submitAll,
  saveWeek,
  showWeek,
  editHours,
  showEntry,
  listEntries,
  submitEntry,
  deleteEntry,
  paper,
  savePaper,
  rules,
  otherPack,
  showPack,
  checkRule,
  uncheckRule,
  applying,
  saveApplying,
  signAll,
  signEvery,
  signOne,
  batchDay,
  saveBatchDay,
  returnEntry,
  saveReturn,
  showMeeting,
  meetingOfEntry,
  writeMeeting,
  saveMeeting,
  markDone,
  finishMeeting,
  deleteMeeting,
  suggestAsking,
  removeFromAgenda,
  bring,
  saveBring,
  reflect,
  saveReflection,
  reflections,
  deleteReflection,
  startEvaluation,
  saveStart,
  deleteEvaluation,
  showEvaluation,
  showComments,
  rate,
  saveRating,
  comment,
  saveComment,
  reviewStandards,
  saveStandards,
  handOver,
  readEvaluation,
  saveRead,
  evaluationDue,
  aging,
  batch,
];
