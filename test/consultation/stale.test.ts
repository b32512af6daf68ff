import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, post, press } from '../fixtures/steps.ts';
import { accept, expectCard, groupId, type Person } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { at, question } from './thread-steps.ts';

const hour = 3_600_000;

peerGroup(7, { features: 'consultation,checkin' });

/** What a button of a card that stands there since answers, in words. */
async function says(who: Person, card: Card, command: string): Promise<string> {
  const old = buttons(card).find((one) => one.do === command);
  if (old === undefined) throw new Error(`no button for ${command}`);
  const answer = await who.does(old.do, { ...old.with });
  if (answer.is === 'again' || answer.view.is === 'form') return 'a form';
  return words(answer.view as Card);
}
const inThread = () => app.messages.map((m) => words(m.view)).join('\n');

describe('a private card that could not be drawn anew answers with how things stand', () => {
  it('after the question was closed', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const ids = await at(own);
    const shown = await expectCard(ada.does('consult.show', ids));
    const asked = await expectCard(ada.does('consult.close.ask', ids));
    await ada.does('consult.close', ids);
    await app.pass(0);
    expect(await says(ada, shown, 'consult.reply')).toMatch(/^This consultation is closed/);
    expect(await says(ada, shown, 'consult.edit')).toMatch(/^This consultation is closed/);
    expect(await says(ada, shown, 'consult.close.ask')).toMatch(/Status: Closed[\s\S]*\[Reopen\]/);
    expect(await says(ada, asked, 'consult.close')).toMatch(/^You closed the consultation/);
    expect(inThread().match(/This consultation is closed\./g)).toHaveLength(1);
  });

  it('after it was opened again, or taken down', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const ids = await at(own);
    const closed = await expectCard(ada.does('consult.close', ids));
    const list = await expectCard(ben.does('consult.list'));
    await app.pass(0);
    await ada.does('consult.reopen', ids);
    await app.pass(0);
    expect(await says(ada, closed, 'consult.reopen')).toMatch(/^You reopened the consultation/);
    expect(inThread().match(/open again/g)).toHaveLength(1);
    const open = await expectCard(ben.does('consult.list'));
    expect(words(list)).toContain('No open questions');
    await ada.does('consult.remove', ids);
    await app.pass(0);
    expect(await says(ben, open, 'consult.show')).toContain('Status: Taken down');
    expect(await says(ada, closed, 'consult.reopen')).toMatch(/^This is no longer here/);
  });

  it('after an anonymous question appeared', async () => {
    const own = await expectCard(press(ada, await post(ada, { question }, 'Post anonymously'), 'View'));
    await app.pass(hour);
    expect(await says(ada, own, 'consult.now')).toMatch(/^Your question was posted anonymously/);
    expect(await says(ada, own, 'consult.remove')).toContain('Status: Open');
    expect(inThread().match(/How do I end/g)).toHaveLength(1);
  });

  it('after check-ins ended', async () => {
    const here = { group: await groupId(ada) };
    const mine = await expectCard(ada.does('checkin.start', here));
    await ada.does('checkin.leave', here);
    for (const command of ['checkin.now', 'checkin.schedule', 'checkin.pause', 'checkin.away'])
      expect(await says(ada, mine, command), command).toMatch(/^Check in with yourself/);
    expect(await says(ada, mine, 'checkin.history')).toContain('No answers yet.');
    expect(await says(ada, mine, 'checkin.stop')).toBe('You have no check-ins here.');
  });

  it('after the agreement was accepted', async () => {
    const zed = await app.person('zed', {});
    const first = await zed.does('consult.list');
    if (first.is !== 'refused') throw new Error('nothing came between');
    await accept(zed);
    const again = await says(zed, first.view, button(first.view, 'Accept and continue').do);
    expect(again).toMatch(/^Group agreement/);
    expect(again).not.toContain('Accept and continue');
  });
});
