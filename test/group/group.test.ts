import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advice } from '../../src/group/guide.ts';
import type { Group } from '../../src/group/model.ts';
import { type Answer, type Card, channelsInUse, type Form } from '../../src/index.ts';
import {
  expectCard,
  expectForm,
  expectView,
  group,
  groupId,
  type House,
  openHouse,
  type Person,
} from '../fixtures/house.ts';
import { button, buttons, words } from '../fixtures/read.ts';
import { ask, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

describe('setup', () => {
  it('is for whoever manages the server; the others read whom to ask', async () => {
    const member = await house.person('ben');
    const answer = await member.does('curbside.setup');
    expect(answer.is === 'refused' && words(answer.view)).toContain(
      'Only somebody who manages this workspace or server',
    );
  });

  it('starts with defaults, posts nothing, and shows the home page', async () => {
    const owner = await house.person('ada', { manages: true });
    const form = await expectForm(owner.does('curbside.setup'));
    expect(Object.fromEntries(form.fields.map((f) => [f.name, f.value]))).toMatchObject({
      zone: 'America/New_York',
      features: 'consultation',
      quietFrom: '18:00',
      quietTo: '08:30',
      weekends: 'yes',
      nudgeHours: '24',
    });
    await expectView(submit(owner, form, {}));
    await house.pass(0);
    expect(house.messages).toHaveLength(0);
  });

  it.each([
    [{ zone: 'Mars/Olympus' }, 'zone', /not a time zone we know/],
    [{ quietFrom: '25:00' }, 'quietFrom', /08:30/],
    [{ nudgeHours: '0' }, 'nudgeHours', /1 to 168/],
    [{ nudgeHours: 'soon' }, 'nudgeHours', /1 to 168/],
  ] as const)('names the field that is wrong in %j and keeps the rest', async (values, field, text) => {
    const owner = await house.person('ada', { manages: true });
    const form = await expectForm(owner.does('curbside.setup'));
    const answer = await submit(owner, form, { quietTo: '07:15', ...values });
    if (answer.is !== 'again') throw new Error('expected the form again');
    expect(answer.form.fields.find((f) => f.error)?.name).toBe(field);
    expect(words(answer.form)).toMatch(text);
    expect(answer.form.fields.find((f) => f.name === 'quietTo')?.value).toBe('07:15');
    expect(await stored(house.store, house.scope)).toEqual([]);
  });

  describe('owners', () => {
    const owners = async (person: Person) => words(await expectCard(person.does('curbside.status'))).split('\n')[2];
    const field = (form: Form) => form.fields.find((f) => f.name === 'owners');

    it('are named besides oneself, who is not among those to choose and stays one', async () => {
      const ada = await house.person('ada', { manages: true });
      const ben = await house.person('ben');
      const form = await expectForm(ada.does('curbside.setup'));
      expect(field(form)).toMatchObject({ others: true, required: false, value: '' });
      await expectView(submit(ada, form, { owners: ben.who }));
      const settings = await expectForm(ada.does('curbside.setup'));
      expect(field(settings)?.value).toBe(ben.who);
      await expectView(submit(ada, settings, { owners: '' }));
      const status = words(await expectCard(ada.does('curbside.status')));
      expect(status).toContain('Quiet hours: 6:00 PM to 8:30 AM and weekends');
      expect(await owners(ada)).toBe(`Owners of this group: <${ada.who}>`);
    });

    it('keep the group when two people set it up at once', async () => {
      const [ada, ben] = [
        await house.person('ada', { manages: true }),
        await house.person('ben', { manages: true }),
      ] as const;
      const [one, other] = [await expectForm(ada.does('curbside.setup')), await expectForm(ben.does('curbside.setup'))];
      await expectView(submit(ada, one, {}));
      await expectView(submit(ben, other, {}));
      expect(await owners(ada)).toContain(`<${ada.who}>`);
      expect(await owners(ada)).toContain(`<${ben.who}>`);
    });

    it('are all shown to a manager who is none of them, and never none', async () => {
      const ada = await house.person('ada', { manages: true });
      await expectView(submit(ada, await expectForm(ada.does('curbside.setup')), {}));
      const ben = await house.person('ben', { manages: true });
      const form = await expectForm(ben.does('curbside.setup'));
      expect(field(form)).toMatchObject({ others: false, required: true, value: ada.who });
      const answer = await submit(ben, form, { owners: '', quietTo: '07:15' });
      if (answer.is !== 'again') throw new Error('expected the form again');
      expect(words(answer.form)).toContain('Owners of this group: choose at least one.');
      expect(answer.form.fields.find((f) => f.name === 'quietTo')?.value).toBe('07:15');
      await expectView(submit(ben, form, {}));
      expect(await owners(ada)).toBe(`Owners of this group: <${ada.who}>`);
    });
  });

  it('a feature that is off is refused with who can switch it on', async () => {
    const { ada } = await group(house, ['ada'], { features: 'checkin' });
    const answer = await (ada as Person).does('consult.ask');
    expect(answer.is === 'refused' && words(answer.view)).toContain('Its owners can, under /curbside settings');
  });
});

describe('first use', () => {
  it('shows the agreement once, then goes on to what was wanted, with what was typed', async () => {
    await group(house, ['ada']);
    const ben = await house.person('ben');
    const stopped = await ben.does('consult.ask', { words: 'How do I end a session on time?' });
    if (stopped.is !== 'refused') throw new Error('expected the agreement');
    expect(words(stopped.view)).toContain('It counts for no licensure hours');
    const join = await expectForm(press(ben, stopped.view, 'Accept and go on'));
    const form = await expectForm(submit(ben, join, { credential: 'LPC Associate', licensed: 'no' }));
    expect(form.fields[0]?.value).toBe('How do I end a session on time?');
    expect((await ben.does('consult.ask')).is).toBe('view');
  });

  it('a credential is needed, and the form comes back with the rest', async () => {
    await group(house, ['ada']);
    const ben = await house.person('ben');
    const join = await expectForm(ben.does('agreement.form', { group: await groupId(ben) }));
    const answer = await submit(ben, join, { licensed: 'yes' });
    expect(answer.is === 'again' && answer.form.fields.map((f) => f.error?.key ?? null)).toEqual([
      'field.required',
      null,
    ]);
  });
});

describe('guide', () => {
  it.each([
    ['licensed', 'case', undefined, 'guide.consultation'],
    ['licensed', 'ethics', undefined, 'guide.either'],
    ['licensed', 'hours', undefined, 'guide.supervision'],
    ['prelicensed', 'case', 'no', 'guide.supervision'],
    ['prelicensed', 'case', 'yes', 'guide.either'],
    ['prelicensed', 'ethics', 'yes', 'guide.either'],
    ['prelicensed', 'hours', undefined, 'guide.supervision'],
  ] as const)('%s, %s, told the supervisor: %s → %s', (licence, need, told, fits) => {
    expect(advice({ licence, need, told }).fits).toBe(fits);
  });

  it('asks step by step and says why', async () => {
    const ben = await house.person('ben');
    let card = await expectCard(ben.does('curbside.guide'));
    for (const label of ['Pre-licensed', 'A colleague’s view on a case', 'Not yet'])
      card = await expectCard(press(ben, card, label));
    expect(words(card)).toContain('Take this case to your supervisor first');
  });
});

describe('privacy', () => {
  it('exports everything of mine as text, the anonymous question too, and nothing of others', async () => {
    const people = await group(house, ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye']);
    await ask(people.ada as Person, { question: 'How do I end a session on time?' }, 'Post anonymously');
    await ask(people.ben as Person, { question: 'Who knows a good text on grief?' });
    const mine = words(await expectCard((people.ada as Person).does('privacy.export')));
    expect(mine).toContain('How do I end a session on time?');
    expect(mine).not.toContain('grief');
  });

  it('erases drafts, records and membership, forgets the key, and leaves the post under “a former member”', async () => {
    const people = await group(house, ['ada', 'ben']);
    const ben = people.ben as Person;
    await ask(ben, { question: 'Who knows a good text on grief?' });
    const log = await expectForm(ben.does('consult.log'));
    await submit(ben, log, {
      question: 'What did we say about grief?',
      guidance: 'Go slow.',
      outsiders: 'Juno Marsh, PhD',
    });
    await house.pass(0);
    const erased = await expectCard(press(ben, await expectCard(ben.does('curbside.privacy')), 'Erase my data'));
    expect(words(erased)).toContain('Your data here is erased');
    const left = await stored(house.store, house.scope);
    expect(left.filter(({ doc }) => JSON.stringify(doc).includes(ben.who))).toEqual([]);
    expect(await house.vault.reveal(ben.who)).toBeNull();
    const again = await house.person('ben');
    expect(again.who).not.toBe(ben.who);
    expect(JSON.stringify(left.filter(({ kind }) => kind === 'consultation'))).toContain('"former"');
  });

  it('asks the only owner to name another first', async () => {
    const people = await group(house, ['ada', 'ben']);
    const answer = await (people.ada as Person).does('privacy.erase');
    expect(answer.is === 'refused' && words(answer.view)).toContain('Name another owner');
  });
});

describe('the place', () => {
  it('story 10: a deleted thread: reminders stop, the text is purged, the record stays, nothing comes back', async () => {
    const { ada } = (await group(house, ['ada'])) as { ada: Person };
    const own = await ask(ada, { question: 'How do I end a session on time?' });
    await house.pass(0);
    const form = await expectForm(press(ada, own, 'Close and write the record'));
    await submit(ada, form, { guidance: 'Announce it.', outsiders: 'Juno Marsh, PhD' });
    const line = house.messages[0];
    await house.core.happened({
      eventId: 'gone',
      scope: house.scope,
      who: ada.who,
      command: 'platform.threadGone',
      input: { under: line?.ref ?? '' },
      channel: 'C1',
      manages: false,
      zone: null,
      locale: 'en',
    });
    const before = house.calls.length;
    await house.pass(30 * 60 * 60_000);
    expect(house.calls.slice(before)).toEqual([{ op: 'edit', ref: line?.ref }]);
    expect(words(line?.view as Card)).toContain('Taken down');
    const kept = await stored(house.store, house.scope);
    expect(JSON.stringify(kept)).not.toContain('How do I end');
    expect(words(await expectCard(ada.does('consult.records')))).toContain('How do I end a session on time?');
  });

  it('whoever leaves a channel is out of its group, and of no other', async () => {
    const { ada, ben } = (await group(house, ['ada', 'ben'])) as { ada: Person; ben: Person };
    const leaves = (channel: string) =>
      house.core.happened({
        eventId: `left ${channel}`,
        scope: house.scope,
        who: ben.who,
        command: 'platform.personLeft',
        input: {},
        channel,
        manages: false,
        zone: null,
        locale: 'en',
      });
    const members = async () =>
      (await stored(house.store, house.scope))
        .filter(({ kind }) => kind === 'member')
        .map(({ doc }) => JSON.stringify(doc));
    await leaves('C9');
    expect((await members()).some((m) => m.includes(ben.who))).toBe(true);
    await leaves('C1');
    expect((await members()).some((m) => m.includes(ben.who))).toBe(false);
    expect((await members()).some((m) => m.includes(ada.who))).toBe(true);
    expect((await ben.does('consult.ask')).is).toBe('refused');
  });

  it('an invitation to its channel brings a group back from a removal there, and not from one of the whole app', async () => {
    const { ada } = (await group(house, ['ada'])) as { ada: Person };
    const happens = (command: string, input: Record<string, string> = {}) =>
      house.core.happened({
        eventId: `${command} ${Object.values(input)}`,
        scope: house.scope,
        who: ada.who,
        command,
        input,
        channel: 'C1',
        manages: false,
        zone: null,
        locale: 'en',
      });
    const gone = async () =>
      (await stored(house.store, house.scope)).flatMap(({ kind, doc }) =>
        kind === 'group' ? [(doc as Group).gone] : [],
      );
    await happens('platform.channelGone', { why: 'removed' });
    expect(await gone()).toEqual(['removed']);
    await happens('platform.channelBack');
    expect(await gone()).toEqual([null]);
    await happens('platform.uninstalled');
    await house.pass(1);
    await happens('platform.channelBack', { again: '1' });
    await happens('platform.channelGone', { why: 'archived' });
    expect(await gone()).toEqual(['uninstalled']);
  });

  it('story 24: removed and added again: nothing posts itself, the agreement is asked again, records can be claimed', async () => {
    const { ada } = (await group(house, ['ada'])) as { ada: Person };
    await submit(ada, await expectForm(ada.does('consult.log')), {
      question: 'What did we say about grief?',
      guidance: 'Go slow.',
      outsiders: 'Juno Marsh, PhD',
    });
    await ask(ada, { question: 'How do I end a session on time?' });
    const gone = {
      scope: house.scope,
      who: ada.who,
      input: {},
      channel: null,
      manages: false,
      zone: null,
      locale: 'en',
    };
    await house.core.happened({ ...gone, eventId: 'u', command: 'platform.uninstalled' });
    await house.pass(10 * 24 * 60 * 60_000);
    expect(house.messages).toHaveLength(0);
    const early = await ada.does('consult.records');
    expect(early.is === 'refused' && words(early.view)).toContain('runs /curbside setup first');
    await submit(ada, await expectForm(ada.does('curbside.setup')), {});
    const stopped = await ada.does('consult.records');
    expect(stopped.is === 'refused' && button(stopped.view, 'Accept and go on').do).toBe('agreement.form');
    await submit(ada, await expectForm(ada.does('agreement.form', { group: await groupId(ada) })), {
      credential: 'LMFT',
      licensed: 'yes',
    });
    await house.pass(40 * 24 * 60 * 60_000);
    expect(words(await expectCard(ada.does('consult.records')))).toContain('What did we say about grief?');
  });

  it('story 21: somebody leaves: no member any more, nothing is sent to them, what they posted by name stays', async () => {
    const people = await group(house, ['ada', 'ben']);
    const ben = people.ben as Person;
    const log = await expectForm(ben.does('consult.log'));
    await submit(ben, log, {
      question: 'What did we say about grief?',
      guidance: 'Go slow.',
      outsiders: 'Juno Marsh, PhD',
      followUp: '2026-03-10',
    });
    await ask(ben, { question: 'Who knows a good text on grief?' });
    await house.pass(0);
    const left = {
      scope: house.scope,
      who: ben.who,
      input: {},
      channel: null,
      manages: false,
      zone: null,
      locale: 'en',
    };
    await house.core.happened({ ...left, eventId: 'l', command: 'platform.personLeft' });
    await house.pass(10 * 24 * 60 * 60_000);
    expect(house.messages.filter((m) => m.place.is === 'direct')).toEqual([]);
    const members = (await stored(house.store, house.scope)).filter(({ kind }) => kind === 'member');
    expect(JSON.stringify(members)).not.toContain(ben.who);
    expect(JSON.stringify(house.messages)).toContain('Who knows a good text on grief?');
  });

  it('nobody can press what only a platform or the timer may say', async () => {
    const { ada } = (await group(house, ['ada'])) as { ada: Person };
    for (const command of [
      'platform.uninstalled',
      'platform.personLeft',
      'privacy.sweep',
      'platform.purge',
      'consult.unlink',
    ]) {
      expect((await ada.does(command, { consultation: 'x' })).is, command).toBe('refused');
    }
    expect((await ada.does('consult.ask')).is).toBe('view');
  });
});

describe('somebody of two groups', () => {
  /** Ada owns two groups, Ben is in both, and both are at home, where no channel says which group is meant. */
  async function two() {
    const people = await group(house, ['ada', 'ben'], { features: 'consultation,checkin' });
    const there = {
      ada: await house.person('ada', { manages: true, channel: 'C2' }),
      ben: await house.person('ben', { channel: 'C2' }),
    };
    await submit(there.ada, await expectForm(there.ada.does('curbside.setup')), {});
    for (const who of [there.ada, there.ben]) {
      const join = await expectForm(who.does('agreement.form', { group: await groupId(who) }));
      await submit(who, join, { credential: 'LMFT', licensed: 'yes' });
    }
    const here = { ...(people as { ada: Person; ben: Person }) };
    const ids = { first: await groupId(here.ada), second: await groupId(there.ada) };
    return {
      here,
      there,
      ids,
      ben: await house.person('ben', { channel: null }),
      ada: await house.person('ada', { channel: null, manages: true }),
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
    const ada = await house.person('ada', { manages: true, channel: 'C3' });
    const form = await expectForm(ada.does('curbside.setup'));
    await submit(ada, form, {});
    expect([ids.first, ids.second]).not.toContain(await groupId(ada));
  });

  it('is asked to join one in its channel while they are in none', async () => {
    await two();
    const answer = await (await house.person('cleo', { channel: 'C9' })).does('consult.ask');
    expect(answer.is === 'refused' && words(answer.view)).toContain('Run this in the channel of the group');
    expect(JSON.stringify(answer)).not.toContain('"C1"');
  });

  it('does not keep the core from what happens on the platform', async () => {
    const { ben, ids } = await two();
    const bot = await house.vault.refFor({ platform: 'square', id: 'bot' });
    const happens = (command: string, who = bot) =>
      house.core.happened({
        eventId: command,
        scope: house.scope,
        who,
        command,
        input: {},
        channel: null,
        manages: false,
        zone: null,
        locale: 'en',
      });
    await happens('platform.personLeft', ben.who);
    expect(await house.core.communities('square')).toEqual([house.scope]);
    expect((await channelsInUse(house.store)).get('square')).toEqual(['C1', 'C2']);
    const members = (await stored(house.store, house.scope)).filter((d) => d.kind === 'member');
    expect(members.map((m) => m.doc.id)).not.toContain(`${ids.first}.${ben.who}`);
    await happens('platform.uninstalled');
    expect(await house.core.communities('square')).toEqual([]);
    expect([...(await channelsInUse(house.store))]).toEqual([['square', []]]);
  });
});
