import { expect, it } from 'vitest';
import { competencies } from '../../src/features/supervision/evaluation/competencies.ts';
import { cardOf, discordGroup, openDiscordApp } from '../wire/discord-app.ts';
import { componentsOf, type Person, type Seen, textOf } from '../wire/discord-person.ts';
import type { Message } from '../wire/discord-world.ts';
import { openSlackApp } from '../wire/slack-app.ts';
import { practice } from '../wire/slack-kit.ts';
import { wordsIn } from '../wire/slack-person.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads as they travel
type Json = any;
const rated = (value: string, but: Record<string, string> = {}) => ({
  ...Object.fromEntries(competencies.map((one) => [one, value])),
  ...but,
});
const standards = { standards: ['duty_to_protect'], reviewedOn: '2026-03-02', goals: 'Lead one intake' };
const secrets = /Ask about means|Lead one intake|would rate risk|Pacing the work|lost today|evaluation of/i;

it('on Slack two people write a note and go through an evaluation to its end', async () => {
  const app = await openSlackApp();
  try {
    const opened = async (): Promise<Json> => (await app.server.next('views.open answered')).body.view;
    const answered = async (): Promise<Json> => (await app.server.next('response_url')).body;
    const [supervisor, associate] = [app.sit('U0ROWAN'), app.sit('U0C3')];
    type Sitting = typeof supervisor;
    await supervisor.command('/curbside', 'setup');
    const quiet = { quietFrom: '', quietTo: '' };
    await supervisor.submit(await opened(), { features: ['consultation', 'supervision'], ...quiet });
    for (const person of [supervisor, associate]) {
      await person.command('/curbside', 'agreement');
      await person.press({ message: await answered() }, 'Accept and continue');
      await person.submit(await opened(), { credential: 'LMFT', licensed: 'yes' });
    }
    await associate.command('/supervision', 'pair');
    const terms = { other: ['U0ROWAN'], purpose: 'licensure', pack: 'us-tx-lpca', sites: 'Harbor Clinic' };
    await associate.submit(await opened(), { ...terms, startsOn: '2026-02-02' });
    await supervisor.command('/supervision', 'records');
    await supervisor.press({ message: await answered() }, 'Open');
    await supervisor.press({ message: await answered() }, 'Confirm agreement');
    await answered();

    /** What a command shows, and the cards behind its buttons. */
    const shown = async (who: Sitting, word: string, ...labels: string[]): Promise<Json> => {
      await who.command('/supervision', word);
      let card = await answered();
      for (const label of labels) {
        await who.press({ message: card }, label);
        card = await answered();
      }
      return card;
    };
    const filled = async (who: Sitting, card: Json, label: string, values: Record<string, unknown>) => {
      await who.press({ message: card }, label);
      return wordsIn(await who.submit(await opened(), values));
    };

    const theirs = {
      focus: ['ethics'],
      topics: 'Pacing the work',
      directives: 'Read on endings',
      actions: 'Record one',
    };
    expect(await filled(supervisor, await shown(supervisor, 'meeting'), 'New note', theirs)).toContain('Record one');
    await shown(supervisor, 'meeting', 'Open', 'Finish note');
    const note = await shown(associate, 'meeting', 'Open');
    expect(wordsIn(note)).toContain('Finished by the other person.');
    expect(await filled(associate, note, 'Add private reflection', { text: 'I was lost today' })).toContain(
      'lost today',
    );
    expect(wordsIn(await shown(associate, 'meeting', 'Open', 'Finish note'))).toContain('Locked since');
    expect(wordsIn(await shown(supervisor, 'meeting', 'Open'))).not.toMatch(/lost today|reflection/i);

    const began = await filled(associate, await shown(associate, 'evaluate'), 'Start evaluation', {});
    expect(began).toContain('Your turn: rate yourself');
    const own = await filled(associate, await shown(associate, 'evaluate', 'Open'), 'Rate', rated('3'));
    expect(own).not.toContain('isn’t rated yet');
    await shown(associate, 'evaluate', 'Open', 'Submit');
    const evaluate = () => shown(supervisor, 'evaluate', 'Open');
    expect(await filled(supervisor, await evaluate(), 'Rate', rated('4', { risk: '2' }))).toContain('needs a comment');
    await filled(supervisor, await evaluate(), 'Comments', { risk: 'Ask about means' });
    expect(await filled(supervisor, await evaluate(), 'Standards and goals', standards)).toContain('Lead one intake');
    await shown(supervisor, 'evaluate', 'Open', 'Submit');
    const read = await shown(associate, 'evaluate', 'Open');
    expect(wordsIn(read)).toContain('Developing (2)');
    await filled(associate, read, 'Add statement and confirm', { statement: 'I would rate risk higher' });
    expect(wordsIn(await shown(supervisor, 'evaluate', 'Open'))).toContain('I would rate risk higher');
    const locked = await shown(supervisor, 'evaluate', 'Open', 'I have read this');
    expect(wordsIn(locked)).toContain('Read by both, and locked.');
    await app.pass(60_000);
    const posts = app.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);
    expect(JSON.stringify(posts)).not.toMatch(secrets);
    expect(JSON.stringify(posts.filter((p) => p.channel === practice.channel))).not.toMatch(/evaluation|supervis/i);
  } finally {
    await app.close();
  }
});

