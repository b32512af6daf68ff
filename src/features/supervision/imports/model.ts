import { z } from 'zod';
import { Id, kind } from '../../../storage/kind.ts';
import { targets } from './columns.ts';

/** The most of each that is kept: the oldest go first. */
export const mostKept = { tables: 10, names: 300 } as const;
/** Stands for a column that every row shares: the site or the supervisor that was chosen for all. */
export const allRows = 'all';

/** What somebody said once about their own tables: which column is what, and what the words in them mean here. */
export const ImportMaps = kind(
  'importMap',
  z.object({
    id: Id,
    owner: z.string(),
    /** By the names of its columns, the newest first. `all` names what every row shares. */
    tables: z.array(
      z.object({
        signature: z.string(),
        columns: z.partialRecord(z.enum(targets), z.number().int().min(0)),
        site: z.string().default(''),
        supervisor: z.boolean().default(false),
      }),
    ),
    /** What a word means in an agreement: an activity, a place of work, or a supervisor; '' leaves its rows out. */
    names: z.array(
      z.object({
        agreement: Id,
        about: z.enum(['activity', 'site', 'supervisor']),
        name: z.string(),
        means: z.string(),
      }),
    ),
  }),
  {
    indexes: { owner: (m) => m.owner },
    sealed: 'owner',
    about: {
      what: 'Which columns of somebody’s own spreadsheet are what, and what the names in them mean here',
      readBy: 'its owner only',
      keptFor: 'until its owner erases their data',
    },
  },
);
export type ImportMap = z.output<typeof ImportMaps.schema>;
export type TableMap = ImportMap['tables'][number];
export type NameAbout = ImportMap['names'][number]['about'];
