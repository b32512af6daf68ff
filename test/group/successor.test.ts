import { describe, expect, it } from 'vitest';
import { happens } from '../fixtures/happens.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { press, submit } from '../fixtures/steps.ts';
import { accept, expectCard, expectForm, expectView, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const day = 24 * 60 * 60_000;

peerGroup(2);

const leaves = async (person: Person, channel: string | null) => {
  await happens(app, person, 'platform.personLeft', channel);
  await app.pass(0);
};
const told = (person: Person) =>
  app.messages.flatMap((m) => (m.place.is === 'direct' && m.place.to === person.who ? [m.view] : []));
const inChannel = () => app.messages.filter((m) => m.place.is === 'channel').map((m) => words(m.view));
const owners = async () => words(await expectCard(ben.does('curbside.status'))).match(/Group owners: .*/)?.[0];

describe('an only owner who leaves the channel', () => {
  it('is asked for a successor, who hears of it; the channel reads nothing', async () => {
    await leaves(ada, 'C1');
    const [asked] = told(ada);
    if (asked === undefined) throw new Error('nobody was asked');
    expect(words(asked)).toContain('choose a colleague to take over');
    const form = await expectForm(press(ada, asked, 'Choose a new owner'));
    const again = await submit(ada, form, { owner: ada.who });
    expect(again.is === 'again' && words(again.form)).toContain('choose someone other than yourself');
    await expectCard(submit(ada, form, { owner: ben.who }));
    await app.pass(0);
    expect(told(ben).map(words).join()).toContain('can’t see drafts, records, check-ins');
    expect(await owners()).toBe(`Group owners: <${ben.who}>`);
    await app.pass(8 * day);
    expect(inChannel()).toEqual([]);
    expect((await submit(ada, form, { owner: ada.who })).is).not.toBe('view');
  });

  it('and names nobody: after a week whoever manages reads what they can and cannot see, and takes over', async () => {
    await leaves(ada, 'C1');
    await app.pass(6 * day);
    expect(inChannel()).toEqual([]);
    await app.pass(4 * day);
    expect(inChannel().join()).toMatch(/only owner has left[\s\S]*can’t see drafts, records, check-ins, or who asked/);
    const cleo = await app.person('cleo', { manages: true });
    await accept(cleo);
    expect(words(await expectView(cleo.does('curbside.home')))).toContain('only owner has left');
    expect(words(await expectView(ben.does('curbside.home')))).not.toContain('only owner has left');
    const setup = await expectForm(cleo.does('curbside.setup'));
    expect(words(setup)).toContain('can’t see drafts, records, check-ins');
    await expectView(submit(cleo, setup, {}));
    expect(await owners()).toBe(`Group owners: <${cleo.who}>`);
    expect(words(await expectView(cleo.does('curbside.home')))).not.toContain('only owner has left');
  });

  it('and comes back: the group has its owner again', async () => {
    await leaves(ada, 'C1');
    await accept(ada);
    await app.pass(10 * day);
    expect(inChannel()).toEqual([]);
  });
});

it('where the account is gone nobody is asked, and the channel reads it once quiet hours are over', async () => {
  await leaves(ada, null);
  expect(told(ada)).toEqual([]);
  await app.pass(day);
  expect(inChannel().join()).toContain('only owner has left');
});

it('whoever is to be erased names somebody first, and others cannot', async () => {
  const stopped = await ada.does('privacy.erase');
  if (stopped.is !== 'refused') throw new Error('the group lost its owner');
  expect(words(stopped.view)).toContain('Nothing was erased yet');
  const form = await expectForm(press(ada, stopped.view, 'Choose a new owner'));
  expect((await submit(ben, form, { owner: ben.who })).is).not.toBe('view');
  await expectCard(submit(ada, form, { owner: ben.who }));
  expect(words(await expectCard(ada.does('privacy.erase')))).toContain('Your data here was erased');
  expect(await owners()).toBe(`Group owners: <${ben.who}>`);
});
