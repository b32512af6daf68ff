import type { Route } from '../../runtime/route.ts';
import { bring, facilitate, putOn, takeBack } from './bring.ts';
import { agenda, next, pass } from './next.ts';
import { attend, attended, open, saveAttendance } from './open.ts';
import { end, form, list, save } from './series.ts';

/** GroupMeetings: their series, agenda, rotation and attendance. Slash commands are shown in this order. */
export const meetingRoutes: readonly Route[] = [
  next,
  agenda,
  bring,
  pass,
  list,
  form,
  save,
  end,
  putOn,
  takeBack,
  facilitate,
  open,
  attend,
  saveAttendance,
  attended,
];
