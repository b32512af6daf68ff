import { type Msg, say } from '../i18n/message.ts';
import type { Document, FileFormat } from './document.ts';
import { oneLine } from './one-line.ts';
import type { PersonRef, Ref } from './references.ts';
import type {
  Action,
  Block,
  Card,
  Field,
  Form,
  Home,
  Item,
  Line,
  Mark,
  Option,
  Span,
  TableHead,
  Values,
} from './view.ts';

/** Builders for views, so that a feature's `views.ts` reads like the screen. */
export const card = (summary: Msg, blocks: readonly Block[]): Card => ({ is: 'card', summary, blocks });
export const home = (blocks: readonly Block[]): Home => ({ is: 'home', blocks });

export const msg = (m: Msg): Span => ({ is: 'msg', msg: m });
/** The credential is typed text inside a line of ours, also where it was stored before forms took single lines only. */
export const person = (who: PersonRef, credential: string | null = null): Span => ({
  is: 'person',
  who,
  credential: credential && oneLine(credential),
});
export const colleague = (credential: string, name: string | null = null): Span => ({
  is: 'colleague',
  name: name && oneLine(name),
  credential: oneLine(credential),
});
export const former = (credential: string): Span => ({ is: 'former', credential: oneLine(credential) });
export const when = (at: number, style: 'date' | 'time' | 'dateTime' | 'relative' = 'dateTime'): Span => ({
  is: 'when',
  at,
  style,
});
export const day = (date: string): Span => ({ is: 'day', date });
export const clock = (time: string): Span => ({ is: 'clock', time });
export const place = (channel: Ref): Span => ({ is: 'place', channel });
export const thread = (label: Msg, channel: Ref, message: Ref): Span => ({ is: 'thread', label, channel, message });

const spans = (parts: readonly (Msg | Span)[]): Span[] => parts.map((p) => ('is' in p ? p : msg(p)));
/** The same where they are a line of their own: who is not named stands there as a name does, with a capital letter. */
function lineOf(parts: readonly (Msg | Span)[]): Span[] {
  const [first, ...rest] = spans(parts);
  if (first === undefined) return [];
  const isUnnamed = first.is === 'former' || (first.is === 'colleague' && first.name === null);
  return [isUnnamed ? { ...first, first: true } : first, ...rest];
}
const textBlock =
  (style: Extract<Block, { is: 'text' }>['style']) =>
  (...parts: readonly (Msg | Span)[]): Block => ({ is: 'text', style, spans: lineOf(parts) });

export const title = textBlock('title');
export const heading = textBlock('heading');
export const body = textBlock('body');
export const quiet = textBlock('quiet');
/** Only for "someone may be at risk". */
export const urgent = textBlock('urgent');

export const quote = (text: string, label: Msg | null = null, marks: readonly Mark[] = []): Block => ({
  is: 'quote',
  label,
  text,
  marks,
});
export const facts = (...rows: readonly (readonly [label: Msg, ...value: (Msg | Span)[]])[]): Block => ({
  is: 'facts',
  rows: rows.map(([label, ...value]) => ({ label, value: spans(value) })),
});
/**
 * Several values of one fact, as people's names, set apart by commas, or by semicolons where a value has a comma of its own.
 * Without this, spans read as one phrase.
 */
export function listed(...values: readonly (Msg | Span)[]): Span[] {
  const all = spans(values);
  const commas = all.some((value) => (value.is === 'person' || value.is === 'colleague') && value.credential);
  const between = msg(say(commas ? 'word.semicolon' : 'word.comma'));
  return all.flatMap((value, i) => (i === 0 ? [value] : [between, value]));
}

