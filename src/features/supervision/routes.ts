import type { Route } from '../../runtime/route.ts';
import { confirm as confirmPair, decline as declinePair } from './agreement/confirm.ts';
import { end as endPair, forget as forgetPair, saveEnd } from './agreement/end.ts';
import { notice, saveNotice } from './agreement/notice.ts';
import { pair, savePair } from './agreement/pair.ts';
import { myPairs, showAgreement } from './agreement/show.ts';
import { documents, showDocument } from './documents/show.ts';
import { applying, saveApplying } from './hours/applying.ts';
import { deleteEntry, listEntries, showEntry, submitEntry } from './hours/entry.ts';
import { editHours, logHours } from './hours/log.ts';
import { paper, savePaper } from './hours/paper.ts';
import { saveHours } from './hours/save.ts';
import { rules, totals } from './hours/totals.ts';
import { exportCode, makeExportCode } from './leaving/code.ts';
import { aging } from './sign-off/aging.ts';
import { batch } from './sign-off/batch.ts';
import { returnEntry, saveReturn } from './sign-off/return.ts';
import { sign, signAll, signOne } from './sign-off/sign.ts';

/** Supervision: agreements, hours, and signatures. Slash commands are shown in this order. */
export const supervisionRoutes: readonly Route[] = [
  logHours,
  totals,
  sign,
  myPairs,
  pair,
  notice,
  documents,
  showDocument,
  exportCode,
  makeExportCode,
  savePair,
  showAgreement,
  confirmPair,
  declinePair,
  endPair,
  saveEnd,
  forgetPair,
  saveNotice,
  saveHours,
  editHours,
  showEntry,
  listEntries,
  submitEntry,
  deleteEntry,
  paper,
  savePaper,
  rules,
  applying,
  saveApplying,
  signAll,
  signOne,
  returnEntry,
  saveReturn,
  aging,
  batch,
];
