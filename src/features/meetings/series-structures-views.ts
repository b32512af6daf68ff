import { say } from '../../i18n/message.ts';
import type { MeetingStructure } from '../../runtime/contributions.ts';
import { form, option, pickField } from '../../view/build.ts';
import type { Field, Form } from '../../view/view.ts';
import type { Series } from './model.ts';

/** In place of a structure: a case is held as it was asked. */
export const asAsked = 'as_asked';
/** In place of one structure for all: each case keeps its own. */
const each = 'each';

/** Those that the group offers, and the one that is chosen already. */
const optionsOf = (structures: readonly MeetingStructure[], chosen: readonly string[]) => [
  option(asAsked, say('meet.template.none')),
  ...structures.filter(({ id, offered }) => offered || chosen.includes(id)).map(({ id, name }) => option(id, name)),
];

/** One structure for all cases of a series; where each has its own, these can be kept. */
export function structureField(structures: readonly MeetingStructure[], chosen: readonly string[]): Field {
  const differ = new Set(chosen).size > 1;
  return pickField(
    'template',
    say('meet.template.all'),
    [...(differ ? [option(each, say('meet.template.each'))] : []), ...optionsOf(structures, chosen)],
    { value: differ ? each : chosen[0] || asAsked, hint: say('meet.template.hint') },
  );
}

const idOf = (typed: string): string => (typed === asAsked ? '' : typed);

/** The structure of each slot, as the form of a series has it; `before`: what each has so far. */
export const templatesFor = (slots: number, typed: string, before: readonly string[]): string[] =>
  Array.from({ length: slots }, (_, i) => (typed === each ? (before[i] ?? '') : idOf(typed)));

/** The structure of each case, in a form of its own. */
export const structuresForm = (s: Series, structures: readonly MeetingStructure[]): Form =>
  form({
    title: say('meet.templates'),
    fields: Array.from({ length: s.slots }, (_, i) =>
      pickField(`template${i + 1}`, say('meet.template', { n: i + 1 }), optionsOf(structures, s.templates), {
        value: s.templates[i] || asAsked,
        ...(i === 0 ? { hint: say('meet.template.steps') } : {}),
      }),
    ),
    submit: say('word.save'),
    do: 'meeting.series.structures.save',
    with: { group: s.group, series: s.id },
  });

export const chosenTemplates = (s: Series, typed: readonly string[]): string[] => typed.slice(0, s.slots).map(idOf);
