import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { action, actions, body, card, facts, item, list, quiet, title, when } from '../../view/build.ts';
import type { Block, Card } from '../../view/view.ts';
import type { Consultation } from '../consultation/model.ts';
import { type Meeting, partsOf, type Series } from './model.ts';
import { stepsOf } from './structures.ts';
import { category, presenterOf, type ShownSlot } from './views.ts';
import { meetingTime } from './zones.ts';

/** The parts of a meeting, with their minutes. */
export function agendaCard(ctx: Asked, m: Meeting, series: Series, slots: readonly ShownSlot[]): Card {
  const minutes = (n: number): Msg => say('meet.minutes', { n });
  const undivided = m.slots.map((slot) => ({ ...slot, steps: [] }));
  const rows = partsOf({ ...m, slots: undivided }).map(({ is, slot, minutes: n }) => {
    const one = slot === null ? undefined : slots[slot];
    return is === 'case' && one !== undefined
      ? ([
          say(one.slot.theme === '' ? 'meet.case' : 'meet.theme.n', { n: (slot ?? 0) + 1 }),
          presenterOf(one),
          say('word.dot'),
          minutes(n),
        ] as const)
      : ([say('meet.part', { part: is }), minutes(n)] as const);
  });
  return card(say('meet.agenda'), [
    title(say('meet.agenda')),
    facts([say('meet.when'), ...meetingTime(ctx, m.at, series)], ...rows),
    ...slots.flatMap((one, i) => stepLine(m, one, i)),
    quiet(say('meet.questions')),
    actions(
      action(say('meet.next'), 'meeting.next', { group: m.group, meeting: m.id }),
      action(say('meet.followUps'), 'meeting.followUps', { group: m.group }),
    ),
  ]);
}

/** How a case is held: its steps with their minutes. */
function stepLine(m: Meeting, { slot, structure }: ShownSlot, i: number): Block[] {
  const steps = stepsOf(m, slot, structure);
  if (structure === null || steps.length === 0) return [];
  const spans = steps.flatMap(({ name, minutes }) => [say('word.dot'), name, say('supervision.length', { minutes })]);
  return [quiet(say('meet.case', { n: i + 1 }), say('word.dot'), structure.name, ...spans)];
}

export const bringCard = (group: string, questions: readonly Consultation[], m: Meeting | null): Card =>
  card(say('meet.bring'), [
    title(say('meet.bring')),
    ...(m === null ? [body(say('meet.none'))] : [quiet(say('meet.bring.next'), when(m.at))]),
    list(
      m === null
        ? []
        : questions.slice(0, 8).map((c) =>
            item([category(c)], {
              detail: [say(c.author.as === 'anonymous' ? 'meet.read' : 'meet.yours')],
              quote: c.text?.question ?? '',
              actions: [action(say('meet.put'), 'meeting.put', { group, consultation: c.id })],
            }),
          ),
      say('meet.bring.none'),
    ),
    actions(action(say('meet.next'), 'meeting.next', { group })),
  ]);
