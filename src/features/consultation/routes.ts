import type { Route } from '../../runtime/route.ts';
import { ask, editDraft, saveDraft } from './case/ask.ts';
import { checkText } from './case/check-text.ts';
import { chooseTopic, chooseUrgency } from './case/choose-later.ts';
import { hideSave, hideWords } from './case/hide.ts';
import { keptWords, keptWordsSave } from './case/kept-words.ts';
import { post } from './case/post.ts';
import { attest, discard, keepWords, looked, preview } from './case/preview.ts';
import { readOther } from './case/read-other.ts';
import { relabel, relabelSave, unhide, why } from './case/why.ts';
import { mapLogColumns, saveLogColumns } from './imports/map-columns.ts';
import { importLog, readLog } from './imports/paste.ts';
import { discardLog, previewLog } from './imports/preview.ts';
import { saveLog } from './imports/save.ts';
import { imports, undoImport } from './imports/undo.ts';
import { acceptCode, enterCode, getCode, link, linkedAccounts, unlinkAccount } from './my-log/accounts.ts';
import { chooseFilter, filterLog, records, showElsewhere } from './my-log/show.ts';
import { listOpen } from './overview/list.ts';
import { mine } from './overview/mine.ts';
import { countYears, shownYears } from './overview/years.ts';
import { amend, saveAmendment } from './record/amend.ts';
import { discardRecord, finish, keepInRecord, lookedAtRecord, saveDetails } from './record/change.ts';
import { exportRecords } from './record/export.ts';
import { followUp } from './record/follow-up.ts';
import { logThread } from './record/log-thread.ts';
import { lookBackIn, lookedBack } from './record/look-back.ts';
import { closeForm, copyRecord, details, editRecord, log, showRecord } from './record/open.ts';
import { presented } from './record/presented.ts';
import { recordSaid } from './record/said.ts';
import { saveRecord } from './record/save.ts';
import { find, findForm, found } from './search/find.ts';
import { changeTopics, saveTopics } from './templates/by-topic.ts';
import { structures } from './templates/choose.ts';
import { changeMinutes, saveMinutes } from './templates/minutes.ts';
import { changePreferences, preferences, savePreferences } from './templates/settings.ts';
import { stepDue } from './templates/step-due.ts';
import { longerStep, nextStep, takePart } from './templates/steps.ts';
import { askToClose, chooseToClose } from './thread/ask-to-close.ts';
import { agreeBar, askBar, endBar } from './thread/bar.ts';
import { close } from './thread/close.ts';
import { confirmation } from './thread/confirm.ts';
import { delayedDue } from './thread/delayed-due.ts';
import { cancelDelayed } from './thread/delayed-own.ts';
import { again, now, replyAgain, replyThere, there } from './thread/delivery.ts';
import { edit, revise } from './thread/edit.ts';
import { editReply, saveReply } from './thread/edit-reply.ts';
import { expose, exposure } from './thread/exposure.ts';
import { flag, report } from './thread/flag.ts';
import { flagOutcome } from './thread/flag-outcome.ts';
import { heard } from './thread/heard.ts';
import { idle } from './thread/idle.ts';
import { kept } from './thread/kept.ts';
import { setMessages, showMessages } from './thread/messages.ts';
import { answered, nudge } from './thread/nudge.ts';
import { editOutcome, saveOutcome } from './thread/outcome.ts';
import { remindOfOutcome } from './thread/outcome-reminder.ts';
import { remove, removeReply } from './thread/remove.ts';
import { reopen, reopenDue } from './thread/reopen.ts';
import { answer, reply } from './thread/reply.ts';
import { moreOfConsultation, moreOfReply, showConsultation, showReply } from './thread/show.ts';
import { unlink } from './thread/unlink.ts';

/** Consultation: the case, its thread, the lists, and the record. Slash commands are shown in this order. */
export const consultationRoutes: readonly Route[] = [
  ask,
  structures,
  log,
  listOpen,
  mine,
  find,
  chooseToClose,
  records,
  link,
  importLog,
  readLog,
  previewLog,
  discardLog,
  mapLogColumns,
  saveLogColumns,
  saveLog,
  imports,
  undoImport,
  filterLog,
  chooseFilter,
  showElsewhere,
  getCode,
  enterCode,
  acceptCode,
  linkedAccounts,
  unlinkAccount,
  findForm,
  found,
  keptWords,
  keptWordsSave,
  saveDraft,
  chooseUrgency,
  chooseTopic,
  editDraft,
  preview,
  why,
  relabel,
  relabelSave,
  unhide,
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
  cancelDelayed,
  report,
  flag,
  flagOutcome,
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
  askBar,
  agreeBar,
  endBar,
  editOutcome,
  saveOutcome,
  remindOfOutcome,
  checkText,
  logThread,
  closeForm,
  presented,
  saveRecord,
  recordSaid,
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
  exportRecords,
  discardRecord,
  lookedBack,
  lookBackIn,
  nudge,
  heard,
  reopenDue,
  followUp,
  unlink,
  delayedDue,
  idle,
  kept,
  preferences,
  changePreferences,
  savePreferences,
  changeMinutes,
  saveMinutes,
  changeTopics,
  saveTopics,
  countYears,
  shownYears,
  nextStep,
  longerStep,
  takePart,
  stepDue,
];
