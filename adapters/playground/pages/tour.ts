import type { Card, Field, Form, Msg } from '../../../src/index.ts';
import { actorOf } from '../chat/cast.ts';
import { mainChannel } from '../chat/channels.ts';
import type { ChatMessage, Settings } from '../chat/kinds.ts';
import { type Address, linkTo } from '../server/address.ts';
import { likeness } from './compare.ts';
import type { Line, Page } from './page-data.ts';

/** Three steps through the whole job; each starts with one press, the form already filled in. */
export const tourSteps = ['ask', 'answer', 'close'] as const;
export type TourStep = (typeof tourSteps)[number];

interface Step {
  readonly title: string;
  readonly text: string;
  readonly start: string;
  /** The same once the question is closed: its record is what is left to do. */
  readonly closed?: { readonly text: string; readonly start: string };
  /** Who acts in it. */
  readonly as: string;
  /** What the core says (a key of the catalogue) when the step has been done. */
  readonly endsWith: readonly Msg['key'][];
  /** What its form is filled with: invented, and with identifiers in it on purpose. */
  readonly fill: Readonly<Record<string, string>>;
}

export const tour: Readonly<Record<TourStep, Step>> = {
  ask: {
    title: 'Ask as one person',
    text: 'Act as Rowan. See what happens to the names, then post.',
    start: 'Ask as Rowan',
    as: 'rowan',
    endsWith: ['posted.named', 'posted.anonymous'],
    fill: {
      question: 'How do I bring her mother in without losing the trust of a 15-year-old?',
      facts:
        'Tamsin, 15, moved to Heathcote High in March and started cutting again. Evenings are worst. Her mother Odette found out from an Instagram post and now calls me at 555-0142.',
      tried: 'We made a safety plan, and had one session with both of them that went quiet.',
    },
  },
  answer: {
    title: 'Answer as someone else',
    text: 'Act as Imani, who sees only what was posted.',
    start: 'Answer as Imani',
    as: 'imani',
    endsWith: ['posted.reply'],
    fill: {
      text: 'When this happened with one of mine, I let the young person decide what the parent hears first. We wrote it down together, and I told the parent when to expect it.',
    },
  },
  close: {
    title: 'Close and see the record',
    text: 'Act as Rowan again. The replies are there as a draft. Add your decision and rationale, finish and lock the record, and copy it for your chart.',
    start: 'Close as Rowan',
    closed: {
      text: 'Rowan’s question is closed. Open its record, finish and lock it, and copy it for your chart.',
      start: 'Open the record as Rowan',
    },
    as: 'rowan',
    endsWith: ['record.finished', 'record.lockedClosed', 'record.lockedSoon', 'record.lockedShare'],
    fill: {
      decision: 'Ask her in the next session what her mother may know, and write it down together.',
      rationale:
        'Her trust is what keeps the safety plan alive. Telling the mother first was considered and set aside.',
    },
  },
};

export const stepOf = (settings: Settings): TourStep | null => tourSteps.find((step) => step === settings.tour) ?? null;

/** The step after one, or the end. */
export const afterStep = (step: TourStep): Settings['tour'] => tourSteps[tourSteps.indexOf(step) + 1] ?? 'done';

/** How a step begins from this page: at an address, and once there, with a press. */
export interface Beginning {
  readonly href: string;
  /** True when the page already stands where the step begins. */
  readonly here: boolean;
  /** Something of the step is there already, with the button that is next. */
  readonly begun: boolean;
  /** What it says and what its button is called. */
  readonly words: { readonly text: string; readonly start: string };
  readonly spot: string;
  readonly do: string;
  readonly with: Readonly<Record<string, string>>;
}

