import { afterEach, describe, expect, it } from 'vitest';
import { routes } from '../../src/index.ts';
import { ask, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { answer, circle, dayMs, enrol, hourMs, neverQuiet, openCircle, watch } from './steps.ts';

const seven = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye', 'gus'];
const weekMs = 7 * dayMs;

let app: TestApp;
afterEach(() => app.remove());

/** Every route that a person can reach, with all that an owner could put in to find out about somebody. */
async function asOwner(owner: Person, about: Person): Promise<Record<string, unknown>> {
  const group = await groupId(owner);
  const input = {
    group,
    person: about.who,
    owner: about.who,
    to: about.who,
    who: about.who,
    week: '2026-W10',
    month: '2026-03',
    instrument: 'proqol5',
    page: '1',
    value: '3',
    on: 'no',
    // What is typed is read, and a reference made at random reads differently each time: as a word or not, as a number or not.
    words: 'the new associate',
    text: 'Hello there, how are you?',
  };
  const said: Record<string, unknown> = {};
  const leaves = new Set(['privacy.erase', 'checkin.leave', 'setup.save']);
  for (const { name, who } of routes) {
    if (who === 'timer' || who === 'platform' || leaves.has(name)) continue;
    said[name] = await owner.does(name, input);
  }
  return said;
}

/** Ids differ from one app to the next; everything else must not. */
const comparable = (said: Record<string, unknown>, of: TestApp): string =>
  JSON.stringify(said)
    .replace(/\bid\d{4}[a-z0-9]{1,10}\b/g, 'ID')
    .replace(/\b[0-9a-f]{16}\b/g, 'ONCE')
    .replace(/\b[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}\b/g, 'CODE')
    .replace(/\bp[a-z2-7]{16}\b/g, 'WHO')
    .replace(/"search":"[a-z0-9]+"/g, 'SEARCH')
    .replaceAll(of.scope, 'SCOPE');

describe('acceptance', () => {
  it('story 15: to a supervisor who is also owner, an associate with check-ins and one without read the same', async () => {
    app = await openTestApp();
    const other = await openTestApp();
    const said: string[] = [];
    for (const [of, takesPart] of [
      [app, true],
      [other, false],
    ] as const) {
      const people = await circle(of, ['owner', 'associate']);
      const [owner, associate] = [people.owner, people.associate] as [Person, Person];
      if (takesPart) {
        await enrol(associate, { monthly: 'proqol5' });
        await answer(associate, 5);
        const form = await expectForm(associate.does('checkin.page', { group: await groupId(associate), page: '1' }));
        await submit(associate, form, { i1: '2' });
      }
      await of.pass(2 * hourMs);
      said.push(comparable(await asOwner(owner, associate), of));
    }
    expect(said[0]).toBe(said[1]);
    await other.remove();
  });

  it('story 16: three answers in a closed period make no number', async () => {
    const { people, ...opened } = await openCircle(seven);
    app = opened.app;
    await watch(app, 4 * weekMs, dayMs);
    for (const name of ['ada', 'ben', 'cleo']) {
      await enrol(people[name] as Person, { by: 'home' });
      await answer(people[name] as Person, 5);
    }
    await watch(app, 5 * weekMs, dayMs);
    const text = words(await expectCard((people.ben as Person).does('checkin.group')));
    expect(text).toContain('Not enough answers to show a summary this time.');
    expect(text).not.toMatch(/people answered|How heavy, from 1/);
  });

  it('story 17: seven answered, then the same without one: withheld, in the same words', async () => {
    app = await openTestApp({ now: Date.parse('2026-02-26T15:00:00Z') });
    const people = await circle(app, seven);
    await watch(app, 4 * weekMs, dayMs);
    for (const name of seven) await enrol(people[name] as Person, { by: 'home' });
    const once = async (names: readonly string[]) => {
      for (const [i, name] of names.entries()) await answer(people[name] as Person, 3 + (i % 2));
      await watch(app, 4 * weekMs, dayMs);
    };
    await once(seven);
    await once(seven);
    const shown = words(await expectCard((people.ben as Person).does('checkin.group')));
    expect(shown).toContain('How heavy, from 1 (light) to 5 (more than I can carry): 3.5.');
    expect(shown).toContain('6 to 9 people answered.');
    await once(seven.slice(0, 6));
    await watch(app, 2 * weekMs, dayMs);
    const after = words(await expectCard((people.ben as Person).does('checkin.group'))).split('\n');
    const newest = after.findIndex((l) => l.startsWith('Four weeks ending'));
    expect(after[newest + 1]).toBe('Not enough answers to show a summary this time.');
  });

  it('story 18: 15:00 stays 15:00 when the clocks change on Sunday', async () => {
    const { people, ...opened } = await openCircle(['owner', 'ben']);
    app = opened.app;
    await enrol(people.ben as Person);
    const arrived = await watch(app, 15 * dayMs, hourMs);
    expect(arrived.map((a) => a.at)).toEqual([
      '2026-03-05T20:00:00.000Z',
      '2026-03-12T19:00:00.000Z',
      '2026-03-19T19:00:00.000Z',
    ]);
  });

  it('story 18: with quiet hours off, 02:30 in spring comes once at the next valid time, 01:30 in autumn once at the first', async () => {
    const { people, ...opened } = await openCircle(['owner', 'ben'], neverQuiet);
    app = opened.app;
    await enrol(people.ben as Person, { day: '7', time: '02:30' });
    expect((await watch(app, 4 * dayMs)).map((a) => a.at)).toEqual(['2026-03-08T07:00:00.000Z']);
    await app.remove();
    app = await openTestApp({ now: Date.parse('2026-10-29T12:00:00Z') });
    const later = await circle(app, ['owner', 'ben'], neverQuiet);
    await enrol(later.ben as Person, { day: '7', time: '01:30' });
    expect((await watch(app, 4 * dayMs)).map((a) => a.at)).toEqual(['2026-11-01T05:30:00.000Z']);
  });

  it('story 19: on vacation nothing is asked or nagged, the thread says so only if chosen, and nothing waits on return', async () => {
    const { people, ...opened } = await openCircle(seven);
    app = opened.app;
    const ada = people.ada as Person;
    const group = await groupId(ada);
    await enrol(ada, { remind: 'yes' });
    await ask(ada, { question: 'How do I end a session that keeps running over?' });
    const form = await expectForm(ada.does('consult.log'));
    await submit(ada, form, {
      question: 'How do I end a session that keeps running over?',
      guidance: 'Set a timer.',
      outsiders: 'Juno Marsh, PhD',
      minutes: '20',
      mode: 'phone',
      followUp: '2026-03-13',
    });
    await app.pass(0);
    const before = app.messages.length;
    const away = await expectForm(ada.does('curbside.away', { group }));
    await expectCard(submit(ada, away, { from: '2026-03-05', until: '2026-03-20', tell: 'no' }));
    expect(await watch(app, 14 * dayMs, hourMs)).toEqual([]);
    const more = app.messages.slice(before).map((m) => words(m.view));
    expect(more.join('\n')).not.toMatch(/may reply later|check-in/i);
    await app.pass(dayMs);
    const home = words(await expectCard(ada.does('checkin.mine', { group })));
    expect(home).not.toMatch(/missed|skipped|overdue/i);
    expect(home).toContain('Mar 26');
    expect(home).not.toContain('Paused');
    await expectCard(submit(ada, away, { from: '2026-03-20', until: '2026-03-30', tell: 'yes' }));
    await app.pass(0);
    const said = app.messages.at(-1);
    expect(said?.place.is).toBe('thread');
    expect(said && words(said.view)).toBe('The person who asked may reply later.');
  });

  it('story 25: words of not wanting to go on show lines at once, keep nothing, alert nobody, and offer a peer', async () => {
    const { people, ...opened } = await openCircle(['owner', 'ben', 'cleo']);
    app = opened.app;
    const [ben, cleo] = [people.ben, people.cleo] as [Person, Person];
    await expectCard(cleo.does('coffee.agree', { group: await groupId(cleo), on: 'yes' }));
    const american = await app.person('ben', { locale: 'en-US' });
    const text = 'I don’t want to go on like this';
    const card = await expectCard(american.does('checkin.now', { words: text }));
    expect(words(card)).toContain('please reach a person now');
    expect(words(card)).toContain('988 Suicide & Crisis Lifeline');
    expect(words(card)).toContain('Your local emergency number: 911 (United States)');
    await app.pass(weekMs);
    expect(app.messages).toEqual([]);
    expect(JSON.stringify(card)).not.toContain('go on like this');
    expect(await app.disk()).not.toContain('go on like this');
    expect(app.logged.join('\n')).not.toMatch(/go on like this|crisis/);
    const list = await expectCard(press(ben, card, 'Write to someone I choose'));
    const form = await expectForm(ben.does(button(list, 'Write').do, { ...button(list, 'Write').with }));
    expect(form.with.to).toBe(cleo.who);
    const preview = await expectCard(submit(ben, form, { text: 'I want to die. Can we talk?' }));
    expect(words(preview)).toContain('please reach a person now');
    expect(buttons(preview).map((b) => b.do)).toContain('coffee.send');
    await app.pass(0);
    expect(app.messages).toEqual([]);
  });
});
