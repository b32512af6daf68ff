import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type Card, channelsInUse } from '../../src/index.ts';
import { happens } from '../fixtures/happens.ts';
import { submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import {
  accept,
  expectForm,
  expectView,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

describe('somebody of two groups', () => {
  /** Ada owns two groups, Ben is in both, and both are at home, where no channel says which group is meant. */
  async function two() {
    const people = await group(app, ['ada', 'ben'], { features: 'consultation,checkin' });
    const there = {
      ada: await app.person('ada', { manages: true, channel: 'C2' }),
      ben: await app.person('ben', { channel: 'C2' }),
    };
    await submit(there.ada, await expectForm(there.ada.does('curbside.setup')), {});
    for (const who of [there.ada, there.ben]) await accept(who);
    const here = { ...(people as { ada: Person; ben: Person }) };
    const ids = { first: await groupId(here.ada), second: await groupId(there.ada) };
    return {
      here,
      there,
      ids,
      ben: await app.person('ben', { channel: null }),
      ada: await app.person('ada', { channel: null, manages: true }),
    };
  }

  async function choice(asked: Promise<Answer>): Promise<Card> {
    const answer = await asked;
    if (answer.is !== 'refused') throw new Error('nothing to choose');
    expect(words(answer.view)).toContain('You are in more than one group. Which one do you mean?');
    return answer.view;
  }

  it.each(['curbside.home', 'consult.ask', 'consult.mine'])('chooses the one that %s is about', async (command) => {
    const { ben, ids } = await two();
    const card = await choice(ben.does(command));
    const chosen = buttons(card).map((b) => b.with.group);
    expect(chosen).toEqual([ids.first, ids.second]);
    for (const b of buttons(card)) {
      const view = await expectView(ben.does(b.do, b.with));
      expect(JSON.stringify(view)).toContain(b.with.group);
    }
  });

  it('is not told that they joined none, where they are not in the one that is meant', async () => {
    const { ids } = await two();
    const cleo = await app.person('cleo', { channel: 'C2' });
    await accept(cleo);
    const answer = await cleo.does('consult.list', { group: ids.first });
    if (answer.is !== 'refused') throw new Error('expected that it is not theirs');
    expect(words(answer.view)).toBe('You haven’t joined this group. To join a group, run /consult in its channel.');
  });

  it('goes on with the words that were typed, which no button carries', async () => {
    const { ben, ids } = await two();
    const card = await choice(ben.does('consult.ask', { words: 'zebulonian question about endings' }));
    expect(JSON.stringify(card)).not.toContain('zebulonian');
    const second = buttons(card)[1];
    const form = await expectForm(ben.does(second?.do ?? '', second?.with));
    expect(form.fields[0]?.value).toBe('zebulonian question about endings');
    expect(form.with.group).toBe(ids.second);
  });

  it('needs no choice for help, the guide, one’s own data, and a third group', async () => {
    const { ben, ids } = await two();
    for (const command of ['curbside.help', 'curbside.guide', 'curbside.privacy', 'privacy.export'])
      await expectView(ben.does(command));
    const ada = await app.person('ada', { manages: true, channel: 'C3' });
    const form = await expectForm(ada.does('curbside.setup'));
    await submit(ada, form, {});
    expect([ids.first, ids.second]).not.toContain(await groupId(ada));
  });

  it('is asked to join one in its channel while they are in none', async () => {
    await two();
    const answer = await (await app.person('cleo', { channel: 'C9' })).does('consult.ask');
    expect(answer.is === 'refused' && words(answer.view)).toContain('Run this in the channel of the group');
    expect(JSON.stringify(answer)).not.toContain('"C1"');
  });

  it('does not keep the core from what happens on the platform', async () => {
    const { ben, ids } = await two();
    const bot = await app.person('bot');
    await happens(app, ben, 'platform.personLeft', null);
    expect(await app.core.communities('fake')).toEqual([app.scope]);
    expect((await channelsInUse(app.store)).get('fake')).toEqual(['C1', 'C2']);
    const members = (await stored(app.store, app.scope)).filter((d) => d.kind === 'member');
    expect(members.map((m) => m.doc.id)).not.toContain(`${ids.first}.${ben.who}`);
    await happens(app, bot, 'platform.uninstalled', null);
    expect(await app.core.communities('fake')).toEqual([]);
    expect([...(await channelsInUse(app.store))]).toEqual([['fake', []]]);
  });
});