/** Null while the question of the step before has not appeared yet: an anonymous one takes a while. */
export function beginning(page: Page, step: TourStep): Beginning | null {
  const actor = actorOf(tour[step].as);
  const thread = step === 'ask' ? null : newestThread(page, step);
  if (step !== 'ask' && thread === null) return null;
  const { address } = page;
  const to: Address = { actor, at: 'channel', channel: mainChannel, thread };
  const isThere = address.actor === actor && address.at === 'channel' && address.thread === thread;
  const press = step === 'ask' ? { do: 'consult.ask', with: {} } : pressIn(page, step);
  return {
    href: linkTo(to, { start: true }),
    here: isThere && press !== null,
    begun: isThere && (thread === null ? page.channel : (page.thread?.lines ?? [])).some(isUnderWay),
    words: (press !== null && press.do !== 'record.form' && tour[step].closed) || tour[step],
    spot: thread === null ? `channel ${mainChannel}` : `thread ${thread}`,
    do: press?.do ?? '',
    with: press?.with ?? {},
  };
}

/** A private card on which what was typed waits to be posted or locked. */
const isUnderWay = (line: Line): boolean =>
  'card' in line &&
  line.card.view.blocks.some(
    (block) =>
      (block.is === 'switch' && block.do === 'consult.attest') ||
      (block.is === 'actions' && block.actions.some((action) => action.do === 'record.finish')),
  );

/** The newest question; one that is to be answered is open. */
function newestThread(page: Page, step: 'answer' | 'close'): string | null {
  const all = questionsIn(page);
  return (step === 'answer' ? all.filter(isOpen) : all).at(-1)?.id ?? null;
}

const questionsIn = (page: Page): readonly ChatMessage[] =>
  page.channel.flatMap((line) => ('card' in line || line.replies === 0 ? [] : [line.message]));

const isOpen = ({ content }: ChatMessage): boolean =>
  content.is === 'card' && !/"key":"line\.(closed|removed)"/.test(JSON.stringify(content.card));

/** The step that can be done now: where every question is closed, there is none to answer, and the next one is asked. */
export function possibleStep(page: Page, step: TourStep): TourStep {
  const all = questionsIn(page);
  return step === 'answer' && all.length > 0 && !all.some(isOpen) ? 'ask' : step;
}

type Press = { readonly do: string; readonly with: Readonly<Record<string, string>> };

/** What comes next in the open thread: a reply, closing it or, once it is closed, the record of it. */
function pressIn({ thread }: Page, step: 'answer' | 'close'): Press | null {
  const actions = casesIn(thread?.lines ?? []).flatMap(actionsOf);
  if (step === 'answer') return actions.find((action) => action.do === 'consult.reply') ?? null;
  const close = actions.find((action) => action.do === 'consult.close.ask');
  if (close !== undefined) return { do: 'record.form', with: close.with };
  const own = (thread?.lines ?? []).flatMap((line) => ('card' in line ? actionsOf(line.card.view) : []));
  const draft = own.find((action) => action.do === 'record.show' || action.do === 'record.finish');
  if (draft !== undefined) return { do: 'record.show', with: pick(draft.with, ['group', 'record']) };
  const more = actions.find((action) => action.do === 'consult.more');
  return more === undefined ? null : { do: 'consult.show', with: more.with };
}

const pick = (from: Press['with'], names: readonly string[]): Press['with'] =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

const actionsOf = ({ blocks }: { readonly blocks: Card['blocks'] }): readonly Press[] =>
  blocks.flatMap((block) => (block.is === 'actions' ? block.actions : []));

const casesIn = (lines: readonly Line[]): Card[] =>
  lines.flatMap((line) => ('card' in line || line.message.content.is !== 'card' ? [] : [line.message.content.card]));

/** Whether a case is the one that the tour asks: its answers belong to no other. */
export const isOfTour = (text: string): boolean => likeness(text, tour.ask.fill.question ?? '') >= 0.7;

const stepBy: Readonly<Record<string, TourStep>> = {
  'consult.draft': 'ask',
  'consult.answer': 'answer',
  'record.save': 'close',
};

/** The form of a step with its example filled in, where nothing stands yet. What follows the tour's own case suits no other. */
export function filledIn(form: Form, isTourCase: boolean): Form {
  const step = stepBy[form.do];
  if (step === undefined || (step !== 'ask' && !isTourCase)) return form;
  const { fill } = tour[step];
  const start = (field: Field): Field => (field.value === '' ? { ...field, value: fill[field.name] ?? '' } : field);
  return { ...form, fields: form.fields.map(start) };
}
