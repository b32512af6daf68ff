import { z } from 'zod';
import {
  type Answer,
  type Card,
  type Home,
  type Msg,
  readSlash,
  slashLeftOut,
  slashTable,
  type Values,
} from '../../../src/index.ts';
import { actorOf } from '../chat/cast.ts';
import { channelOf, mainChannel } from '../chat/channels.ts';
import type { MessageLocation } from '../chat/kinds.ts';
import { platformName } from '../chat/outbound.ts';
import { changeSettings, readSettings } from '../chat/settings.ts';
import type { World } from '../chat/world.ts';
import { limits } from '../limits.ts';
import { typedAs } from '../manifest.ts';
import { type Fate, quotesOf } from '../pages/before-after.ts';
import { controlOf, FormView, type Reader, ViewBody } from '../pages/render.tsx';
import { afterStep, filledIn, isOfTour, stepOf, tour, tourSteps } from '../pages/tour.ts';
import { pageWords } from '../pages/words.ts';
import { linkTo } from './address.ts';
import { channelAt, handle, Origin, type Press, spotOf } from './inbound.ts';

/** What the page does with an answer. */
export type Reply =
  /** Shows the page afresh and moves to that private card. `refused`: nothing was done, so the line keeps what was typed. */
  | {
      readonly open: 'card';
      readonly id: string;
      readonly refused: boolean;
      /** The route of the control in it that is asked for: the focus goes there. */
      readonly control: string | null;
    }
  | { readonly open: 'form'; readonly html: string }
  /** The dialog stays as it is, typed text and all; this is shown in it. */
  | { readonly open: 'refusal'; readonly html: string }
  | { readonly open: 'page'; readonly href: string }
  | { readonly open: 'nothing' }
  /** Something the chat platform itself did not take; shown at the line it was typed in. */
  | { readonly open: 'problem'; readonly text: string };

/** A line typed into the channel, a thread, or where only commands go. */
export const Line = Origin.extend({ text: z.string().max(limits.valueLength) });
export type Line = z.output<typeof Line>;

/** Takes a press or a submitted form through the core and says what the page shows next. */
export async function press(world: World, asked: Press, reader: Reader): Promise<Reply> {
  const who = await world.refOf(actorOf(asked.as));
  rememberTyped(world, who, asked);
  const from = asked.card === null ? null : world.cards.find(who, asked.card);
  const answer = await handle(world, asked, asked.do, { ...asked.with, ...asked.fields }, reader.locale);
  const fate = fateIn(answer, asked);
  if (fate !== null) world.typed.became(who, fate, asked.fromForm ? '' : quotesIn(from?.view));
  // What was done is said in a line above a view, or is the view.
  if (answer.is === 'view')
    for (const said of [answer.note, answer.view.is === 'card' ? answer.view.summary : null])
      if (said !== null) await advanceTour(world, asked.as, said);
  return shown(world, asked, answer, asked.fromForm, reader);
}

/** Takes a line: a slash command goes to the core, text goes into the channel or thread as it was typed. */
export async function line(world: World, asked: Line, reader: Reader): Promise<Reply> {
  const text = asked.text.trim();
  if (text === '') return { open: 'nothing' };
  if (text.startsWith('/')) {
    if (text.length > limits.commandLine) return problem(pageWords.tooLong(limits.commandLine));
    const [command = '', words = ''] = text.split(/(?<=^\S+)\s+/);
    const said = readSlash(slashTable(world.routes), command.toLowerCase(), words);
    if (said === null) return problem(pageWords.unknownCommand);
    return shown(world, asked, await handle(world, asked, said.command, said.input, reader.locale), false, reader);
  }
  const meant = slashLeftOut(slashTable(world.routes), text);
  if (meant !== null) return problem(pageWords.noSlash(typedAs(meant)));
  const spot = spotOf(asked);
  if (spot === 'home' || spot === 'direct') return problem(pageWords.notHere);
  if (text.length > limits.typedMessage) return problem(pageWords.tooLong(limits.typedMessage));
  const who = await world.refOf(actorOf(asked.as));
  const [is = '', name = ''] = spot.split(' ');
  if (is === 'thread' && (await world.chat.get(name)) === null) return problem(pageWords.threadGone);
  const where: MessageLocation = is === 'thread' ? { is, under: name } : { is: 'channel', channel: channelOf(name) };
  const message = await world.chat.say(where, who, text, `${platformName} ${who} ${asked.event}`);
  world.typed.straight(who, message.at, text, message.id);
  return { open: 'nothing' };
}

const problem = (text: string): Reply => ({ open: 'problem', text });

