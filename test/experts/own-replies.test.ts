import { afterEach, beforeEach, expect, it } from 'vitest';
import { happens } from '../fixtures/happens.ts';
import { ask, consultationOf, press, recordOf, submit } from '../fixtures/steps.ts';
import { accept, expectCard, expectForm, groupId, type Person } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { addOn, agree, lists, minute, type TwoGroups, twoGroups } from './two-groups.ts';

const text = 'Ask what a slow session would look like.';
const broken = { ok: false, why: 'unknown', problem: null, detail: 'broken' } as const;
const refused = { ok: false, why: 'rejected', problem: 'tooLong', detail: 'code' } as const;

let two: TwoGroups;
beforeEach(async () => {
  two = await twoGroups();
  await two.bothAgree();
  await lists(two.vic);
});
afterEach(() => two.app.remove());

const replies = async (who: Person) => expectCard(who.does('experts.replies'));

it('an expert takes their reply down also when the question is closed, and when the turn is no longer kept', async () => {
  const { app, ada, uma, vic, here } = two;
  const below = await two.answered(text);
  await app.pass(0);
  expect(two.inChannels()).toContain(text);
  const own = await expectCard(ada.does('consult.mine'));
  await ada.does('consult.close', { ...here, consultation: consultationOf(own) });
  const late = await press(vic, two.lastLetter(vic), 'Open question');
  if (late.is !== 'refused') throw new Error('expected that it is not there');
  const list = await expectCard(press(vic, late.view, 'Your replies to other groups'));
  expect(words(list)).toContain(text);
  expect(words(list)).not.toContain('too fast');
  const { reply = '' } = button(list, 'Take down').with;
  for (const who of [uma, ada])
    expect((await who.does('experts.reply.remove', { reply, group: await groupId(who) })).is).toBe('refused');
  await app.pass(60 * 24 * 60 * minute);
  expect(words(await expectCard(vic.does('experts.find')))).toContain('[Your replies to other groups]');
  expect(JSON.stringify(await press(vic, below, 'Take down'))).toContain('experts.reply.removed');
  await app.pass(0);
  expect(two.inChannels()).not.toContain(text);
  expect(words(await replies(vic))).toContain('You have no replies in other groups.');
  expect(words(await expectCard(vic.does('experts.find')))).not.toContain('Your replies to other groups');
});

it('a reply that is not posted is told to the expert, who finds it in their own group', async () => {
  const { app, vic, here } = two;
  await two.answered(text);
  app.answers.push(refused);
  await app.pass(0);
  const letter = two.lastLetter(vic);
  expect(words(letter)).toContain('Your reply to another group was not posted.');
  expect(JSON.stringify(letter)).not.toContain(here.group);
  expect(words(await expectCard(press(vic, letter, 'Your replies to other groups')))).toContain('Not posted');
});

it('one that may be there is not said to be taken down', async () => {
  const { app, vic } = two;
  await two.answered(text);
  app.answers.push(broken);
  await app.pass(0);
  expect(two.letters(vic).join('\n')).toContain('we can’t tell whether it’s in the thread');
  const said = JSON.stringify(await press(vic, await replies(vic), 'Take down'));
  expect(said).toContain('experts.reply.maybeThere');
  expect(said).not.toContain('experts.reply.removed');
});

it('while the channel of the other group takes no messages, none is said to be taken down', async () => {
  const { app, olga, vic } = two;
  await two.answered(text);
  await app.pass(0);
  await happens(app, olga, 'platform.channelGone', 'C1', { why: 'archived' });
  const said = JSON.stringify(await press(vic, await replies(vic), 'Take down'));
  expect(said).toContain('experts.reply.goesLater');
  expect(said).not.toContain('experts.reply.removed');
});

it('the same form sent again posts nothing twice, loses no other text, and says nothing of what was taken down', async () => {
  const { app, vic } = two;
  await two.asked();
  const card = await expectCard(press(vic, two.lastLetter(vic), 'Yes, I’ll reply'));
  const form = await expectForm(press(vic, card, 'Reply'));
  for (const typed of [text, text, 'Or begin with the body.']) await expectCard(submit(vic, form, { text: typed }));
  await app.pass(0);
  expect(two.inChannels().split(text)).toHaveLength(2);
  expect(two.inChannels()).toContain('Or begin with the body.');
  const list = await replies(vic);
  const first = buttons(list).filter(({ do: what }) => what === 'experts.reply.remove');
  for (const { do: what, with: values } of first) await expectCard(vic.does(what, { ...values }));
  expect((await submit(vic, form, { text })).is).toBe('refused');
});

