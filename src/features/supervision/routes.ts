import type { Route } from '../../runtime/route.ts';
import { confirm as confirmPair, decline as declinePair } from './agreement/confirm.ts';
import { end as endPair, forget as forgetPair, saveEnd } from './agreement/end.ts';
import { notice, saveNotice } from './agreement/notice.ts';
import { pair, savePair } from './agreement/pair.ts';
import { myPairs, showAgreement } from './agreement/show.ts';
import { checkRule, listPacks, showPack, uncheckRule } from './board/rules.ts';
import { applying, saveApplying } from './hours/applying.ts';
import { deleteEntry, listEntries, showEntry, submitEntry } from './hours/entry.ts';
import { editHours, logHours } from './hours/log.ts';
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
import { aging } from './sign-off/aging.ts';
import { batch } from './sign-off/batch.ts';
import { returnEntry, saveReturn } from './sign-off/return.ts';
import { sign, signAll, signOne } from './sign-off/sign.ts';
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
  pair,
  notice,
  savePair,
  showAgreement,
  confirmPair,
  declinePair,
  endPair,
  saveEnd,
  forgetPair,
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
  showPack,
  checkRule,
  uncheckRule,
  applying,
  saveApplying,
  signAll,
  signOne,
  returnEntry,
  saveReturn,
  aging,
  batch,
];