export const list = (items: readonly Item[], empty: Msg): Block => ({ is: 'list', items, empty });
/** A list whose items have cells. */
export const table = (head: TableHead, items: readonly Item[], empty: Msg): Block => ({
  is: 'list',
  items,
  empty,
  table: head,
});
export const item = (
  title: readonly (Msg | Span)[],
  rest: {
    detail?: readonly (Msg | Span)[];
    quote?: string;
    actions?: readonly Action[];
    cells?: NonNullable<Item['cells']>;
  } = {},
): Item => ({
  title: lineOf(title),
  detail: lineOf(rest.detail ?? []),
  quote: rest.quote ?? null,
  actions: rest.actions ?? [],
  ...(rest.cells === undefined ? {} : { cells: rest.cells }),
});
export const copy = (label: Msg, lines: readonly Line[]): Block => ({ is: 'copy', label, lines });
export const line = (label: Msg | null, ...parts: readonly (Msg | Span)[]): Line => ({
  label,
  spans: spans(parts),
  typed: null,
});
export const typedLine = (label: Msg | null, typed: string): Line => ({ label, spans: [], typed });
/** What somebody wrote, after whose words it is. */
export const saidLine = (by: Span, typed: string): Line => ({ label: null, spans: lineOf([by]), typed });
export const chart = (of: Omit<Extract<Block, { is: 'chart' }>, 'is'>): Block => ({ is: 'chart', ...of });
export const file = (document: Document, format: FileFormat): Block => ({ is: 'file', document, format });
export const rule: Block = { is: 'rule' };
export const actions = (...all: readonly Action[]): Block => ({ is: 'actions', actions: all });

export function action(
  label: Msg,
  command: string,
  values: Values = {},
  rest: { tone?: Action['tone']; confirm?: Msg; yes?: Msg } = {},
): Action {
  const { tone = 'plain', confirm = null, yes } = rest;
  return { label, do: command, with: values, tone, confirm, ...(yes === undefined ? {} : { yes }) };
}

export const option = (value: string, label: Msg, hint: Msg | null = null): Option => ({
  value,
  label: { msg: label },
  hint,
});
export const typedOption = (value: string, typed: string, hint: Msg | null = null): Option => ({
  value,
  label: { typed },
  hint,
});

interface FieldRest {
  readonly hint?: Msg | undefined;
  readonly required?: boolean | undefined;
  readonly value?: string | undefined;
  readonly error?: Msg | undefined;
  readonly later?: true;
}
const base = (name: string, label: Msg, rest: FieldRest) => ({
  name,
  label,
  hint: rest.hint ?? null,
  required: rest.required ?? false,
  value: rest.value ?? '',
  error: rest.error ?? null,
  ...(rest.later ? { later: true as const } : {}),
});

export const textField = (
  name: string,
  label: Msg,
  size: { lines?: number; min?: number; max: number; suggest?: 'zones'; cell?: { row: Msg; column: Msg } },
  rest: FieldRest = {},
): Field => ({
  is: 'text',
  ...base(name, label, rest),
  lines: size.lines ?? 1,
  min: size.min ?? 0,
  max: size.max,
  suggest: size.suggest ?? null,
  ...(size.cell === undefined ? {} : { cell: size.cell }),
});
export const pickField = (
  name: string,
  label: Msg,
  options: readonly Option[],
  rest: FieldRest & { many?: boolean } = {},
): Field => ({
  is: 'pick',
  ...base(name, label, rest),
  options,
  many: rest.many ?? false,
});
export const peopleField = (
  name: string,
  label: Msg,
  max: number,
  rest: FieldRest & { others?: boolean } = {},
): Field => ({
  is: 'people',
  ...base(name, label, rest),
  max,
  others: rest.others ?? false,
});
/** Whole numbers from 1 on, with a word for each. */
export const scaleField = (name: string, label: Msg, steps: readonly Msg[], rest: FieldRest = {}): Field => ({
  is: 'scale',
  ...base(name, label, rest),
  from: 1,
  to: steps.length,
  words: steps,
});
export const dateField = (name: string, label: Msg, rest: FieldRest = {}): Field => ({
  is: 'date',
  ...base(name, label, rest),
});
export const switchField = (name: string, label: Msg, rest: FieldRest = {}): Field => ({
  is: 'switch',
  ...base(name, label, { ...rest, value: rest.value ?? 'no' }),
});

export function form(spec: {
  title: Msg;
  of?: Msg;
  intro?: readonly Block[];
  fields: readonly Field[];
  submit: Msg;
  do: string;
  with?: Values;
  opener?: Action;
}): Form {
  return {
    is: 'form',
    title: spec.title,
    ...(spec.of ? { of: spec.of } : {}),
    intro: spec.intro ?? [],
    fields: spec.fields,
    submit: spec.submit,
    do: spec.do,
    with: spec.with ?? {},
    ...(spec.opener ? { opener: spec.opener } : {}),
  };
}

/** Every field of a form with the values and errors of an earlier try. */
export function refilled(
  of: Form,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>>,
): Form {
  return {
    ...of,
    fields: of.fields.map((f) => ({ ...f, value: values[f.name] ?? f.value, error: errors[f.name] ?? null })),
  };
}
