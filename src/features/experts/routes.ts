import type { Route } from '../../runtime/route.ts';
import { no, passed, yes } from './answer.ts';
import { ask, standing } from './ask.ts';
import { reply, saveReply, theCase } from './elsewhere.ts';
import { about, find } from './find.ts';
import { entry, list, me, saveList, saveMe } from './me.ts';
import { ownReplies, removeReply } from './replies.ts';
import { searchOver, turnOver } from './turns.ts';

/** Colleagues who know about something: the list, asking, and being asked. Slash commands are shown in this order. */
export const expertRoutes: readonly Route[] = [
  find,
  me,
  saveMe,
  entry,
  list,
  saveList,
  about,
  ask,
  standing,
  yes,
  no,
  passed,
  theCase,
  reply,
  saveReply,
  ownReplies,
  removeReply,
  turnOver,
  searchOver,
];
