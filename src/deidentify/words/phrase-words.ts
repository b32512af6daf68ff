import { wordSet } from './list.ts';

/** Behind these a phrase about somebody may begin. */
export const introducers = wordSet(
  "the a an my our his her their your that this el la le un une one is was are were be been being 's as now he she they who i retired former ex recently client pt patient with w of for from by and",
);

/** Before these it may end: what goes on about something else. */
export const closers = wordSet(
  "and but so because since is are was has had wants says said asks asked thinks feels came comes keeps won't can't doesn't isn't hasn't who while when if then for with w in at on",
);
