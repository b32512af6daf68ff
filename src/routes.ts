import { away, pause, resume, saveAway } from './features/checkin/enrollment/pause.ts';
import { saveSchedule, schedule } from './features/checkin/enrollment/schedule-form.ts';
import { mine as myCheckins, start } from './features/checkin/enrollment/start.ts';
import { leave, left, stop } from './features/checkin/enrollment/stop.ts';
import { groupPicture, invite, postInvite } from './features/checkin/group-summary/group.ts';
import { release } from './features/checkin/group-summary/release.ts';
import { entry, hide, history, remove as removeEntry, result } from './features/checkin/history.ts';
import { discardRun, finish as finishRun, monthly, page, progress, savePage } from './features/checkin/monthly/run.ts';
import { checkinNow } from './features/checkin/now.ts';
import {
  agree,
  check,
  coffee,
  discardCoffee,
  preview as previewCoffee,
  send,
  write,
} from './features/checkin/peer-support/invite.ts';
import { lines } from './features/checkin/peer-support/lines.ts';
import { after, answer as answerCheckin, helpful, skip } from './features/checkin/weekly/answer.ts';
import { ask as askCheckin } from './features/checkin/weekly/ask.ts';
import { tidy } from './features/checkin/weekly/expire-prompt.ts';
import { remind } from './features/checkin/weekly/remind.ts';
import { ask, editDraft, saveDraft } from './features/consultation/case/ask.ts';
import { checkText } from './features/consultation/case/check-text.ts';
import { hideSave, hideWords } from './features/consultation/case/hide.ts';
import { keptWords, keptWordsSave } from './features/consultation/case/kept-words.ts';
import { post } from './features/consultation/case/post.ts';
import { attest, discard, keepWords, looked, preview } from './features/consultation/case/preview.ts';
import { readOther } from './features/consultation/case/read-other.ts';
import { relabel, relabelSave, why } from './features/consultation/case/why.ts';
import { listOpen } from './features/consultation/overview/list.ts';
import { mine } from './features/consultation/overview/mine.ts';
import { amend, saveAmendment } from './features/consultation/record/amend.ts';
import {
  discardRecord,
  finish,
  keepInRecord,
  lookedAtRecord,
  saveDetails,
} from './features/consultation/record/change.ts';
import { followUp } from './features/consultation/record/follow-up.ts';
import { logThread } from './features/consultation/record/log-thread.ts';
import {
  closeForm,
  copyRecord,
  details,
  editRecord,
  log,
  records,
  showRecord,
} from './features/consultation/record/open.ts';
import { saveRecord } from './features/consultation/record/save.ts';
import { askToClose, chooseToClose } from './features/consultation/thread/ask-to-close.ts';
import { close } from './features/consultation/thread/close.ts';
import { confirmation } from './features/consultation/thread/confirm.ts';
import { again, now, replyAgain, replyThere, there } from './features/consultation/thread/delivery.ts';
import { edit, revise } from './features/consultation/thread/edit.ts';
import { editReply, saveReply } from './features/consultation/thread/edit-reply.ts';
import { expose, exposure } from './features/consultation/thread/exposure.ts';
import { flag, report } from './features/consultation/thread/flag.ts';
import { heard } from './features/consultation/thread/heard.ts';
import { setMessages, showMessages } from './features/consultation/thread/messages.ts';
import { mute } from './features/consultation/thread/mute.ts';
import { answered, nudge } from './features/consultation/thread/nudge.ts';
import { editOutcome, saveOutcome } from './features/consultation/thread/outcome.ts';
import { remove, removeReply } from './features/consultation/thread/remove.ts';
import { reopen, reopenDue } from './features/consultation/thread/reopen.ts';
import { answer, reply } from './features/consultation/thread/reply.ts';
import { moreOfConsultation, moreOfReply, showConsultation, showReply } from './features/consultation/thread/show.ts';
import { unlink } from './features/consultation/thread/unlink.ts';
import { agreement, agreementAccept, agreementForm, agreementRenew, wish } from './features/group/agreement.ts';
import { guide } from './features/group/guide.ts';
import { help } from './features/group/help.ts';
import { meant } from './features/group/meant.ts';
import { settings, setup, setupSave } from './features/group/setup.ts';
import { saveSuccessor, successorForm, tellManagers } from './features/group/successor.ts';
import { homePage } from './features/home/page.ts';
import { status } from './features/home/status.ts';
import { channelBack, channelGone, personLeft, uninstalled } from './features/lifecycle/channel-lifecycle.ts';
import { messageGone, threadGone } from './features/lifecycle/deleted-messages.ts';
import { installed } from './features/lifecycle/installed.ts';
import { purge } from './features/lifecycle/purge.ts';
import { undelivered } from './features/lifecycle/undelivered.ts';
import { byCredential } from './features/privacy/by-credential.ts';
import { erase, erased } from './features/privacy/erase.ts';
import { exportMine, privacy } from './features/privacy/privacy.ts';
import { sweep, untie } from './features/privacy/sweep.ts';
import { confirm as confirmPair, decline as declinePair } from './features/supervision/agreement/confirm.ts';
import { end as endPair, forget as forgetPair, saveEnd } from './features/supervision/agreement/end.ts';
import { notice, saveNotice } from './features/supervision/agreement/notice.ts';
import { pair, savePair } from './features/supervision/agreement/pair.ts';
import { myPairs, showAgreement } from './features/supervision/agreement/show.ts';
import { applying, saveApplying } from './features/supervision/hours/applying.ts';
import { deleteEntry, listEntries, showEntry, submitEntry } from './features/supervision/hours/entry.ts';
import { editHours, logHours } from './features/supervision/hours/log.ts';
import { paper, savePaper } from './features/supervision/hours/paper.ts';
import { saveHours } from './features/supervision/hours/save.ts';
import { rules, totals } from './features/supervision/hours/totals.ts';
import { aging } from './features/supervision/sign-off/aging.ts';
import { batch } from './features/supervision/sign-off/batch.ts';
import { returnEntry, saveReturn } from './features/supervision/sign-off/return.ts';
import { sign, signAll, signOne } from './features/supervision/sign-off/sign.ts';
import type { Route } from './runtime/route.ts';

