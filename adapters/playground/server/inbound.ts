import { z } from 'zod';
import type { Answer, Incoming, Ref } from '../../../src/index.ts';
import { type Actor, actorOf } from '../chat/cast.ts';
import { channelOf, mainChannel } from '../chat/channels.ts';
import type { Spot } from '../chat/private-cards.ts';
import type { World } from '../chat/world.ts';
import { limits } from '../limits.ts';

const Values = z.record(z.string().max(100), z.string().max(limits.valueLength));

/** Where somebody was when acting, and on which private card. */
export const Origin = z.object({
  /** Made by the page for each press, and sent again with a press that is repeated. */
  event: z.string().regex(/^[\w-]{8,64}$/),
  as: z.string().max(40),
  spot: z.string().regex(/^(direct|home|(channel|thread) [\w-]{1,64})$/),
  card: z.string().max(64).nullable(),
  zone: z.string().max(64),
  /** Begun by a button of the tour: its forms come filled in. */
  tour: z.boolean(),
});
export type Origin = z.output<typeof Origin>;

/** A pressed button, a choice or a submitted form. */
export const Press = Origin.extend({
  do: z.string().min(1).max(100),
  with: Values,
  fields: Values,
  /** Names of the fields that hold free text. */
  typed: z.array(z.string().max(100)).max(40),
  fromForm: z.boolean(),
});
export type Press = z.output<typeof Press>;

export const spotOf = (origin: Origin): Spot => origin.spot as Spot;

/** Takes an action of the page into the core, as the person acting. */
export async function handle(
  world: World,
  origin: Origin,
  command: string,
  input: Readonly<Record<string, string>>,
  locale: string,
): Promise<Answer> {
  const actor = actorOf(origin.as);
  const incoming = await incomingFrom(world, actor, { event: origin.event, command, input, locale });
  return world.core.handle({ ...incoming, zone: origin.zone, channel: await channelAt(world, spotOf(origin)) });
}

/** The channel of a spot (of a thread: the one above it); null at home and in direct messages. */
export async function channelAt(world: World, spot: Spot): Promise<Ref | null> {
  const [is, name] = spot.split(' ');
  if (is === 'channel') return channelOf(name);
  if (is !== 'thread' || name === undefined) return null;
  const where = (await world.chat.get(name))?.where;
  return where?.is === 'channel' ? where.channel : mainChannel;
}

/** The zone of this computer. Asking for it takes as long as everything else of an event. */
const ownZone = (): string => {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
};
let zone: string | undefined;

interface Sent {
  readonly event: string;
  readonly command: string;
  readonly input: Readonly<Record<string, string>>;
  readonly locale: string | null;
}

/** An event of the playground in the core's words, used in the main channel. */
export const incomingFrom = async (world: World, actor: Actor, sent: Sent): Promise<Incoming> => ({
  eventId: `${actor.id} ${sent.event}`,
  scope: world.scope,
  who: await world.refOf(actor),
  command: sent.command,
  input: sent.input,
  channel: mainChannel,
  manages: actor.manages,
  zone: ownZone(),
  locale: sent.locale,
});
