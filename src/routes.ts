import { after, answer as answerCheckin, helpful, skip } from './checkin/answer.ts';
import { ask as askCheckin } from './checkin/ask.ts';
import { agree, check, coffee, discardCoffee, preview as previewCoffee, send, write } from './checkin/coffee.ts';
import { groupPicture, invite, postInvite } from './checkin/group.ts';
import { entry, hide, history, remove as removeEntry, result } from './checkin/history.ts';
import { lines } from './checkin/lines.ts';
import { discardRun, finish as finishRun, monthly, page, progress, savePage } from './checkin/monthly.ts';
import { checkinNow } from './checkin/now.ts';
import { away, pause, resume, saveAway } from './checkin/pause.ts';
import { release } from './checkin/release.ts';
import { remind } from './checkin/remind.ts';
import { saveSchedule, schedule } from './checkin/schedule-form.ts';
import { mine as myCheckins, start } from './checkin/start.ts';
import { leave, left, stop } from './checkin/stop.ts';
import { tidy } from './checkin/tidy.ts';
import { ask, editDraft, saveDraft } from './consultation/ask.ts';
import { checkText } from './consultation/check-text.ts';
import { chooseToClose, close, unlink } from './consultation/close.ts';
import { again, now, there } from './consultation/delivery.ts';
import { edit, revise } from './consultation/edit.ts';
import { flag } from './consultation/flag.ts';
import { hideSave, hideWords } from './consultation/hide.ts';
import { listOpen, mine } from './consultation/list.ts';
import { mute } from './consultation/mute.ts';
import { answered, nudge } from './consultation/nudge.ts';
import { editOutcome, saveOutcome } from './consultation/outcome.ts';
import { post } from './consultation/post.ts';
import { attest, discard, keepWords, preview, why } from './consultation/preview.ts';
import { amend, saveAmendment } from './consultation/record/amend.ts';
import { discardRecord, finish, keepInRecord, saveDetails } from './consultation/record/change.ts';
import { followUp } from './consultation/record/follow-up.ts';
import { logThread } from './consultation/record/log-thread.ts';
import { closeForm, copyRecord, details, editRecord, log, records, showRecord } from './consultation/record/open.ts';
import { saveRecord } from './consultation/record/save.ts';
import { remove, removeReply } from './consultation/remove.ts';
import { answer, editReply, reply, saveReply } from './consultation/reply.ts';
import { showConsultation, showReply } from './consultation/show.ts';
import { agreement, agreementAccept, agreementForm, agreementRenew, wish } from './group/agreement.ts';
import { guide } from './group/guide.ts';
import { help } from './group/help.ts';
import { keptWords, keptWordsSave } from './group/keep-words.ts';
import { settings, setup, setupSave } from './group/setup.ts';
import { homePage } from './home/page.ts';
import { status } from './home/status.ts';
import type { Route } from './kernel/route.ts';
import { messageGone, threadGone } from './platform/gone.ts';
import { installed } from './platform/installed.ts';
import { channelBack, channelGone, personLeft, uninstalled } from './platform/place.ts';
import { purge } from './platform/purge.ts';
import { erase, erased } from './privacy/erase.ts';
import { exportMine, privacy } from './privacy/privacy.ts';
import { sweep, untie } from './privacy/sweep.ts';

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
  keepWords,
  hideWords,
  hideSave,
  attest,
  discard,
  post,
  showConsultation,
  showReply,
  reply,
  answer,
  editReply,
  saveReply,
  removeReply,
  flag,
  edit,
  revise,
  remove,
  close,
  now,
  again,
  there,
  answered,
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
  details,
  saveDetails,
  finish,
  amend,
  saveAmendment,
  copyRecord,
  discardRecord,
  setupSave,
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
  exportMine,
  erase,
  erased,
  nudge,
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
