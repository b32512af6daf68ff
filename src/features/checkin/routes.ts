import type { Route } from '../../runtime/route.ts';
import { away, pause, resume, saveAway } from './enrollment/pause.ts';
import { saveSchedule, schedule } from './enrollment/schedule-form.ts';
import { mine as myCheckins, start } from './enrollment/start.ts';
import { leave, left, stop } from './enrollment/stop.ts';
import { groupPicture, invite, postInvite } from './group-summary/group.ts';
import { release } from './group-summary/release.ts';
import { entry, hide, history, remove as removeEntry, result } from './history.ts';
import { discardRun, finish as finishRun, monthly, page, progress, savePage } from './monthly/run.ts';
import { checkinNow } from './now.ts';
import { agree, check, coffee, discardCoffee, preview as previewCoffee, send, write } from './peer-support/invite.ts';
import { lines } from './peer-support/lines.ts';
import { after, answer as answerCheckin, helpful, skip } from './weekly/answer.ts';
import { ask as askCheckin } from './weekly/ask.ts';
import { tidy } from './weekly/expire-prompt.ts';
import { remind } from './weekly/remind.ts';

/** Check-ins: enrollment, the weekly and the monthly one, the group summary, peer support. Slash commands are shown in this order. */
export const checkinRoutes: readonly Route[] = [
  checkinNow,
  schedule,
  history,
  pause,
  stop,
  groupPicture,
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
];
