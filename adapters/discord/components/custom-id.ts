import type { Msg, Values } from '../../../src/index.ts';
import { limits } from '../limits.ts';
import { platform } from '../name.ts';

/**
 * What a button, a select or a form says when it comes back. It travels in Discord's `custom_id`, so it holds ids and
 * enumerated words only, and works after a restart.
 */
export interface CustomId {
  /**
   * `command`: send it. `confirm`: ask first, then send it. `form`: a form's fields follow. `page`: open a page of a kept
   * form, or its fields follow. `field`: a field of a kept form was chosen. `submit`: send a kept form as it is. `close`:
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
}

/** Part of what lies in posted messages: a letter keeps its meaning for good. */
const letters = { command: 'd', confirm: 'a', form: 'f', page: 'p', field: 's', submit: 'n', close: 'x' } as const;
const kinds = new Map(Object.entries(letters).map(([is, letter]) => [letter as string, is as CustomId['is']]));

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
  ...rest,
});

/**
 * The text of a `custom_id`, or null when Discord has no room for it. Keys of ours begin with a dot, which no value name
 * does. A question with parameters falls back to the general one before it is given up.
 */
export function encodeCustomId(of: CustomId): string | null {
  const full = encode(of, of.confirm);
  if (full.length <= limits.customId) return full;
  const short = encode(of, null);
  return short.length <= limits.customId ? short : null;
}

function encode(of: CustomId, confirm: Msg | null): string {
  const query = new URLSearchParams(of.with);
  if (of.scope !== null)
    query.set('.s', of.scope.startsWith(scopeStart) ? of.scope.slice(scopeStart.length) : `!${of.scope}`);
  if (confirm !== null) {
    query.set('.c', String(confirm.key));
    if ('with' in confirm) query.set('.w', JSON.stringify(confirm.with));
  }
  const text = query.toString();
  return `${letters[of.is]}${of.to}${text === '' ? '' : `?${text}`}`;
}

/** Reads what `encodeCustomId` wrote; null for anything else, such as a button of an older version. */
export function decodeCustomId(customId: string): CustomId | null {
  const is = kinds.get(customId.slice(0, 1));
  if (is === undefined) return null;
  const mark = customId.indexOf('?');
  const to = customId.slice(1, mark === -1 ? undefined : mark);
  const query = new URLSearchParams(mark === -1 ? '' : customId.slice(mark + 1));
  const scope = query.get('.s');
  const key = query.get('.c');
  return {
    is,
    to,
    with: Object.fromEntries([...query].filter(([name]) => !name.startsWith('.'))),
    scope: scope === null ? null : scope.startsWith('!') ? scope.slice(1) : scopeStart + scope,
    confirm: key === null ? null : confirmOf(key, query.get('.w')),
  };
}

function confirmOf(key: string, params: string | null): Msg | null {
  try {
    return (params === null ? { key } : { key, with: JSON.parse(params) }) as Msg;
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
