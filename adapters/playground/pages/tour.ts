import type { Card, Field, Form, Msg } from '../../../src/index.ts';
import { actorOf } from '../chat/cast.ts';
import { mainChannel } from '../chat/channels.ts';
import type { Settings } from '../chat/kinds.ts';
import { type Address, linkTo } from '../server/address.ts';
import type { Line, Page } from './page-data.ts';

/** Three steps through the whole job; each starts with one press, the form already filled in. */
export const tourSteps = ['ask', 'answer', 'close'] as const;
export type TourStep = (typeof tourSteps)[number];

interface Step {
  readonly title: string;
  readonly text: string;
  readonly start: string;
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
  readonly spot: string;
  readonly do: string;
  readonly with: Readonly<Record<string, string>>;
}

/** Null while the question of the step before has not appeared yet: an anonymous one takes a while. */
export function beginning(page: Page, step: TourStep): Beginning | null {
  const actor = actorOf(tour[step].as);
  const thread = step === 'ask' ? null : newestThread(page);
  if (step !== 'ask' && thread === null) return null;
  const { address } = page;
  const to: Address = { actor, at: 'channel', channel: mainChannel, thread };
  const isThere = address.actor === actor && address.at === 'channel' && address.thread === thread;
  const reply = step === 'ask' ? null : replyIn(page);
  const press =
    step === 'ask'
      ? { do: 'consult.ask', with: {} }
      : reply && (step === 'answer' ? reply : { do: 'record.form', with: reply.with });
  return {
    href: linkTo(to, { start: true }),
    here: isThere && press !== null,
    begun: isThere && (thread === null ? page.channel : (page.thread?.lines ?? [])).some(isUnderWay),
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

function newestThread(page: Page): string | null {
  const cards = page.channel.flatMap((line) => ('card' in line || line.replies === 0 ? [] : [line.message]));
  return cards.at(-1)?.id ?? null;
}

/** The Reply button of the case in the open thread. */
function replyIn(page: Page): { do: string; with: Readonly<Record<string, string>> } | null {
  const cards = page.thread?.lines.flatMap((line): Card[] =>
    'card' in line || line.message.content.is !== 'card' ? [] : [line.message.content.card],
  );
  const actions = cards?.flatMap((card) =>
    card.blocks.flatMap((block) => (block.is === 'actions' ? block.actions : [])),
  );
  return actions?.find((action) => action.do === 'consult.reply') ?? null;
}

/** The form of a step with its example filled in, where nothing stands yet. */
export function filledIn(form: Form, step: TourStep): Form {
  const { fill } = tour[step];
  const start = (field: Field): Field => (field.value === '' ? { ...field, value: fill[field.name] ?? '' } : field);
  return { ...form, fields: form.fields.map(start) };
}
