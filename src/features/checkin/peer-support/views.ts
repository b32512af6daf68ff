import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { action, actions, body, card, item, list, person, quiet, quote, title, urgent } from '../../../view/build.ts';
import type { Block, Card } from '../../../view/view.ts';
import { emergencyFor, linesFor, readerOf } from './where.ts';

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
export function crisisCard(ctx: Asked, group: string): Card {
  const { checkins: settings } = ctx;
  const reader = readerOf(ctx);
  const lines = linesFor(settings, reader);
  // One country's need no name: they are the reader's own.
  const several = new Set(lines.flatMap((line) => line.countries)).size > 1;
  return card(say('crisis.title'), [
    urgent(say('crisis.title')),
    ...lines.map(({ line, countries }) => body(say('crisis.line', { line, countries: several ? countries : [] }))),
    body(say('crisis.emergency', { numbers: emergencyFor(settings, reader) })),
    ...(settings.supportLine === null ? [] : [body(say('crisis.support', { line: settings.supportLine }))]),
    quiet(say('crisis.elsewhere')),
    quiet(say('crisis.kept')),
    actions(action(say('crisis.write'), 'coffee.list', { group })),
  ]);
}
