import { z } from 'zod';
import { type PlainKey, plain, say } from '../../i18n/message.ts';
import { query, slash } from '../../runtime/route.ts';
import { action, actions, body, card, quiet, title, urgent } from '../../view/build.ts';
import type { Action, Block, Card, Values } from '../../view/view.ts';
import { places, urgentText } from './model.ts';

const yesNo = ['yes', 'no'] as const;

const Answers = z.object({
  risk: z.enum(yesNo).optional(),
  /** `ask`: elsewhere than the group. */
  place: z.enum([...places, 'ask']).optional(),
  licence: z.enum(['licensed', 'prelicensed']).optional(),
  need: z.enum(['case', 'ethics', 'hours']).optional(),
  told: z.enum(yesNo).optional(),
  reachable: z.enum(yesNo).optional(),
});
type Answers = z.output<typeof Answers>;

/**
 * `/curbside guide`: a few questions, then whether consultation, supervision or either fits, and why (docs/domain.md, Which
 * one: pre-licensed must have supervision, licensed may choose consultation, ethical or complex cases either).
 */
export const guide = query({
  name: 'curbside.guide',
  who: 'anyone',
  ack: 'private',
  slash: slash('curbside', 'guide', 'help.guide'),
  input: Answers,
  show: async (said, ctx) => {
    const place = said.place ?? ctx.group?.place ?? undefined;
    return guideCard(place === undefined ? said : { ...said, place }, {
      canAsk: ctx.group === null || ctx.group.features.includes('consultation'),
      ofGroup: said.place === undefined && place !== undefined,
    });
  },
});

/** `canAsk`: this group uses consultation, so the advice can end in asking. `ofGroup`: it says where its members practice. */
function guideCard(said: Answers, { canAsk, ofGroup }: { canAsk: boolean; ofGroup: boolean }): Card {
  const summary = say('guide.summary');
  const question = nextQuestion(said);
  if (question !== null) {
    const ways = question.answers.map(([key, answer]): Action => {
      return action(plain(key), 'curbside.guide', valuesOf({ ...said, ...answer }));
    });
    return card(summary, [
      title(summary),
      ...atRisk(said),
      body(say(question.ask)),
      actions(...ways),
      ...(ofGroup && said.risk !== undefined
        ? [actions(action(say('guide.elsewhere'), 'curbside.guide', valuesOf({ ...said, place: 'ask' })))]
        : []),
    ]);
  }
  const { fits, why } = advice(said);
  const ask =
    fits === 'guide.supervision' || !canAsk ? [] : [action(say('guide.ask'), 'consult.ask', {}, { tone: 'main' })];
  return card(summary, [
    ...atRisk(said),
    title(say(fits)),
    ...why.map((key) => body(say(key))),
    quiet(say('guide.board')),
    actions(...ask, action(say('guide.restart'), 'curbside.guide')),
  ]);
}

/** Stands first on every page once somebody may be at risk: nobody waits for the end of the questions. */
const atRisk = ({ risk, place }: Answers): Block[] =>
  risk === 'yes' ? [urgent(say('urgent.title')), urgent(urgentText(place === 'ask' ? null : (place ?? null)))] : [];

interface Question {
  readonly ask: PlainKey;
  readonly answers: readonly (readonly [PlainKey, Answers])[];
}

/** What is still to be asked, one thing at a time; null once the advice is clear. */
function nextQuestion(said: Answers): Question | null {
  if (said.risk === undefined) return yesOrNo('guide.risk', 'risk');
  if (said.place === undefined || said.place === 'ask')
    return {
      ask: 'guide.place',
      answers: places.map((place) => [`guide.place.${place}` as const, { place }] as const),
    };
  if (said.licence === undefined)
    return {
      ask: 'guide.licence',
      answers: [
        ['guide.licensed', { licence: 'licensed' }],
        ['guide.prelicensed', { licence: 'prelicensed' }],
      ],
    };
  if (said.need === undefined)
    return {
      ask: 'guide.need',
      answers: [
        ['guide.need.case', { need: 'case' }],
        ['guide.need.ethics', { need: 'ethics' }],
        ['guide.need.hours', { need: 'hours' }],
      ],
    };
  if (said.licence === 'licensed' || said.need === 'hours') return null;
  if (said.told === undefined) return yesOrNo('guide.supervisor', 'told');
  const urgentOrUntold = said.told === 'no' || said.risk === 'yes';
  return urgentOrUntold && said.reachable === undefined ? yesOrNo('guide.reachable', 'reachable') : null;
}

const yesOrNo = (ask: PlainKey, name: 'risk' | 'told' | 'reachable'): Question => ({
  ask,
  answers: [
    ['word.yes', { [name]: 'yes' }],
    [name === 'told' ? 'guide.said.no' : 'word.no', { [name]: 'no' }],
  ],
});

type Fits = 'guide.supervision' | 'guide.consultation' | 'guide.either';
type Why = Extract<PlainKey, `guide.why.${string}`>;

const valuesOf = (said: Answers): Values =>
  Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** The advice itself, apart from how it is shown. Complete answers only. */
export function advice(said: Answers): { fits: Fits; why: readonly Why[] } {
  const { fits, why } = said.licence === 'prelicensed' ? beforeLicensure(said) : licensed(said);
  const there: Why[] = said.place === 'uk' ? ['guide.why.uk'] : said.place === 'au' ? ['guide.why.au'] : [];
  return { fits, why: [...why, ...there] };
}

function beforeLicensure({ need, told, reachable, risk }: Answers): { fits: Fits; why: readonly Why[] } {
  if (need === 'hours') return { fits: 'guide.supervision', why: ['guide.why.hours'] };
  // Nobody stands in for a supervisor: where somebody may be at risk, the one on call is asked, not this group.
  if (risk === 'yes' && (told === 'no' || reachable === 'no'))
    return { fits: 'guide.supervision', why: [reachable === 'no' ? 'guide.why.onCall' : 'guide.why.tellFirst'] };
  if (told === 'no' && reachable === 'no')
    return { fits: 'guide.either', why: ['guide.why.unreachable', 'guide.why.prelicensed'] };
  if (told === 'no') return { fits: 'guide.supervision', why: ['guide.why.tellFirst', 'guide.why.prelicensed'] };
  return {
    fits: 'guide.either',
    why: need === 'ethics' ? ['guide.why.ethics', 'guide.why.prelicensed'] : ['guide.why.prelicensed'],
  };
}

function licensed({ need, place }: Answers): { fits: Fits; why: readonly Why[] } {
  if (need === 'hours') return { fits: 'guide.supervision', why: ['guide.why.hours'] };
  if (need === 'ethics') return { fits: 'guide.either', why: ['guide.why.ethics'] };
  // Where supervision lasts for a whole career, consultation does not stand alone.
  return { fits: place === 'uk' ? 'guide.either' : 'guide.consultation', why: ['guide.why.licensed'] };
}
