import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock, Form } from '../../../src/index.ts';
import type { Community } from '../rest/refs.ts';
import type { Page } from './pages.ts';

/** A form on its way through Discord's modals. What was typed is here alone, in memory, and not for long. */
export interface KeptForm {
  readonly id: string;
  /** The Discord user it belongs to, and the server and community it is for. */
  readonly owner: string;
  readonly community: Community;
  /** The language that the form is worded in. */
  readonly locale: string;
  readonly form: Form;
  readonly pages: readonly Page[];
  /** Pages that the person has not seen since they need another look. */
  readonly todo: readonly number[];
}

/** For how long a form is kept. */
const keptMs = 30 * 60_000;
/** How many of one person, and of all; the person's oldest goes first, so that nobody's typing is lost to somebody else's. */
const mostOfOne = 10;
const most = 5000;

export interface KeptForms {
  keep(of: Omit<KeptForm, 'id' | 'todo'>): KeptForm;
  /** Null when it is not there any more, or belongs to somebody else. */
  find(id: string, owner: string): KeptForm | null;
  /** Takes in what was typed on one page, or chosen beside it (`page` null). */
  fill(kept: KeptForm, page: number | null, values: Readonly<Record<string, string>>): KeptForm;
  /** Forgets a form that was taken, but for its id. */
  sent(kept: KeptForm): void;
  /** Whether a form of this person was sent a while ago: what comes of its card late changes nothing any more. */
  wasSent(id: string, owner: string): boolean;
  /** What is done with one form, in the order in which it came: a menu and the button below it are pressed within an instant. */
  inTurn(id: string, work: () => Promise<void>): Promise<void>;
}

export function createKeptForms(clock: Clock): KeptForms {
  const all = new Map<string, { readonly kept: KeptForm; readonly until: number; readonly end: NodeJS.Timeout }>();
  const sent = new LRUCache<string, true>({ max: most });
  const turns = new Map<string, Promise<void>>();

  function drop(id: string): void {
    clearTimeout(all.get(id)?.end);
    all.delete(id);
  }

  function store(kept: KeptForm): KeptForm {
    drop(kept.id);
    const own = [...all].flatMap(([id, entry]) => (entry.kept.owner === kept.owner ? [id] : []));
    if (own.length >= mostOfOne) drop(own[0] ?? '');
    const [oldest] = all.keys();
    if (all.size >= most && oldest !== undefined) drop(oldest);
    // The timer takes the text out of memory; the clock decides whether it may still be used.
    const end = setTimeout(() => all.delete(kept.id), keptMs).unref();
    all.set(kept.id, { kept, until: clock.now() + keptMs, end });
    return kept;
  }

  return {
    keep: (of) => store({ ...of, id: randomBytes(9).toString('base64url'), todo: openPages(of.pages) }),
    find(id, owner) {
      const entry = all.get(id);
      return entry === undefined || entry.until <= clock.now() || entry.kept.owner !== owner ? null : entry.kept;
    },
    fill(kept, page, values) {
      const form = withValues(kept.form, values);
      return store({
        ...kept,
        form,
        pages: kept.pages.map((p) => ({
          ...p,
          fields: p.fields.map((f) => form.fields.find((g) => g.name === f.name) ?? f),
        })),
        todo: kept.todo.filter((n) => n !== page),
      });
    },
    sent(kept) {
      drop(kept.id);
      sent.set(sentKey(kept.id, kept.owner), true);
    },
    wasSent: (id, owner) => sent.has(sentKey(id, owner)),
    async inTurn(id, work) {
      const mine = (turns.get(id) ?? Promise.resolve()).then(work);
      const over = mine.catch(() => {});
      turns.set(id, over);
      try {
        await mine;
      } finally {
        if (turns.get(id) === over) turns.delete(id);
      }
    },
  };
}

const sentKey = (id: string, owner: string): string => `${owner} ${id}`;

/** Where to begin: pages with something wrong; all of them when nothing is. */
function openPages(pages: readonly Page[]): number[] {
  const wrong = pages.flatMap((page, n) => (page.fields.some((f) => f.error !== null) ? [n] : []));
  return wrong.length > 0 ? wrong : pages.map((_, n) => n);
}

const withValues = (form: Form, values: Readonly<Record<string, string>>): Form => ({
  ...form,
  fields: form.fields.map((f) => {
    const value = values[f.name];
    return value === undefined ? f : { ...f, value, error: null };
  }),
});

export const valuesOf = (form: Form): Record<string, string> =>
  Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
