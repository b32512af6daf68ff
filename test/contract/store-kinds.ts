import { z } from 'zod';
import { kind } from '../../src/index.ts';

const about = { what: 'for tests', readBy: 'tests', keptFor: 'a test' };

/** A document with an index on a time and one that not every document is listed under. */
export const Note = kind(
  'note',
  z.object({ id: z.string(), at: z.string(), group: z.string().nullable(), words: z.array(z.string()) }),
  { indexes: { at: (n) => n.at, group: (n) => n.group }, sealed: 'no', about },
);
export type Note = z.output<typeof Note.schema>;

/** Takes anything, so that what cannot be stored reaches the store. */
export const Loose = kind('loose', z.object({ id: z.string(), value: z.unknown() }), {
  indexes: {},
  sealed: 'no',
  about,
});

export const Other = kind('other', z.object({ id: z.string() }), { indexes: {}, sealed: 'no', about });

export const note = (id: string, rest: Partial<Note> = {}): Note => ({ id, at: '1', group: null, words: [], ...rest });
