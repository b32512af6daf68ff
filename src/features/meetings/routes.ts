import type { Route } from '../../runtime/route.ts';
import { attendance } from './attendance.ts';
import { bring, facilitate, putOn, takeBack } from './bring.ts';
import { calendar } from './calendar.ts';
import { cancel, move, saveMove, tooFew } from './change.ts';
import { checkFormOf, checks, saveCheck } from './check/answer.ts';
import { releaseCheck } from './check/release.ts';
import { followUps, setFollowUp } from './follow-ups.ts';
import { acceptForm, acceptGuest, agreeAsGuest } from './guest-agreement.ts';
import { dropGuest, guest, guestView, saveGuest } from './guests.ts';
import { absent, pass, sure } from './hand-on.ts';
import { dropAttendance, showAttendance } from './logged-attendance.ts';
import { agenda, next } from './next.ts';
import { open } from './open.ts';
import { remind } from './remind.ts';
import { end, form, list } from './series.ts';
import { save } from './series-save.ts';
import { saveStructures, structures } from './series-structures.ts';
import { answerSwap, saveSwap, swap } from './swap.ts';
import { takeAways } from './take-aways.ts';
import { dropTheme, holdTurn, saveTheme, theme } from './theme.ts';
import { goOn, meetingOver, timeUp } from './time-box.ts';

/** Meetings of a group: series, agenda, rotation and attendance. Slash commands are shown in this order. */
export const meetingRoutes: readonly Route[] = [
  ...[next, agenda, bring, swap, pass, list, calendar],
  ...[form, save, end, structures, saveStructures],
  ...[putOn, takeBack, facilitate, absent, sure, theme, saveTheme, dropTheme, holdTurn],
  ...[saveSwap, answerSwap],
  ...[move, saveMove, cancel, tooFew],
  ...[guest, saveGuest, dropGuest, guestView, agreeAsGuest, acceptForm, acceptGuest],
  ...[remind, open, meetingOver, goOn, timeUp, takeAways],
  ...[...attendance, showAttendance, dropAttendance],
  ...[followUps, setFollowUp],
  ...[checks, checkFormOf, saveCheck, releaseCheck],
];