type Values = Record<string, string | readonly string[]>;

/** Fills in a form that comes in steps, its last choices on the card: the card after the last one. */
async function through(who: Person, first: Seen, values: Values, last: string): Promise<Message> {
  let card: Message | null = null;
  for (let step = first; step.modal !== null; ) {
    card = cardOf(await who.submit(step, values as never));
    for (const name of Object.keys(values)) {
      const onCard = componentsOf(card).some((c) => c.options && c.custom_id?.endsWith(`f=${name}`));
      if (onCard) card = cardOf(await who.choose(card, `:${name}`, [values[name] as string]));
    }
    const offers = JSON.stringify(card.components);
    const next = ['Continue', last].find((label) => offers.includes(`"${label}"`));
    if (next === undefined) break;
    step = await who.press(card, next);
    if (step.modal === null) card = cardOf(step);
  }
  if (card === null) throw new Error('no form');
  return card;
}

it('on Discord two people write a note and go through an evaluation to its end', async () => {
  const app = await openDiscordApp();
  try {
    const where = app.guild('Peer group');
    await app.start();
    const [supervisor, associate] = (await discordGroup(app, where, ['Linden Vale'])) as [Person, Person];
    const settings = await supervisor.type('curbside', 'settings');
    const next = cardOf(await supervisor.submit(settings, { features: ['consultation', 'supervision'] as never }));
    await supervisor.press(next, 'Save settings');
    const terms = { purpose: 'licensure', pack: 'us-tx-lpca', sites: 'Harbor Clinic', startsOn: '2026-02-02' };
    const with_ = { other: [supervisor.user.id], ...terms };
    await through(associate, await associate.type('supervision', 'pair'), with_, 'Propose agreement');
    const shown = async (who: Person, word: string, ...labels: string[]): Promise<Message> => {
      let card = cardOf(await who.type('supervision', word));
      for (const label of labels) card = cardOf(await who.press(card, label));
      return card;
    };
    await shown(supervisor, 'records', 'Open', 'Confirm agreement');
    const filled = async (who: Person, card: Message, label: string, values: Values, last: string) =>
      textOf(await through(who, await who.press(card, label), values, last));

    const theirs = {
      focus: ['ethics'],
      topics: 'Pacing the work',
      directives: 'Read on endings',
      actions: 'Record one',
    };
    const list = await shown(supervisor, 'meeting');
    expect(await filled(supervisor, list, 'New note', theirs, 'Save note')).toContain('Record one');
    await shown(supervisor, 'meeting', 'Open', 'Finish note');
    const note = await shown(associate, 'meeting', 'Open');
    expect(textOf(note)).toContain('Finished by the other person');
    const reflected = await filled(associate, note, 'Add private reflection', { text: 'I was lost today' }, 'Save');
    expect(reflected).toContain('lost today');
    expect(textOf(await shown(associate, 'meeting', 'Open', 'Finish note'))).toContain('Locked since');
    expect(textOf(await shown(supervisor, 'meeting', 'Open'))).not.toMatch(/lost today|reflection/i);

    const first = await shown(associate, 'evaluate');
    expect(await filled(associate, first, 'Start evaluation', {}, 'Start')).toContain('rate yourself');
    const mine = () => shown(associate, 'evaluate', 'Open');
    expect(await filled(associate, await mine(), 'Rate', rated('3'), 'Save')).not.toContain('rated yet');
    const confirmed = async (who: Person, card: Message, label: string): Promise<Message> => {
      const asked = cardOf(await who.press(card, label));
      return JSON.stringify(asked.components).includes(`"${label}"`) ? cardOf(await who.press(asked, label)) : asked;
    };
    expect(textOf(await confirmed(associate, await mine(), 'Submit'))).toContain('Waiting for the supervisor');
    const evaluate = () => shown(supervisor, 'evaluate', 'Open');
    expect(await filled(supervisor, await evaluate(), 'Rate', rated('4', { risk: '2' }), 'Save')).toContain('comment');
    await filled(supervisor, await evaluate(), 'Comments', { risk: 'Ask about means' }, 'Save');
    expect(await filled(supervisor, await evaluate(), 'Standards and goals', standards, 'Save')).toContain(
      'Lead one intake',
    );
    await confirmed(supervisor, await evaluate(), 'Submit');
    expect(textOf(await mine())).toContain('Developing');
    const statement = { statement: 'I would rate risk higher' };
    await filled(associate, await mine(), 'Add statement and confirm', statement, 'I have read this');
    expect(textOf(await evaluate())).toContain('I would rate risk higher');
    const locked = await confirmed(supervisor, await evaluate(), 'I have read this');
    expect(textOf(locked)).toContain('Read by both, and locked');
    await app.pass(60_000);
    expect(JSON.stringify(app.inChannel(where.channel))).not.toMatch(secrets);
    expect(app.server.faults).toEqual([]);
  } finally {
    await app.stop();
  }
});
