import { type Answer, type PersonRef, wordsOf } from '../../../src/index.ts';
import type { Actor } from '../chat/cast.ts';
import type { ChatMessage, MessageLocation, Settings } from '../chat/kinds.ts';
import type { PrivateCard, Spot } from '../chat/private-cards.ts';
import { readSettings } from '../chat/settings.ts';
import type { World } from '../chat/world.ts';
import { limits } from '../limits.ts';
import { type Offered, offered } from '../manifest.ts';
import { type Address, linkTo } from '../server/address.ts';
import { incomingFrom } from '../server/inbound.ts';
import { redrawCards } from '../server/redraw.ts';
import { quotesOf, type TypedText } from './before-after.ts';
import { type Comparison, compare } from './compare.ts';
import type { Reader } from './render.tsx';

/** A message of a place, with how many lie in its thread. */
export interface ThreadedMessage {
  readonly message: ChatMessage;
  readonly replies: number;
}

/** What a place shows to one person: everybody's messages and, among them, that person's private answers. */
export type Line = ThreadedMessage | { readonly card: PrivateCard };

/** A typed text beside what colleagues got of it. */
export interface Beside {
  readonly typed: TypedText;
  readonly comparison: Comparison | null;
  /** It was posted, and was hidden or taken down since. */
  readonly removed: boolean;
}

/** Everything one page shows. */
export interface Page {
  readonly address: Address;
  readonly reader: Reader;
  /** The cast by reference. */
  readonly cast: ReadonlyMap<PersonRef, Actor>;
  readonly channel: readonly Line[];
  readonly thread: { readonly id: string; readonly lines: readonly Line[] } | null;
  readonly direct: readonly Line[];
  /** How many direct messages each of the cast has not looked at yet. */
  readonly unseen: ReadonlyMap<Actor, number>;
  readonly home: { readonly answer: Answer | null; readonly lines: readonly Line[] };
  readonly left: readonly Beside[];
  readonly commands: readonly Offered[];
  readonly settings: Settings;
}

/** How pages are worded, and whom forms can name. */
export async function readerOf(world: World, actor: Actor, locale: string, zone: string): Promise<Reader> {
  const people = await world.people();
  return {
    me: await world.refOf(actor),
    locale,
    zone,
    now: world.clock.now(),
    name: (who) => people.get(who)?.name ?? wordsOf(locale, { key: 'privacy.former' }),
    people: [...people].map(([ref, actor]) => ({ ref, name: actor.name })),
    fileLink: (block) => `/file?${new URLSearchParams({ as: actor.id, block })}`,
    threadLink: (channel, thread) => `${linkTo({ actor, at: 'channel', channel, thread })}#thread`,
  };
}

/** Reads what the page at an address shows to the person acting. */
export async function gather(world: World, address: Address, locale: string, zone: string): Promise<Page> {
  const ref = await world.refOf(address.actor);
  const { channel } = address;
  await redrawCards(world, address.actor, spotsOf(address), { locale, zone });
  const lines = async (where: MessageLocation, spot: Spot) => {
    const newest = (await world.chat.at(where)).filter(isThere).slice(-limits.shownMessages);
    return merged(await Promise.all(newest.map((m) => withReplies(world, m))), world.cards.of(ref, spot));
  };
  const cast = await world.people();
  world.typed.keepOnly((who) => cast.has(who));
  const direct = await lines({ is: 'direct', to: ref }, 'direct');
  if (address.at === 'direct') world.seen.set(ref, (await readSettings(world.store)).messages);
  const thread = address.thread === null ? null : await world.chat.get(address.thread);
  return {
    address,
    reader: await readerOf(world, address.actor, locale, zone),
    cast,
    channel: await lines({ is: 'channel', channel }, `channel ${channel}`),
    thread: thread && { id: thread.id, lines: await lines({ is: 'thread', under: thread.id }, `thread ${thread.id}`) },
    direct,
    unseen: await unseenBy(world, ref),
    home: {
      answer: address.at === 'home' ? await homeOf(world, address, locale, zone) : null,
      lines: merged([], world.cards.of(ref, 'home')),
    },
    left: await Promise.all(world.typed.all().map((typed) => beside(world, typed))),
    commands: offered(world.routes, locale),
    settings: await readSettings(world.store),
  };
}

/** A message that was removed leaves its place only where a thread may hang on it. */
const isThere = ({ content, where }: ChatMessage): boolean => content.is !== 'removed' || where.is !== 'direct';

/** Where private cards are shown at an address. */
const spotsOf = ({ channel, thread }: Address): readonly Spot[] => [
  `channel ${channel}`,
  'direct',
  'home',
  ...(thread === null ? [] : [`thread ${thread}` as const]),
];

/** Of others, check-ins are not counted: not even in the playground does somebody's badge say that they take part. */
async function unseenBy(world: World, me: PersonRef): Promise<Page['unseen']> {
  const people = [...(await world.people())];
  const counts = people.map(async ([ref, actor]) => {
    const since = world.seen.get(ref) ?? world.seenAtStart;
    const all = await world.chat.at({ is: 'direct', to: ref });
    const there = all.filter((m) => m.position > since && m.content.is !== 'removed');
    return [actor, there.filter((m) => ref === me || !isCheckin(m)).length] as const;
  });
  return new Map(await Promise.all(counts));
}

const isCheckin = ({ content }: ChatMessage): boolean =>
  content.is === 'card' && content.card.summary.key.startsWith('checkin.');

async function withReplies(world: World, message: ChatMessage): Promise<ThreadedMessage> {
  const inThread = message.where.is === 'channel' ? await world.chat.at({ is: 'thread', under: message.id }) : [];
  return { message, replies: inThread.length };
}

/** Messages in their order; a private card stands below the newest message there was when it appeared. */
function merged(messages: readonly ThreadedMessage[], cards: readonly PrivateCard[]): Line[] {
  const place = (line: Line) => ('card' in line ? line.card.after + 0.5 : line.message.position);
  return [...messages, ...cards.map((card) => ({ card }))].sort((a, b) => place(a) - place(b));
}

async function homeOf(world: World, { actor, channel }: Address, locale: string, zone: string): Promise<Answer> {
  const sent = { event: 'home', command: 'curbside.home', input: {}, locale };
  return world.core.handle({ ...(await incomingFrom(world, actor, sent)), channel, zone });
}

async function beside(world: World, typed: TypedText): Promise<Beside> {
  const message = typed.message === null ? null : await world.chat.get(typed.message);
  if (message === null || message.content.is === 'removed')
    return { typed, comparison: null, removed: message !== null };
  const got = message.content.is === 'typed' ? message.content.text : quotesOf(message.content.card);
  return got === ''
    ? { typed, comparison: null, removed: true }
    : { typed, comparison: compare(typed.text, got), removed: false };
}
