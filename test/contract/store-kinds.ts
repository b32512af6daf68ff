import { z } from 'zod';
import { kind, timeKey } from '../../src/index.ts';

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

/** Waits for its time, by two indexes; key null: it does not. */
export const Task = kind(
  'task',
  z.object({ id: z.string(), at: z.number().nullable(), until: z.number().nullable() }),
  {
    indexes: {
      at: (t) => (t.at === null ? null : `${timeKey(t.at)} ${t.id}`),
      until: (t) => (t.until === null ? null : timeKey(t.until)),
    },
    work: ['at', 'until'],
    sealed: 'no',
    about,
  },
);

export const note = (id: string, rest: Partial<Note> = {}): Note => ({ id, at: '1', group: null, words: [], ...rest });