it('nothing is posted, and nothing typed is lost, while the channel of the other group takes no messages', async () => {
  const { app, olga, vic } = two;
  await two.asked();
  const card = await expectCard(press(vic, two.lastLetter(vic), 'Yes, I’ll reply'));
  const form = await expectForm(press(vic, card, 'Reply'));
  await happens(app, olga, 'platform.channelGone', 'C1', { why: 'archived' });
  const again = await submit(vic, form, { text });
  expect(again.is === 'again' && again.form.fields[0]?.value).toBe(text);
  expect(JSON.stringify(await press(vic, card, 'Reply'))).toContain('refusal.closedElsewhere');
  await happens(app, olga, 'platform.channelBack', 'C1');
  await expectCard(submit(vic, form, { text }));
  await app.pass(0);
  expect(two.inChannels()).toContain(text);
});

it('a yes that an agreement does not allow any more is none: the next colleague is asked', async () => {
  const { app, olga, ada, eve, vic, there, here } = two;
  const own = await ask(ada, two.about);
  await app.pass(minute);
  await ada.does('experts.ask', { ...here, consultation: consultationOf(own), wanted: 'trauma', beyond: 'yes' });
  await app.pass(0);
  const letter = two.lastLetter(vic);
  await lists(eve);
  await agree(olga, [ada, eve], '');
  expect(words(await expectCard(press(vic, letter, 'Yes, I’ll reply')))).toContain(
    'This request is no longer waiting for you.',
  );
  await app.pass(0);
  expect(two.letters(ada)).toEqual([]);
  expect(two.letters(eve)).toHaveLength(1);
  expect((await vic.does('experts.case', { ...there, turn: button(letter, 'Not now').with.turn ?? '' })).is).toBe(
    'refused',
  );
});

it('somebody listed in two other groups is asked once', async () => {
  const { app, ada, here, vic } = two;
  const wes = await app.person('wes', { manages: true, channel: 'C3' });
  await submit(wes, await expectForm(wes.does('curbside.setup')), {});
  const third = await app.person('vic', { channel: 'C3' });
  for (const who of [wes, third]) await accept(who);
  await agree(wes, [third], addOn);
  await lists(third);
  const own = await ask(ada, two.about);
  await app.pass(minute);
  await ada.does('experts.ask', { ...here, consultation: consultationOf(own), wanted: 'trauma', beyond: 'yes' });
  await app.pass(0);
  const turn = button(two.lastLetter(vic), 'Not now').with;
  const asked = turn.group === two.there.group ? vic : third;
  // Of their two entries the other one is left.
  await lists(asked, { beyond: 'no' });
  await asked.does('experts.no', { ...turn });
  await app.pass(60 * minute);
  expect(two.letters(vic)).toHaveLength(1);
});

it('of a group that somebody is in besides, a record tells nothing', async () => {
  const { ada, vic, here } = two;
  const form = await expectForm(ada.does('consult.log', here));
  const typed = {
    question: 'How do I slow down?',
    guidance: 'Name it.',
    decision: 'I name it.',
    rationale: 'It helps.',
  };
  const values = { ...typed, minutes: '30', date: '2026-03-04', advisers: vic.who };
  const record = words(await recordOf(ada, submit(ada, form, values)));
  expect(record).toContain(`<${vic.who}>`);
  expect(record).not.toContain('LMFT');
});

it('an expert who joined the group and left their own is named with the credential they have there', async () => {
  const { app, ada, here, vic } = two;
  await two.answered(text);
  await app.pass(0);
  const own = consultationOf(await expectCard(ada.does('consult.mine')));
  const form = async () => expectForm(ada.does('record.form', { ...here, consultation: own }));
  const guidance = async () => (await form()).fields.find(({ name }) => name === 'guidance')?.value;
  const vicHere = await app.person('vic', { channel: 'C1' });
  const stopped = await vicHere.does('consult.list', here);
  if (stopped.is !== 'refused') throw new Error('expected the agreement');
  const join = await expectForm(press(vicHere, stopped.view, 'Accept and continue'));
  await submit(vicHere, join, { credential: 'LCSW', licensed: 'yes' });
  expect(await guidance()).toContain('(LMFT)');
  await happens(app, vic, 'platform.personLeft', 'C2');
  expect(await guidance()).toContain('(LCSW)');
});
