import type { Values } from '../../../src/index.ts';
import { limits } from '../limits.ts';

/**
 * What travels through Slack inside buttons and windows: route names, ids and enumerated words, nothing that anybody
 * typed. Buttons keep it in `value`; pickers, which have no value of their own, in `block_id`; forms in
 * `private_metadata`.
 */
const split = '~';

/** `do~n`: the route, and a number that keeps the ids of one screen apart. Null when it would not fit. */
export function actionId(route: string, n: number): string | null {
  const id = `${route}${split}${n}`;
  return id.length <= limits.actionId ? id : null;
}

export const routeOf = (id: string): string => id.slice(0, id.lastIndexOf(split));

export function buttonValue(values: Values): string | null {
  const text = JSON.stringify(values);
  return text.length <= limits.buttonValue ? text : null;
}

/** `n~{…}` for a block whose only element is a picker; `mark` stands before it. */
export function blockId(values: Values, n: number, mark = ''): string | null {
  const id = `${mark}${n}${split}${JSON.stringify(values)}`;
  return id.length <= limits.blockId ? id : null;
}

export const valuesOfBlock = (id: string): Values => valuesFrom(id.slice(id.indexOf(split) + 1));

/** What a window remembers. `tries` tells the inputs of a form shown again from those of the form before it. */
export interface WindowNote {
  readonly do: string;
  readonly with: Values;
  readonly tries: number;
  /** The window lies on a form to which Back returns. */
  readonly over: boolean;
  /** Where it was opened: Slack does not say so when a window is submitted. */
  readonly channel: string | null;
  /** The `response_url` of the private card whose button opened it: what the window changes is out of date there. */
  readonly card: string | null;
}

export const writeNote = (note: WindowNote): string => JSON.stringify(note);

/** Reads a note; anything that this adapter did not write yields one that leads nowhere. */
export function readNote(text: string): WindowNote {
  const raw = parsed(text);
  return {
    do: typeof raw.do === 'string' ? raw.do : '',
    with: valuesFrom(JSON.stringify(raw.with ?? {})),
    tries: typeof raw.tries === 'number' ? raw.tries : 0,
    over: raw.over === true,
    channel: typeof raw.channel === 'string' ? raw.channel : null,
    card: typeof raw.card === 'string' ? raw.card : null,
  };
}

/** Text values only; anything else in it is left out. */
export function valuesFrom(text: string): Values {
  return Object.fromEntries(
    Object.entries(parsed(text)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
