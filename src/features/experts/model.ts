import { z } from 'zod';
import { timeKey } from '../../runtime/jobs.ts';
import { Id, kind } from '../../storage/kind.ts';
import { dayMs, hourMs } from '../../time/durations.ts';
import { needs } from '../consultation/model.ts';

/** What colleagues most often look for; a group adds its own. */
export const specialties = ['trauma', 'addiction', 'cultural'] as const;
export type Specialty = (typeof specialties)[number];
export const isShipped = (id: string): id is Specialty => (specialties as readonly string[]).includes(id);

export const lengths = { languages: 100, jurisdiction: 60, specialty: 40 } as const;
/** Specialties that a group can add. */
export const mostSpecialties = 20;
/** Requests in 30 days that somebody may choose as their most. */
export const monthly = [1, 2, 4, 8] as const;
export const monthMs = 30 * dayMs;
/** A turn outlives its request, which ends up to a quiet weekend and a day later: it tells who said yes. */
export const turnsKeptMs = monthMs + 5 * dayMs;

/** One colleague has the request for so long (ms) before it moves on. */
export const turnMs = 8 * hourMs;
/** Without a yes the search ends after this long (ms), counted from the first message. */
export const searchMs = 24 * hourMs;
/** A request of somebody without a name leaves after so many minutes, chosen at random. */
export const askDelay = { min: 1, max: 5 } as const;

/** What a member can be asked about, in their own words and choices. */
export const Experts = kind(
  'expert',
  z.object({
    id: Id,
    group: Id,
    person: z.string(),
    /** Shipped ones by name, the group's own by their id. */
    specialties: z.array(z.string()),
    languages: z.string().max(lengths.languages),
    /** As the person states it. */
    jurisdiction: z.string().max(lengths.jurisdiction),
    help: z.array(z.enum(needs)),
    perMonth: z.number().int().min(1).max(20),
    mentoring: z.boolean(),
    open: z.boolean(),
    /** Colleagues of other groups may ask too, where the agreements of both groups say so. */
    beyond: z.boolean().default(false),
  }),
  {
    indexes: { group: (e) => e.group, person: (e) => e.person, beyond: (e) => (e.open && e.beyond ? 'yes' : null) },
    sealed: 'no',
    about: {
      what: 'What a member can be asked about: specialties, languages, jurisdiction, kind of help, mentoring, whether and how often they may be asked',
      readBy:
        'members of the group, while its owner may be asked, and of other groups where its owner and both agreements say so; how often, only they',
      keptFor: 'until the person leaves or erases it',
    },
  },
);
export type Expert = z.output<typeof Experts.schema>;

/** Specialties that a group added, as its owners typed them. */
export const SpecialtyLists = kind(
  'specialtyList',
  z.object({
    /** The group. */
    id: Id,
    own: z.array(z.object({ id: Id, name: z.string().max(lengths.specialty) })).max(mostSpecialties),
  }),
  {
    indexes: {},
    sealed: 'no',
    about: {
      what: 'Specialties that a group added to the list',
      readBy: 'members of the group',
      keptFor: 'until the bot is removed',
    },
  },
);
export type OwnSpecialty = z.output<typeof SpecialtyLists.schema>['own'][number];

const Asker = z.discriminatedUnion('as', [
  z.object({ as: z.literal('me'), person: z.string() }),
  /** Of an anonymous question: the request knows no more of its author than the question does. */
  z.object({ as: z.literal('anonymous') }),
]);

/** A request for a colleague's opinion on one open question. */
export const Requests = kind(
  'expertRequest',
  z.object({
    id: Id,
    group: Id,
    consultation: Id,
    asker: Asker,
    /** A specialty, or null where one colleague was chosen. */
    wanted: z.string().nullable(),
    only: z.string().nullable(),
    /** Its author agreed that experts of other groups are asked, and read the question. */
    beyond: z.boolean().default(false),
    /** Colleagues with authority over a named asker: they are not asked. */
    without: z.array(z.string()),
    /** `none`: nobody said yes in time. `over`: not needed any more. */
    status: z.enum(['looking', 'taken', 'none', 'over']),
    taker: z.string().nullable(),
    /** When the search ends (ms). */
    until: z.number(),
  }),
  {
    indexes: {
      consultation: (r) => r.consultation,
      group: (r) => r.group,
      person: (r) => (r.asker.as === 'me' ? r.asker.person : null),
      until: (r) => timeKey(r.until),
    },
    sealed: 'no',
    about: {
      what: 'A request for a colleague’s opinion on a question, how it stands, and who said yes',
      readBy: 'its author, and whoever is asked',
      keptFor: '31 days after it ended',
    },
  },
);
export type Request = z.output<typeof Requests.schema>;

/** That a colleague was asked. Whether they said no or nothing is the same, and is not kept. */
export const Turns = kind(
  'expertTurn',
  z.object({
    id: Id,
    request: Id,
    /** In which group the colleague is asked: their own. */
    group: Id,
    person: z.string(),
    at: z.number(),
    /** The private message. */
    row: z.string(),
    waiting: z.boolean(),
  }),
  {
    indexes: {
      person: (t) => t.person,
      request: (t) => t.request,
      group: (t) => t.group,
      at: (t) => timeKey(t.at),
    },
    sealed: 'no',
    about: {
      what: 'When a colleague was asked for an opinion, so that nobody is asked more often than they chose',
      readBy: 'the bot; nobody sees who was asked, how often, or what they answered',
      keptFor: '36 days',
    },
  },
);
export type Turn = z.output<typeof Turns.schema>;

/** Beginnings of words that speak of a shipped specialty. */
const cues: Readonly<Record<Specialty, RegExp>> = {
  trauma: /\b(?:trauma|ptsd|flashback|dissociat|assault|abus|nightmare|emdr)/i,
  addiction: /\b(?:addict|alcohol|drink|drunk|opioid|opiate|relaps|sober|substance|withdrawal|craving|gambl|overdos)/i,
  cultural: /\b(?:cultur|immigra|refugee|asylum|racis|racial|ethnic|religio|faith|interpret|tradition|indigenous)/i,
};

/** Specialties that a text without identifiers speaks of: by lists of words, no model. */
export function specialtiesIn(text: string, own: readonly OwnSpecialty[]): string[] {
  const typed = new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  const speaks = ({ name }: OwnSpecialty): boolean =>
    (name.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).some((word) => typed.has(word));
  return [...specialties.filter((one) => cues[one].test(text)), ...own.filter(speaks).map(({ id }) => id)];
}
