import { inLanguage, wordsFor } from '../../../i18n/file-words.ts';
import { type Msg, say } from '../../../i18n/message.ts';
import { action, actions, body, card, facts, msg, quiet, title, when } from '../../../view/build.ts';
import type { Action, Block, Card, Span } from '../../../view/view.ts';
import type { Consultation } from '../model.ts';
import { openParts, partName, type Running } from './session.ts';
import { isRole, type Role } from './template.ts';

/** What a card of a step shows of people: the person who presents, and whoever has a part. */
export interface People {
  readonly presenter: Span;
  readonly parts: Readonly<Record<Role, Span | null>>;
}

interface StepCard {
  readonly c: Consultation;
  readonly running: Running;
  readonly people: People;
  /** The language of the group: a step is posted in its channel. */
  readonly locale: string;
}

const idsOf = ({ c, running }: StepCard) => ({
  group: c.group,
  consultation: c.id,
  step: running.step.id,
});

const heading = ({ running: { session, template, step }, locale }: StepCard): Msg =>
  say('step.title', {
    n: session.step + 1,
    of: template.steps.length,
    name: inLanguage(step.name, locale),
  });

/** The step that a thread is at: whose turn it is, what to do, and the ways on. Everybody has the same buttons. */
export function stepCard(of: StepCard): Card {
  const { running, people, locale } = of;
  const { session, template, step } = running;
  const before = template.steps[session.step - 1];
  const choice = before?.choices.find(({ id }) => id === session.choice) ?? null;
  const note = template.safetyNote && session.step === 0 ? [quiet(wordsFor(template.safetyNote, locale))] : [];
  return card(say('step.summary'), [
    title(heading(of)),
    facts([say('step.turn'), ...turnOf(of)], ...untilRow(running)),
    ...(choice === null
      ? []
      : [body(wordsFor(choice.name, locale), msg(say('word.dot')), wordsFor(choice.prompt, locale))]),
    body(wordsFor(step.prompt, locale)),
    ...(step.listens ? [quiet(say('step.listen'), people.presenter)] : []),
    ...note,
    ...castBlocks(of),
    ...(session.state === 'waiting' ? [body(say('step.waits'))] : []),
    actions(...waysOn(of)),
  ]);
}

/** A step that is over. What is written for it can still be written, since a thread may take days. */
export const pastCard = (of: StepCard): Card =>
  card(say('step.summary'), [title(heading(of)), quiet(say('step.over')), actions(...writing(of))]);

/** Under the last step. */
export const endedCard = (c: Consultation, presenter: Span): Card =>
  card(say('step.ended'), [
    body(say('step.ended')),
    quiet(presenter, msg(say('step.endedText'))),
    actions(action(say('own.closeRecord'), 'record.form', { group: c.group, consultation: c.id }, { tone: 'main' })),
  ]);

/** Whoever presented by name is no longer in the group. */
export const presenterLeftCard: Card = card(say('step.presenterLeft'), [body(say('step.presenterLeft'))]);

function turnOf({ running: { template, step }, people, locale }: StepCard): (Msg | Span)[] {
  if (step.turn === 'presenter') return [people.presenter];
  if (!isRole(step.turn)) return [say('step.everyone')];
  const name = partName(template, step.turn);
  return people.parts[step.turn] === null
    ? [name === null ? say('step.everyone') : wordsFor(name, locale)]
    : [people.parts[step.turn] as Span];
}

const untilRow = ({ session }: Running): (readonly [Msg, Span])[] =>
  session.state === 'waiting'
    ? []
    : [[say('step.until'), when(session.until, session.pace === 'minutes' ? 'time' : 'dateTime')]];

/** Who has which part, on the step where they are taken and wherever one that is needed is open. */
function castBlocks({ running, people, locale }: StepCard): Block[] {
  const { template, step } = running;
  if (template.parts.length === 0 || (!step.casts && openParts(running).length === 0)) return [];
  return [
    facts(
      ...template.parts.map(
        ({ role, name }) => [wordsFor(name, locale), people.parts[role] ?? msg(say('step.open'))] as const,
      ),
    ),
  ];
}

function waysOn(of: StepCard): Action[] {
  const { running, locale } = of;
  const { session, template, step } = running;
  const ids = idsOf(of);
  const take = openParts(running).map(({ role, name }) =>
    action(say('step.take', { part: inLanguage(name, locale) }), 'step.part', { ...ids, part: role }),
  );
  const last = session.step === template.steps.length - 1;
  // One main button, and it is what the step asks for: to reply, to write, or else to end it.
  const main = take.length > 0 ? null : step.turn === 'group' ? 'reply' : step.writes ? 'write' : 'next';
  const toned = (one: typeof main) => ({ tone: main === one ? ('main' as const) : ('plain' as const) });
  const next =
    step.choices.length > 0
      ? step.choices.map(({ id, name }) => action(wordsFor(name, locale), 'step.next', { ...ids, choice: id }))
      : [action(say(last ? 'step.finish' : 'step.next'), 'step.next', ids, toned('next'))];
  // Colleagues talk here, and the case with its Reply button may be far above.
  const reply =
    step.turn === 'group' || (step.writes === undefined && step.choices.length === 0)
      ? [
          action(
            say('case.reply'),
            'consult.reply',
            { group: ids.group, consultation: ids.consultation },
            toned('reply'),
          ),
        ]
      : [];
  return [...take, ...reply, ...writing(of, toned('write')), ...next, action(say('step.longer'), 'step.longer', ids)];
}

function writing(of: StepCard, tone: { readonly tone: Action['tone'] } = { tone: 'plain' }): Action[] {
  const { writes } = of.running.step;
  return writes === undefined
    ? []
    : [action(say('step.write', { what: inLanguage(writes.label, of.locale) }), 'consult.reply', idsOf(of), tone)];
}
