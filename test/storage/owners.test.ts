import { beforeEach, expect, it } from 'vitest';
import { kinds } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, draft } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, groupId } from '../fixtures/test-app.ts';

const sealed = kinds.filter((k) => k.sealed === 'owner').map((k) => k.name);

/** Somebody with a draft, a record, check-ins, and a question without a name. */
peerGroup(2, { features: 'consultation,checkin' });
beforeEach(async () => {
  for (const who of [ada, ben]) {
    const at = { group: await groupId(who) };
    await ask(who, { question: 'How do I end a session that runs over?' }, 'Post anonymously');
    await draft(who, { question: 'How do I begin with a silent group?' });
    const said = { question: 'What did we say about grief?', guidance: 'Go slow.', minutes: '20', form: 'log' };
    const when = {
      date: '2026-03-02',
      time: '14:30',
      mode: 'phone',
      topic: 'case',
      outsiders: 'Juno Marsh, PhD',
      followUp: '2026-04-01',
    };
    await expectCard(who.does('record.save', { ...at, ...said, ...when }));
    await who.does('checkin.start', { ...at, monthly: 'proqol5' });
    await who.does('checkin.answer', { ...at, value: '3' });
    await who.does('checkin.page.save', { ...at, page: '1', i1: '3' });
  }
});

it('what lies in clear beside a sealed document names nobody', async () => {
  const docs = (await stored(app.store, app.scope)).filter(({ kind }) => sealed.includes(kind));
  expect(new Set(docs.map((d) => d.kind)).size).toBeGreaterThanOrEqual(5);
  for (const { kind, doc } of docs) {
    const { box: _box, ...clear } = doc as unknown as { box: string };
    for (const { who } of [ada, ben]) expect(JSON.stringify(clear), kind).not.toContain(who);
  }
});

it('nothing that lies in clear joins sealed documents of one kind to anything of another', async () => {
  const docs = await stored(app.store, app.scope);
  for (const { kind, doc } of docs.filter((d) => sealed.includes(d.kind))) {
    const { owner } = doc as unknown as { owner: string };
    const others = docs.filter((d) => d.kind !== kind && JSON.stringify(d.doc).includes(owner));
    expect(
      others.map((d) => d.kind),
      kind,
    ).toEqual([]);
  }
});

it('nothing that names a person names a sealed document of theirs, a reminder of a record included', async () => {
  const docs = await stored(app.store, app.scope);
  const ids = docs.filter((d) => sealed.includes(d.kind)).map((d) => d.doc.id);
  const naming = docs.filter((d) => [ada, ben].some(({ who }) => JSON.stringify(d.doc).includes(who)));
  expect(naming.map((d) => d.kind)).toContain('due');
  for (const { kind, doc } of naming) {
    for (const id of ids) expect(JSON.stringify(doc), kind).not.toContain(id);
  }
});

it('the owner still finds all of it, and nobody else does', async () => {
  const mine = JSON.stringify(await ada.does('privacy.export'));
  for (const text of ['silent group', 'about grief', 'runs over']) expect(mine).toContain(text);
  const stranger = await app.person('cleo');
  expect(JSON.stringify(await stranger.does('privacy.export'))).not.toMatch(/silent group|about grief|runs over/);
});