/**
 * Everything that Curbside does, in one table. Slash commands keep the order in which they stand here: in help, in the
 * README, in Slack's manifest and in Discord's command list.
 */
export const routes: readonly Route[] = [
  ask,
  log,
  listOpen,
  mine,
  chooseToClose,
  records,
  checkinNow,
  schedule,
  history,
  pause,
  stop,
  groupPicture,
  logHours,
  totals,
  sign,
  myPairs,
  pair,
  notice,
  homePage,
  help,
  guide,
  agreement,
  privacy,
  status,
  setup,
  settings,
  keptWords,
  keptWordsSave,

  saveDraft,
  editDraft,
  preview,
  why,
  relabel,
  relabelSave,
  keepWords,
  hideWords,
  hideSave,
  attest,
  readOther,
  looked,
  discard,
  post,
  confirmation,
  showConsultation,
  moreOfConsultation,
  showReply,
  moreOfReply,
  reply,
  answer,
  editReply,
  saveReply,
  removeReply,
  report,
  flag,
  exposure,
  expose,
  edit,
  revise,
  remove,
  askToClose,
  close,
  reopen,
  now,
  again,
  there,
  replyAgain,
  replyThere,
  answered,
  setMessages,
  showMessages,
  mute,
  editOutcome,
  saveOutcome,
  checkText,
  logThread,
  closeForm,
  saveRecord,
  showRecord,
  editRecord,
  keepInRecord,
  lookedAtRecord,
  details,
  saveDetails,
  finish,
  amend,
  saveAmendment,
  copyRecord,
  discardRecord,
  meant,
  setupSave,
  successorForm,
  saveSuccessor,
  agreementForm,
  agreementAccept,
  agreementRenew,
  wish,
  start,
  myCheckins,
  answerCheckin,
  skip,
  after,
  helpful,
  saveSchedule,
  entry,
  result,
  hide,
  removeEntry,
  away,
  saveAway,
  resume,
  leave,
  left,
  monthly,
  page,
  savePage,
  progress,
  finishRun,
  discardRun,
  coffee,
  agree,
  write,
  check,
  previewCoffee,
  send,
  discardCoffee,
  lines,
  invite,
  askCheckin,
  remind,
  tidy,
  postInvite,
  release,
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
  exportMine,
  erase,
  erased,
  byCredential,
  nudge,
  heard,
  reopenDue,
  undelivered,
  tellManagers,
  followUp,
  unlink,
  sweep,
  untie,
  threadGone,
  messageGone,
  channelGone,
  channelBack,
  installed,
  uninstalled,
  personLeft,
  purge,
];
