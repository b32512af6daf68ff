import { Askables, Askings, Enrolments, Invites, Pulses, Results, Runs } from './checkin/model.ts';
import { Paces } from './checkin/pace.ts';
import { Circles, Pictures } from './checkin/picture-model.ts';
import { Consultations, Drafts, Replies } from './consultation/model.ts';
import { Records } from './consultation/record/model.ts';
import { Groups, Members } from './group/model.ts';
import { DueJobs } from './kernel/due.ts';
import { SeenEvents } from './kernel/events.ts';
import type { Doc, Kind } from './kernel/kind.ts';
import { Outbox } from './kernel/outbox.ts';
import { outlineOf } from './kernel/sealing.ts';
import { Installations } from './platform/model.ts';

const declared = [
  Groups,
  Members,
  Consultations,
  Replies,
  Drafts,
  Records,
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
