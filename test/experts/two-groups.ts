import type { Card } from '../../src/index.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { accept, expectCard, expectForm, group, groupId, openTestApp, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

export const minute = 60_000;
export const addOn = 'experts-of-other-groups';
const about = { question: 'How do I slow down with trauma work that goes too fast?', facts: 'Ten sessions so far.' };

/** The owner chooses what the agreement says besides, and the members accept it. */
export async function agree(owner: Person, members: readonly Person[], addOns: string): Promise<void> {
  await submit(owner, await expectForm(owner.does('agreement.addOns')), { addOns });
  for (const who of [owner, ...members]) {
    const asked = await who.does('consult.ask');
    if (asked.is === 'refused') await press(who, asked.view, 'Accept');
  }
}

/** What somebody can be asked about; by other groups too, unless said otherwise. */
export async function lists(who: Person, values: Record<string, string> = {}): Promise<void> {
  const form = await expectForm(who.does('experts.me'));
  await expectCard(submit(who, form, { specialties: 'trauma', help: 'ideas', open: 'yes', beyond: 'yes', ...values }));
}

/** Olga owns the group in C1 with Ada and Eve, Uma the one in C2 with Vic. */
export async function twoGroups() {
  const app = await openTestApp();
  const { olga, ada, eve } = (await group(app, ['olga', 'ada', 'eve'])) as Record<'olga' | 'ada' | 'eve', Person>;
  const uma = await app.person('uma', { manages: true, channel: 'C2' });
  await submit(uma, await expectForm(uma.does('curbside.setup')), {});
  const vic = await app.person('vic', { channel: 'C2' });
  for (const who of [uma, vic]) await accept(who);
  const to = (who: Person) => app.messages.filter((m) => m.place.is === 'direct' && m.place.to === who.who);
  const lastLetter = (who: Person): Card => to(who).at(-1)?.view as Card;
  /** Ada asks Vic about a question of hers. */
  const asked = async (how: 'Post as me' | 'Post anonymously' = 'Post as me'): Promise<Card> => {
    const own = await ask(ada, about, how);
    await app.pass(21 * minute);
    const list = await expectCard(ada.does('experts.find', { consultation: consultationOf(own), beyond: 'yes' }));
    await expectCard(press(ada, list, 'Ask'));
    await app.pass(6 * minute);
    return own;
  };
  return {
    ...{ app, olga, ada, eve, uma, vic },
    here: { group: await groupId(ada) },
    there: { group: await groupId(vic) },
    about,
    async bothAgree(): Promise<void> {
      await agree(olga, [ada, eve], addOn);
      await agree(uma, [vic], addOn);
    },
    letters: (who: Person): string[] => to(who).map((m) => words(m.view)),
    lastLetter,
    inChannels: (): string => app.messages.map((m) => (m.place.is === 'direct' ? '' : words(m.view))).join('\n'),
    asked,
    /** And he replies; the answer to his form. */
    async answered(text: string): Promise<Card> {
      await asked();
      const card = await expectCard(press(vic, lastLetter(vic), 'Yes, I’ll reply'));
      await app.pass(0);
      return expectCard(submit(vic, await expectForm(press(vic, card, 'Reply')), { text }));
    },
  };
}
export type TwoGroups = Awaited<ReturnType<typeof twoGroups>>;
