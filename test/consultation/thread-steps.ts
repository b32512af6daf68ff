import type { Card } from '../../src/index.ts';
import { ada, app } from '../fixtures/peer-group.ts';
import { consultationOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, expectView, groupId, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

/** What Ada asks, where it does not matter what. */
export const question = 'How do I end a session that keeps running over?';
export const minute = 60_000;

/** Where one of Ada's questions is, for whatever is done with it. */
export const at = async (own: Card) => ({ group: await groupId(ada), consultation: consultationOf(own) });
/** Messages in threads of the channel, oldest first. */
export const inThread = () => app.messages.filter((m) => m.place.is === 'thread');
/** What stands in the channel and its threads, by kind. */
export const inChannel = () => app.messages.filter((m) => m.place.is !== 'direct').map((m) => m.view.summary.key);
/** Private messages to somebody. */
export const told = (person: Person) =>
  app.messages.filter((m) => m.place.is === 'direct' && m.place.to === person.who).map((m) => m.view);
/** Pages, as they are read. */
export const home = async (person: Person) => words(await expectView(person.does('curbside.home')));
export const mine = async (person: Person) => words(await expectCard(person.does('consult.mine')));

/** Fills in and sends the form for a reply: its author's own words, or those of a member with or without their name. */
export const reply = async (person: Person, own: Card, text: string, as?: 'me' | 'colleague'): Promise<Card> =>
  expectCard(
    submit(person, await expectForm(person.does('consult.reply', await at(own))), { text, ...(as ? { as } : {}) }),
  );
