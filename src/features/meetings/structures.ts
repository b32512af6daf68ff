import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import type { MeetingStep, MeetingStructure } from '../../runtime/contributions.ts';
import type { Consultation } from '../consultation/model.ts';
import { agendaOf, type Meeting, type Series, type Slot } from './model.ts';

/** The structures of a group in the words of a language. */
export const structuresIn = async (
  ctx: Pick<Asked, 'gather'>,
  group: string,
  locale: string,
): Promise<readonly MeetingStructure[]> => (await ctx.gather('meetingStructures', { group, locale })).flat();

/** A step with the minutes that it has in a slot. */
export interface SlotStep {
  readonly id: string;
  readonly minutes: number;
}

/**
 * The steps of a structure in the time of a case: each has its share in whole minutes, at least one, and together they take
 * all of it. Without a minute for each there are no steps.
 */
export function stepsWithin(steps: readonly SlotStep[], minutes: number): SlotStep[] {
  if (steps.length === 0 || minutes < steps.length) return [];
  const all = steps.reduce((sum, step) => sum + step.minutes, 0);
  const exact = steps.map((step) => (step.minutes * minutes) / all);
  const whole = exact.map((share) => Math.max(1, Math.floor(share)));
  const left = () => minutes - whole.reduce((sum, n) => sum + n, 0);
  // What rounding leaves goes to, or comes from, the step whose share is furthest from what it has.
  while (left() !== 0) {
    const up = left() > 0;
    const gaps = whole.map((n, i) => (up ? (exact[i] ?? 0) - n : n > 1 ? n - (exact[i] ?? 0) : -minutes));
    const at = gaps.indexOf(Math.max(...gaps));
    whole[at] = (whole[at] ?? 0) + (up ? 1 : -1);
  }
  return steps.map(({ id }, i) => ({ id, minutes: whole[i] ?? 1 }));
}

/** A slot with its question, as far as that can be read. */
interface OfSlot {
  readonly slot: Slot;
  readonly c: Consultation | null;
}

/**
 * What a slot is held in: before the meeting the structure that its question was asked in, where that has steps, else the one
 * that the series has for the slot; then what was settled when it opened. A theme has none, and a question without a
 * name none whose turns would ask for its author.
 */
export function structureOfSlot(
  all: readonly MeetingStructure[],
  { slot, c }: OfSlot,
  chosen: { readonly m: Meeting; readonly series: Series; readonly i: number },
): MeetingStructure | null {
  const of = (id: string | undefined) => all.find((one) => one.id === id) ?? null;
  if (chosen.m.status !== 'planned') return of(slot.template);
  if (slot.theme !== '') return null;
  const one = of(c?.structure?.id) ?? of(chosen.series.templates[chosen.i]);
  return one !== null && c?.author.as === 'anonymous' && !one.anonymous ? null : one;
}

/** The slots of a meeting that opens, with the steps that each has in it. */
export function settledSlots(m: Meeting, structures: readonly (MeetingStructure | null)[]): Slot[] {
  const { each } = agendaOf(m.minutes, m.slots.length);
  return m.slots.map((slot, i) => {
    const structure = structures[i] ?? null;
    return { ...slot, template: structure?.id ?? '', steps: stepsWithin(structure?.steps ?? [], each) };
  });
}

/** The steps that a slot has at a meeting, or would have. */
export function stepsOf(m: Meeting, slot: Slot, structure: MeetingStructure | null): (SlotStep & { name: Msg })[] {
  const { each } = agendaOf(m.minutes, m.slots.length);
  const steps = m.status === 'planned' ? stepsWithin(structure?.steps ?? [], each) : slot.steps;
  return steps.map((step) => ({
    ...step,
    name: stepOf(structure, step.id)?.name ?? say('meet.part', { part: 'case' }),
  }));
}

export const stepOf = (structure: MeetingStructure | null, id: string | null): MeetingStep | null =>
  structure?.steps.find((step) => step.id === id) ?? null;
