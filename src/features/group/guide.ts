import { z } from 'zod';
import { type PlainKey, plain, say } from '../../i18n/message.ts';
import { query, slash } from '../../runtime/route.ts';
import { action, actions, body, card, quiet, title } from '../../view/build.ts';
import type { Action, Card, Values } from '../../view/view.ts';

const Answers = z.object({
  licence: z.enum(['licensed', 'prelicensed']).optional(),
  need: z.enum(['case', 'ethics', 'hours']).optional(),
  told: z.enum(['yes', 'no']).optional(),
});
type Answers = z.output<typeof Answers>;

/**
 * `/curbside guide`: two or three questions, then whether consultation, supervision or either fits, and why
 * (docs/domain.md, Which one: pre-licensed must have supervision, licensed may choose consultation, ethical or complex cases either).
 */
export const guide = query({
  name: 'curbside.guide',
  who: 'anyone',
  ack: 'private',
  slash: slash('curbside', 'guide', 'help.guide'),
  input: Answers,
  show: async (said, ctx) => guideCard(said, ctx.group === null || ctx.group.features.includes('consultation')),
});

/** `canAsk`: this group uses consultation, so the advice can end in asking. */
function guideCard(said: Answers, canAsk: boolean): Card {
  const summary = say('guide.summary');
  const next = (key: PlainKey, extra: Answers): Action =>
    action(plain(key), 'curbside.guide', valuesOf({ ...said, ...extra }));
  if (said.licence === undefined) {
    return card(summary, [
      title(summary),
      body(say('guide.licence')),
      actions(next('guide.licensed', { licence: 'licensed' }), next('guide.prelicensed', { licence: 'prelicensed' })),
    ]);
  }
  if (said.need === undefined) {
    return card(summary, [
      title(summary),
      body(say('guide.need')),
      actions(
        next('guide.need.case', { need: 'case' }),
        next('guide.need.ethics', { need: 'ethics' }),
        next('guide.need.hours', { need: 'hours' }),
      ),
    ]);
  }
  if (said.licence === 'prelicensed' && said.need !== 'hours' && said.told === undefined) {
    return card(summary, [
      title(summary),
      body(say('guide.supervisor')),
      actions(next('guide.said.yes', { told: 'yes' }), next('guide.said.no', { told: 'no' })),
    ]);
  }
  const { fits, why } = advice(said);
  const ask =
    fits === 'guide.supervision' || !canAsk ? [] : [action(say('guide.ask'), 'consult.ask', {}, { tone: 'main' })];
  return card(summary, [
    title(say(fits)),
    ...why.map((key) => body(say(key))),
    quiet(say('guide.board')),
    actions(...ask, action(say('guide.restart'), 'curbside.guide')),
  ]);
}

type Fits = 'guide.supervision' | 'guide.consultation' | 'guide.either';
type Why = Extract<PlainKey, `guide.why.${string}`>;

const valuesOf = (said: Answers): Values =>
  Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** The advice itself, apart from how it is shown. Complete answers only. */
export function advice(said: Answers): { fits: Fits; why: readonly Why[] } {
  if (said.need === 'hours') return { fits: 'guide.supervision', why: ['guide.why.hours'] };
  if (said.licence === 'prelicensed') {
    if (said.told === 'no') return { fits: 'guide.supervision', why: ['guide.why.tellFirst', 'guide.why.prelicensed'] };
    return said.need === 'ethics'
      ? { fits: 'guide.either', why: ['guide.why.ethics', 'guide.why.prelicensed'] }
      : { fits: 'guide.either', why: ['guide.why.prelicensed'] };
  }
  return said.need === 'ethics'
    ? { fits: 'guide.either', why: ['guide.why.ethics'] }
    : { fits: 'guide.consultation', why: ['guide.why.licensed'] };
}
