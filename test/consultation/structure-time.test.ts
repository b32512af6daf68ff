import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sessions } from '../../src/features/consultation/templates/session.ts';
import { happens } from '../fixtures/happens.ts';
import { openGroup } from '../fixtures/prepared.ts';
import { press } from '../fixtures/steps.ts';
import { expectCard, expectView, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { begin, cast, next, shippedTemplate, stepNow, titleOf } from './structure-steps.ts';

type Six = Record<'ada' | 'ben' | 'cleo' | 'dan' | 'eve' | 'fay', Person>;
const hour = 3_600_000;
const minute = 60_000;
let app: TestApp;
let people: Six;
// Thursday 5 March 2026, 14:00 in New York; quiet from 18:00 to 08:30 and on weekends.
beforeEach(async () => {
  const opened = await openGroup(['ada', 'ben', 'cleo', 'dan', 'eve', 'fay'], { features: 'consultation,checkin' });
  [app, people] = [opened.app, opened.people as Six];
});
afterEach(() => app.remove());

const at = () => titleOf(stepNow(app)).slice(0, 'Step 1'.length);
const session = async (id: string) => app.store.read(app.scope, (read) => read.get(Sessions, id));

describe('the time of a step', () => {
  it('live, is its minutes; each goes on by itself, whatever the hour, and the last one ends the session', async () => {
    await app.pass(3.9 * hour);
    await begin(app, people.ada, shippedTemplate('case_presentation'), { pace: 'minutes' });
    await app.pass(9 * minute);
    expect(at()).toBe('Step 1');
    for (const [i, minutes] of [1, 5, 15, 5].entries()) {
      await app.pass(minutes * minute);
      expect(at()).toBe(`Step ${i + 2}`);
    }
    await app.pass(5 * minute);
    expect(() => stepNow(app)).toThrow();
  });

  it('over days, is the group’s hours, and never ends in quiet hours', async () => {
    await begin(app, people.ada, shippedTemplate('case_presentation'));
    await app.pass(23 * hour);
    expect(at()).toBe('Step 1');
    await app.pass(hour);
    expect(at()).toBe('Step 2');
    // Saturday afternoon is quiet: Monday 08:30 it is.
    await app.pass(24 * hour);
    expect(at()).toBe('Step 2');
    // The clocks go forward on Sunday.
    await app.pass(41 * hour);
    expect(at()).toBe('Step 2');
    await app.pass(0.5 * hour);
    expect(at()).toBe('Step 3');
  });

  it('after the machine slept through a live session, one step goes on, in open hours, with all its time', async () => {
    await begin(app, people.ada, shippedTemplate('case_presentation'), { pace: 'minutes' });
    await app.pass(10 * hour);
    expect(at()).toBe('Step 1');
    await app.pass(8.5 * hour);
    expect(at()).toBe('Step 2');
    await app.pass(4 * minute);
    expect(at()).toBe('Step 2');
  });

  it('can be made longer by whoever leads, and by nobody else', async () => {
    const { ada, ben } = people;
    await begin(app, ada, shippedTemplate('case_presentation'), { pace: 'minutes' });
    expect((await press(ben, stepNow(app), 'More time')).is).toBe('refused');
    await expectCard(press(ada, stepNow(app), 'More time'));
    await app.pass(19 * minute);
    expect(at()).toBe('Step 1');
    await app.pass(minute);
    expect(at()).toBe('Step 2');
  });

  it('ends when somebody without a name says so, whatever they asked for before', async () => {
    const { ada } = people;
    await begin(app, ada, shippedTemplate('dilemma_seven'), { how: 'Post anonymously' });
    await expectCard(press(ada, stepNow(app), 'More time'));
    await app.pass(minute / 2);
    await expectCard(next(app, ada));
    await app.pass(5 * minute);
    expect(at()).toBe('Step 2');
  });

  it('somebody without a name finds out at home, and nobody else does, that their press came to nothing', async () => {
    const { ada, ben } = people;
    const dilemma = shippedTemplate('dilemma_seven');
    const home = async (who: Person) => words(await expectView(who.does('curbside.home')));
    const consultation = await begin(app, ada, dilemma, { how: 'Post anonymously' });
    await expectCard(next(app, ada));
    const line = { group: await groupId(ada), consultation, of: 'stepSoon' };
    expect(words(await expectCard(ada.does('consult.said', line)))).toContain('[Cancel]');
    await happens(app, ada, 'platform.channelGone', 'C1', { why: 'archived' });
    await app.pass(5 * minute);
    expect(at()).toBe('Step 1');
    expect(await home(ada)).toContain('Next step Not posted: the channel couldn’t take messages then.');
    expect(words(await expectCard(ada.does('consult.said', line)))).toContain('Not posted: the channel');
    expect(await home(ben)).not.toContain('Not posted');
    await happens(app, ada, 'platform.channelBack', 'C1');
    await expectCard(next(app, ada));
    expect(await home(ada), 'a new press takes its place').not.toContain('Not posted');
    await app.pass(5 * minute);
    expect(at()).toBe('Step 2');

    await expectCard(next(app, ada));
    await expectCard(ben.does('consult.flag', { group: await groupId(ben), consultation }));
    await app.pass(5 * minute);
    expect(at()).toBe('Step 2');
    const own = await expectCard(ada.does('consult.show', { group: await groupId(ada), consultation }));
    expect(words(own)).toContain('Next step Not posted: the text was hidden first.');
    expect(JSON.stringify(await press(ada, own, 'Dismiss'))).toContain('soon.seenDone');
    expect(await home(ada)).not.toContain('Not posted');
  });

  it('more time that is asked for without a name, and too late, is told to whoever asked', async () => {
    const { ada } = people;
    const id = await begin(app, ada, shippedTemplate('dilemma_seven'), { how: 'Post anonymously' });
    await app.pass(((await session(id))?.until ?? 0) - app.now() - minute / 2);
    await expectCard(press(ada, stepNow(app), 'More time'));
    await app.pass(5 * minute);
    expect(at()).toBe('Step 2');
    expect(words(await expectView(ada.does('curbside.home')))).toContain('No time was added: the step was over first.');
  });

  it('does not run while the text is hidden or once the question is closed', async () => {
    const { ada, ben } = people;
    const consultation = await begin(app, ada, shippedTemplate('case_presentation'), { pace: 'minutes' });
    await expectCard(ben.does('consult.flag', { group: await groupId(ben), consultation }));
    await app.pass(12 * minute);
    expect(at()).toBe('Step 1');
    await expectCard(ada.does('consult.close', { group: await groupId(ada), consultation }));
    await app.pass(20 * minute);
    expect(() => stepNow(app)).toThrow();
    expect((await session(consultation))?.state).toBe('ended');
  });
});

describe('somebody who is away, or leaves', () => {
  it('a step over days waits for whoever has the turn, and goes on without them after two weeks', async () => {
    const { ada } = people;
    const consultation = await begin(app, ada, shippedTemplate('case_presentation'));
    await expectCard(
      ada.does('curbside.away.save', { group: await groupId(ada), from: '3/6/2026', until: '3/11/2026' }),
    );
    await app.pass(24 * hour);
    expect(at()).toBe('Step 1');
    await app.pass(4 * 24 * hour);
    expect(at()).toBe('Step 1');
    await app.pass(24 * hour);
    expect(at()).toBe('Step 2');
    expect((await session(consultation))?.state).toBe('running');
  });

  it('the person who presents leaves: the session ends and says so', async () => {
    const { ada } = people;
    const consultation = await begin(app, ada, shippedTemplate('case_presentation'));
    await happens(app, ada, 'platform.personLeft');
    await app.pass(0);
    expect((await session(consultation))?.state).toBe('ended');
    expect(app.messages.some(({ view }) => words(view).includes('has left the group'))).toBe(true);
  });

  it('whoever has a part leaves: the part is open again, a colleague takes it, and nobody waits meanwhile', async () => {
    const { ada, ben, cleo } = people;
    await begin(app, ada, shippedTemplate('balint'));
    await cast(app, [ben]);
    await expectCard(next(app, ben));
    await app.pass(0);
    await happens(app, ben, 'platform.personLeft');
    await app.pass(0);
    expect(words(stepNow(app))).toContain('Leader: Open');
    expect((await next(app, ada)).is).toBe('refused');
    await cast(app, [cleo]);
    await expectCard(next(app, cleo));
    await app.pass(0);
    expect(at()).toBe('Step 3');
  });

  it('a part that nobody takes holds the session, which says so, until somebody does', async () => {
    const { ada, ben } = people;
    await begin(app, ada, shippedTemplate('balint'), { pace: 'minutes' });
    await app.pass(7 * minute);
    expect(words(stepNow(app))).toContain('once someone takes the open parts');
    await cast(app, [ben]);
    expect(words(stepNow(app))).not.toContain('once someone takes the open parts');
    await app.pass(7 * minute);
    expect(at()).toBe('Step 2');
  });

  it('one part a person, none for the person who presents, none twice', async () => {
    const { ada, ben, cleo } = people;
    await begin(app, ada, shippedTemplate('intervision'));
    const parts = buttons(stepNow(app)).filter((a) => a.do === 'step.part');
    expect(parts).toHaveLength(3);
    const take = (who: Person, i: number) => who.does('step.part', { ...parts[i]?.with });
    expect((await take(ada, 0)).is).toBe('refused');
    expect((await take(ben, 0)).is).toBe('view');
    expect((await take(ben, 1)).is).toBe('refused');
    expect((await take(cleo, 0)).is).toBe('refused');
    expect((await next(app, ada)).is).toBe('refused');
  });
});

it('two presses end one step, and a button of a step that is over says so', async () => {
  const { ada } = people;
  await begin(app, ada, shippedTemplate('case_presentation'));
  const first = buttons(stepNow(app)).find((a) => a.do === 'step.next');
  await Promise.all([ada.does('step.next', { ...first?.with }), ada.does('step.next', { ...first?.with })]);
  await app.pass(0);
  expect(at()).toBe('Step 2');
  expect(words(await expectCard(ada.does('step.next', { ...first?.with })))).toContain('already ended');
});

it.each(['case_presentation', 'intervision', 'dilemma_seven'])('%s goes on after a restart in any step', async (id) => {
  const template = shippedTemplate(id);
  let { ada, ben, cleo, dan } = people;
  await begin(app, ada, template);
  await cast(app, [ben, cleo, dan]);
  for (const [i] of template.steps.entries()) {
    expect(titleOf(stepNow(app))).toContain(`Step ${i + 1} of ${template.steps.length}`);
    await app.close();
    app = await openTestApp({ folder: app.folder, now: app.now(), before: app });
    [ada, ben, cleo, dan] = (await Promise.all(['ada', 'ben', 'cleo', 'dan'].map((name) => app.person(name)))) as [
      Person,
      Person,
      Person,
      Person,
    ];
    if (i % 2 === 0) await app.pass(168 * hour);
    else {
      const step = template.steps[i];
      await expectCard(next(app, step?.turn === 'presenter' || template.parts.length === 0 ? ada : ben));
      await app.pass(0);
    }
  }
  expect(() => stepNow(app)).toThrow();
});
