import { say } from '../../../i18n/message.ts';
import type { CheckinSettings } from '../../../ports/checkins.ts';
import { action, actions, body, card, item, list, person, quiet, quote, title, urgent } from '../../../view/build.ts';
import type { Block, Card } from '../../../view/view.ts';
import { linesFor } from './crisis.ts';

export function coffeeList(people: readonly string[], group: string, agreed: boolean): Card {
  const entries = people.map((who) =>
    item([person(who)], { actions: [action(say('coffee.write'), 'coffee.write', { group, to: who })] }),
  );
  return card(say('coffee.title'), [
    title(say('coffee.title')),
    body(say('coffee.intro')),
    list(entries, say('coffee.none')),
    { is: 'switch', label: say('coffee.agree'), on: agreed, do: 'coffee.agree', with: { group } },
    actions(action(say('checkin.person'), 'crisis.lines', { group })),
  ]);
}

/** Exactly what is sent, before it is. */
export const coffeePreview = (
  to: { readonly group: string; readonly to: string },
  { text, shown }: { readonly text: string; readonly shown: string },
  first: readonly Block[],
): Card =>
  card(say('coffee.title'), [
    ...first,
    title(say('coffee.preview')),
    quiet(say('coffee.to'), person(to.to)),
    quote(text),
    actions(
      action(say('coffee.send'), 'coffee.send', { ...to, shown }, { tone: 'main' }),
      action(say('coffee.edit'), 'coffee.write', to),
      action(say('coffee.discard'), 'coffee.discard', to),
    ),
  ]);

/** What the peer gets: who asks, and the message. */
export const coffeeCard = (from: string, text: string): Card =>
  card(say('coffee.summary'), [body(person(from), say('coffee.from')), quote(text), quiet(say('coffee.answer'))]);

/** Lines to call: the country's, the practice's own, and the emergency number. It alerts nobody and is not kept. */
export function crisisCard(settings: CheckinSettings, locale: string, group: string): Card {
  return card(say('crisis.title'), [
    urgent(say('crisis.title')),
    ...linesFor(settings, locale).map((line) => body(say('crisis.line', { line }))),
    body(say('crisis.emergency')),
    ...(settings.supportLine === null ? [] : [body(say('crisis.support', { line: settings.supportLine }))]),
    quiet(say('crisis.elsewhere')),
    quiet(say('crisis.kept')),
    actions(action(say('crisis.write'), 'coffee.list', { group })),
  ]);
}
