import { defaultLocale, type Msg, type Values, wordsOf } from '../../../src/index.ts';
import { withoutKeys } from '../../node/carried.ts';
import { limits } from '../limits.ts';
import { platform } from '../name.ts';
import { fullCommand, inFull, shortCommand, shortened } from './short-names.ts';

/**
 * What a button, a select or a form says when it comes back. It travels in Discord's `custom_id`, so it holds ids and
 * enumerated words only, and works after a restart.
 */
export interface CustomId {
  /**
   * `command`: send it. `confirm`: ask first, then send it. `form`: a form's fields follow, or those of one of its pages.
   * `page`: open a page of a kept form, or its fields follow. `field`: a field of a kept form was chosen. `submit`: send a kept form as it is. `close`:
   * take this message away.
   */
  readonly is: 'command' | 'confirm' | 'form' | 'page' | 'field' | 'submit' | 'close';
  /** A command name; for `page`, `field` and `submit` the id of the kept form. */
  readonly to: string;
  readonly with: Values;
  /** The community, in direct messages, where Discord does not tell it. */
  readonly scope: string | null;
  /** The question of `confirm`; null for the general one. */
  readonly confirm: Msg | null;
  /** What the button says that answers it with yes; null for what the first button said. */
  readonly yes: Msg | null;
  /** Of `form`: the fields are a page of a form that is kept, while it is. */
  readonly page: KeptPage | null;
}

/** A page (from 0) of a kept form. */
export interface KeptPage {
  readonly kept: string;
  readonly n: number;
}

/** Part of what lies in posted messages: a letter keeps its meaning for good. */
const letters = { command: 'd', confirm: 'a', form: 'f', page: 'p', field: 's', submit: 'n', close: 'x' } as const;
const kinds = new Map(Object.entries(letters).map(([is, letter]) => [letter as string, is as CustomId['is']]));

/** What names a command, in short where its letter is a capital. */
const toCommand: readonly CustomId['is'][] = ['command', 'confirm', 'form'];

/** Where a scope begins on this platform; left out of ids to save room. */
const scopeStart = `${platform}.`;

export const customId = (
  is: CustomId['is'],
  to: string,
  rest: Partial<Omit<CustomId, 'is' | 'to'>> = {},
): CustomId => ({
  is,
  to,
  with: {},
  scope: null,
  confirm: null,
  yes: null,
  page: null,
  ...rest,
});

/**
 * The text of a `custom_id`, or null when Discord has no room for it. Keys of ours begin with a dot, which no value name
 * does. Names are shortened first (`short-names.ts`); keys for other instances are left out before it is given up, and the words of
 * a question fall back to the general ones.
 */
export function encodeCustomId(of: CustomId): string | null {
  const lean = { ...of, with: withoutKeys(of.with) };
  const tries = [of, lean, { ...lean, yes: null }, { ...lean, yes: null, confirm: null }];
  const ids = tries.flatMap((one) => [encode(one, false), ...(toCommand.includes(one.is) ? [encode(one, true)] : [])]);
  return ids.find((id) => id.length <= limits.customId) ?? null;
}

function encode(of: CustomId, short: boolean): string {
  const query = new URLSearchParams(short ? Object.entries(of.with).map(shortened) : of.with);
  if (of.scope !== null)
    query.set('.s', of.scope.startsWith(scopeStart) ? of.scope.slice(scopeStart.length) : `!${of.scope}`);
  for (const [msg, key, params] of [[of.confirm, '.c', '.w'] as const, [of.yes, '.y', '.v'] as const]) {
    if (msg === null) continue;
    query.set(key, msg.key);
    if ('with' in msg) query.set(params, JSON.stringify(msg.with));
  }
  if (of.page !== null) query.set('.p', `${of.page.n}.${of.page.kept}`);
  const text = query.toString();
  const start = short ? letters[of.is].toUpperCase() + shortCommand(of.to) : letters[of.is] + of.to;
  return `${start}${text === '' ? '' : `?${text}`}`;
}

/** Reads what `encodeCustomId` wrote; null for anything else, such as a button of an older version. */
export function decodeCustomId(customId: string): CustomId | null {
  const letter = customId.slice(0, 1);
  const isShort = letter !== letter.toLowerCase();
  const is = kinds.get(letter.toLowerCase());
  if (is === undefined) return null;
  const mark = customId.indexOf('?');
  const written = customId.slice(1, mark === -1 ? undefined : mark);
  const to = isShort ? fullCommand(written) : written;
  if (to === null) return null;
  const query = new URLSearchParams(mark === -1 ? '' : customId.slice(mark + 1));
  const scope = query.get('.s');
  return {
    is,
    to,
    with: Object.fromEntries(
      [...query].filter(([name]) => !name.startsWith('.')).map((one) => (isShort ? inFull(one) : one)),
    ),
    scope: scope === null ? null : scope.startsWith('!') ? scope.slice(1) : scopeStart + scope,
    confirm: msgOf(query.get('.c'), query.get('.w')),
    yes: msgOf(query.get('.y'), query.get('.v')),
    page: pageOf(query.get('.p')),
  };
}

function pageOf(text: string | null): KeptPage | null {
  const [, n, kept] = /^(\d+)\.(.+)$/.exec(text ?? '') ?? [];
  return n === undefined || kept === undefined ? null : { n: Number(n), kept };
}

/** Null as well for a sentence that can't be said: a later version may have dropped it, or may want other parameters. */
function msgOf(key: string | null, params: string | null): Msg | null {
  if (key === null) return null;
  try {
    const msg = (params === null ? { key } : { key, with: JSON.parse(params) }) as Msg;
    return wordsOf(defaultLocale, msg) === '' ? null : msg;
  } catch {
    return null;
  }
}

/** An id as a component carries it; a control whose `custom_id` has no room is shown, but cannot be used. */
export interface ComponentId {
  readonly custom_id: string;
  readonly disabled?: true;
}

/**
 * Hands out the ids of one message. Discord refuses an id that occurs twice in a message, so a repeated one gets a
 * number, which reading ignores. `scope` goes into every id, for direct messages.
 */
export function createComponentIds(scope: string | null): (of: CustomId) => ComponentId {
  const used = new Set<string>();
  return (of) => {
    const id = encodeCustomId({ ...of, scope });
    for (let n = 1; ; n++) {
      const tail = n === 1 ? '' : `${id?.includes('?') ? '&' : '?'}.n=${n}`;
      const fits = id !== null && id.length + tail.length <= limits.customId;
      const custom_id = fits ? id + tail : `${letters.close}?.n=${n}`;
      if (used.has(custom_id)) continue;
      used.add(custom_id);
      return fits ? { custom_id } : { custom_id, disabled: true };
    }
  };
}
