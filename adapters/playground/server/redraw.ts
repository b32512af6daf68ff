import type { View } from '../../../src/index.ts';
import type { Actor } from '../chat/cast.ts';
import type { PrivateCard, Spot } from '../chat/private-cards.ts';
import type { World } from '../chat/world.ts';
import { limits } from '../limits.ts';
import { channelAt, incomingFrom } from './inbound.ts';

/** How the page of somebody is worded. */
interface Reading {
  readonly locale: string;
  readonly zone: string;
}

/**
 * Has the private cards of these spots say how things stand now, where something has changed since they were drawn: one
 * query for each, and there are never many. A card that has nothing more to show goes.
 */
export async function redrawCards(world: World, actor: Actor, spots: readonly Spot[], how: Reading): Promise<void> {
  const who = await world.refOf(actor);
  const stale = spots
    .flatMap((spot) => world.cards.of(who, spot))
    .filter((c) => c.drawn.changes < world.changes.count());
  await Promise.all(stale.map((card) => redraw(world, actor, card, how)));
}

async function redraw(world: World, actor: Actor, card: PrivateCard, { locale, zone }: Reading): Promise<void> {
  const { query } = card;
  if (query === null) return;
  const drawn = { at: world.clock.now(), changes: world.changes.count() };
  const asked = await incomingFrom(world, actor, { event: `again ${card.id}`, ...query, locale });
  const answer = await world.core.lookAgain({ ...asked, zone, channel: await channelAt(world, card.spot) });
  if (answer.is === 'again' || answer.view.is === 'form') return world.cards.redraw(card, null);
  // What it showed is not there any more, or not for this person: no refusal of something that nobody asked for.
  if (answer.is === 'refused' && !card.refusal) return world.cards.redraw(card, null);
  const { view } = answer;
  const isSame = asDrawn(card.view, card.drawn.at) === asDrawn(view, drawn.at);
  const note = isSame || isFresh(world, card) ? card.note : null;
  world.cards.redraw(card, { note, view, refusal: answer.is === 'refused', drawn });
}

/** What was said of the last thing somebody did is read first, even if what is below it goes on changing. */
const isFresh = (world: World, card: PrivateCard): boolean =>
  world.cards.isNewest(card) && world.clock.now() - card.said < limits.noteStaysMs;

/** A view but for the moment of drawing in it: "As of 3:05 PM" is another one each time. */
const asDrawn = (view: View, at: number): string =>
  JSON.stringify(view, (_, value) =>
    value?.is === 'when' && Math.abs(value.at - at) < limits.noteStaysMs ? { ...value, at: 0 } : value,
  );