async function shown(world: World, origin: Origin, answer: Answer, fromForm: boolean, reader: Reader): Promise<Reply> {
  if (answer.is === 'again') return formOf(answer.form, answer.note, reader);
  if (answer.view.is === 'form') {
    const form = origin.tour ? filledIn(answer.view, await isTourCase(world, origin)) : answer.view;
    return formOf(form, answer.is === 'view' ? answer.note : null, reader, givenIn(answer.view));
  }
  if (answer.is === 'refused' && fromForm) {
    return { open: 'refusal', html: String(<ViewBody reader={reader} view={answer.view} note={null} id="refusal" />) };
  }
  const actor = actorOf(origin.as);
  const spot = spotOf(origin);
  const who = await world.refOf(actor);
  if (answer.view.is === 'home' && answer.is === 'view' && answer.note === null) {
    world.cards.answered(who, fromForm ? origin.card : null);
    return {
      open: 'page',
      href: linkTo({ actor, at: 'home', channel: (await channelAt(world, spot)) ?? mainChannel, thread: null }),
    };
  }
  const card = world.cards.show(
    {
      id: origin.event,
      who,
      spot,
      at: world.clock.now(),
      said: world.clock.now(),
      after: (await readSettings(world.store)).messages,
      note: answer.is === 'view' ? answer.note : null,
      view: answer.view,
      refusal: answer.is === 'refused',
      query: answer.query ?? null,
      drawn: { at: world.clock.now(), changes: 0 },
    },
    answer.is === 'refused' ? null : origin.card,
  );
  // What somebody wanted when the agreement came between goes on by itself.
  const refused = answer.is === 'refused' && answer.view.summary.key !== 'agreement.summary';
  return { open: 'card', id: card.id, refused, control: card.note && controlOf(card.note, card.view) };
}

type FormProps = Parameters<typeof FormView>[0];

const formOf = (form: FormProps['form'], note: FormProps['note'], reader: Reader, given: Values = {}): Reply => ({
  open: 'form',
  html: String(<FormView reader={reader} form={form} note={note} given={given} />),
});

/** Of a record, the replies of others stand there to begin with; other forms hold again what their person typed. */
const givenIn = ({ do: command, fields }: FormProps['form']): Values =>
  command.startsWith('record.')
    ? Object.fromEntries(fields.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])))
    : {};

/** Keeps typed text for "Before and after", in memory. */
function rememberTyped(world: World, who: string, asked: Press): void {
  const typed = Object.fromEntries(asked.typed.map((name) => [name, asked.fields[name] ?? '']));
  world.typed.submitted(who, world.clock.now(), { command: asked.do, typed, shares: asked.fields.share === 'yes' });
}

/** What an answer says of a typed text that nobody has got yet. */
function fateIn(answer: Answer, { typed, fromForm }: Press): Fate | null {
  if (answer.is !== 'view') return fromForm && typed.length > 0 ? { is: 'refused' } : null;
  if (answer.view.is !== 'card') return null;
  const { summary, blocks } = answer.view;
  const said = [answer.note?.key, summary.key];
  if (said.some((key) => goesOut.has(key))) return { is: 'waits', at: timeIn(blocks) };
  return said.some((key) => takenBack.has(key)) ? { is: 'unclear' } : null;
}

const goesOut: ReadonlySet<Msg['key'] | undefined> = new Set([
  'posted.anonymous',
  'soon.reply',
  'soon.edited',
  'soon.outcome',
]);
const takenBack: ReadonlySet<Msg['key'] | undefined> = new Set(['own.takenBack', 'soon.canceled', 'soon.back']);

/** The first time that is written in a card, where it has one. */
function timeIn(blocks: Card['blocks']): number | null {
  const spans = blocks.flatMap((block) => (block.is === 'text' ? block.spans : []));
  return spans.flatMap((span) => (span.is === 'when' ? [span.at] : []))[0] ?? null;
}

const quotesIn = (view: Card | Home | undefined): string => (view?.is === 'card' ? quotesOf(view) : '');

/** Whether a press stands under the case that the tour asked. */
async function isTourCase(world: World, origin: Origin): Promise<boolean> {
  const [is, under = ''] = spotOf(origin).split(' ');
  if (is !== 'thread') return false;
  const [first] = await world.chat.at({ is: 'thread', under });
  return first?.content.is === 'card' && isOfTour(quotesOf(first.content.card));
}

/** A step is done by the one it names: its next step closes the question of that person, and nobody else's. */
async function advanceTour(world: World, as: string, said: Msg): Promise<void> {
  const step = stepOf(await readSettings(world.store));
  // Whoever goes ahead without the tour has done the steps before as well.
  const ahead = step === null ? [] : tourSteps.slice(tourSteps.indexOf(step));
  const done = ahead.find((one) => actorOf(as).id === tour[one].as && tour[one].endsWith.includes(said.key));
  if (done !== undefined) await changeSettings(world.store, { tour: afterStep(done) });
}
