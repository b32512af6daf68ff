import { Circles, Pictures } from './features/checkin/group-summary/model.ts';
import { Askables, Askings, Enrolments, Invites, Pulses, Results, Runs } from './features/checkin/model.ts';
import { Paces } from './features/checkin/send-slots.ts';
import { Consultations, Drafts, Replies } from './features/consultation/model.ts';
import { LinkTries } from './features/consultation/my-log/model.ts';
import { GroupYears } from './features/consultation/overview/years-model.ts';
import { Records } from './features/consultation/record/model.ts';
import { Preferences } from './features/consultation/templates/preferences.ts';
import { Sessions } from './features/consultation/templates/session.ts';
import { Bars } from './features/consultation/thread/bar-model.ts';
import { Delayed } from './features/consultation/thread/delayed.ts';
import { Confirmations, Declined } from './features/credit/confirmation-model.ts';
import { Advised } from './features/credit/model.ts';
import { Nameable } from './features/credit/naming.ts';
import { CreditReflections } from './features/credit/reflections.ts';
import { Reminders } from './features/credit/reminder-model.ts';
import { Experts, Requests, SpecialtyLists, Turns } from './features/experts/model.ts';
import { AuditEntries, Groups, Members, Residents } from './features/group/model.ts';
import { Installations } from './features/lifecycle/model.ts';
import { CheckAnswers, CheckPictures, GroupChecks } from './features/meetings/check/model.ts';
import { FollowUps } from './features/meetings/follow-up-model.ts';
import { Guests } from './features/meetings/guest-model.ts';
import { Attendances, GroupMeetings, SeriesOf } from './features/meetings/model.ts';
import { SwapAsks } from './features/meetings/swap-model.ts';
import { Agreements } from './features/supervision/agreement/model.ts';
import { RuleChecks } from './features/supervision/board/model.ts';
import { Evaluations, RatingDrafts } from './features/supervision/evaluation/model.ts';
import { ImportMaps } from './features/supervision/imports/model.ts';
import { ExportCodes } from './features/supervision/leaving/model.ts';
import { AgendaItems, Meetings, Reflections } from './features/supervision/meeting/model.ts';
import { Entries } from './features/supervision/model.ts';
import { Links } from './features/supervision/sign-off/chain.ts';
import { SeenEvents } from './runtime/idempotency.ts';
import { DueJobs } from './runtime/jobs.ts';
import { Outbox } from './runtime/outbox/model.ts';
import type { Doc, Kind } from './storage/kind.ts';
import { outlineOf } from './storage/sealing.ts';

const declared = [
  Groups,
  Members,
  Residents,
  AuditEntries,
  Consultations,
  Replies,
  Drafts,
  Records,
  LinkTries,
  Advised,
  Nameable,
  Confirmations,
  Declined,
  CreditReflections,
  Reminders,
  Preferences,
  GroupYears,
  Sessions,
  Delayed,
  Bars,
  Experts,
  SpecialtyLists,
  Requests,
  Turns,
  SeriesOf,
  GroupMeetings,
  Attendances,
  SwapAsks,
  Guests,
  FollowUps,
  GroupChecks,
  CheckAnswers,
  CheckPictures,
  Enrolments,
  Pulses,
  Results,
  Runs,
  Pictures,
  Circles,
  Askings,
  Askables,
  Invites,
  Paces,
  Agreements,
  Entries,
  Links,
  ExportCodes,
  ImportMaps,
  RuleChecks,
  Meetings,
  AgendaItems,
  Reflections,
  Evaluations,
  RatingDrafts,
  Installations,
  Outbox,
  DueJobs,
  SeenEvents,
];

/** Every kind of document that the core stores, as declared. `docs/data.md` is written from this. */
export const kinds = declared as unknown as readonly Kind<Doc>[];

/** The same kinds in the form in which they lie in the store: of sealed ones, only the envelope. */
export const storedKinds: readonly Kind<Doc>[] = kinds.map((k) =>
  k.sealed === 'owner' ? (outlineOf(k) as unknown as Kind<Doc>) : k,
);
