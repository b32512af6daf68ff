import { cp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generationsOf } from '../../adapters/lowdb/journal/file-names.ts';
import { Enrolments, Pulses, Results, Runs } from '../../src/features/checkin/model.ts';
import { submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { answer, dayMs, enrol, hourMs, openCircle, watch } from './steps.ts';

const sealed = [Enrolments, Pulses, Results, Runs].map((k) => k.name);

let app: TestApp;
let owner: Person;
let ben: Person;
let group: string;

beforeEach(async () => {
  const { people, ...opened } = await openCircle(['owner', 'ben', 'cleo', 'dina', 'emil', 'faye']);
  app = opened.app;
  [owner, ben] = [people.owner, people.ben] as [Person, Person];
  group = await groupId(ben);
  await enrol(ben, { monthly: 'proqol5', remind: 'yes' });
  await app.pass(2 * hourMs);
  await answer(ben, 5);
  const form = await expectForm(ben.does('checkin.page', { group, page: '1' }));
  await expectForm(submit(ben, form, { i1: '2' }));
  await ben.does('checkin.finish', { group });
  await expectForm(submit(ben, form, { i1: '2' }));
});
afterEach(() => app.remove());

describe('what check-ins keep', () => {
  it('answers, scores and enrolment lie sealed: their envelope holds dates and a token, and no answer', async () => {
    const docs = (await stored(app.store, app.scope)).filter(({ kind }) => sealed.includes(kind));
    expect(new Set(docs.map((d) => d.kind))).toEqual(new Set(sealed));
    for (const { kind, doc } of docs) {
      expect(Object.keys(doc).sort(), kind).toEqual(['box', 'id', 'keys', 'owner']);
      const { keys } = doc as unknown as { keys: Record<string, string> };
      expect(
        Object.keys(keys).every((k) => ['owner', 'until', 'period'].includes(k)),
        kind,
      ).toBe(true);
      const others = await app.vault.identity(owner.who);
      expect(() => others?.open(`${kind}/${doc.id}`, (doc as unknown as { box: string }).box)).toThrow();
    }
  });

  it('no answer or score stands in anything that is not sealed: events, outbox, jobs, messages, logs', async () => {
    const open = (await stored(app.store, app.scope)).filter(({ kind }) => !sealed.includes(kind));
    for (const { kind, doc } of open) {
      const text = JSON.stringify(doc);
      if (!text.includes(ben.who) && kind !== 'event') continue;
      expect(text, kind).not.toMatch(/"(value|answers|scores|help|level)":/);
    }
    expect(app.logged.join('\n')).not.toMatch(/checkin\.(answer|start|after)|proqol|value/);
    expect(app.logged.join('\n')).not.toContain(ben.who);
  });

  it('a direct message holds the question and its buttons, never an answer', () => {
    const direct = app.messages.filter((m) => m.place.is === 'direct');
    expect(direct).toHaveLength(1);
    expect(JSON.stringify(direct)).not.toMatch(/checkin\.(answered|compared|score|chart)/);
  });

  it('a few days later nothing says that a question was sent', async () => {
    await ben.does('checkin.schedule.save', {
      group,
      day: '4',
      time: '15:00',
      zone: 'UTC',
      by: 'home',
      keepDays: '180',
    });
    await watch(app, 9 * dayMs, 6 * hourMs);
    const open = (await stored(app.store, app.scope)).filter(({ kind }) => ['outbox', 'due'].includes(kind));
    expect(open.filter(({ doc }) => JSON.stringify(doc).includes(ben.who))).toEqual([]);
    expect(app.messages.filter((m) => m.place.is === 'direct')).toEqual([]);
  });

  it('an owner’s export, status, privacy page and coffee list are the same whether or not somebody takes part, pauses or stops', async () => {
    await expectCard(ben.does('coffee.agree', { group, on: 'yes' }));
    const pages = [
      'privacy.export',
      'curbside.privacy',
      'curbside.status',
      'checkin.group',
      'curbside.home',
      'coffee.list',
      'experts.find',
    ];
    const read = async () => {
      const all: string[] = [];
      for (const page of pages) all.push(JSON.stringify(await owner.does(page)));
      return all;
    };
    const before = await read();
    expect(before.join()).toContain(ben.who);
    await ben.does('checkin.pause', { group });
    await app.pass(0);
    expect(await read()).toEqual(before);
    await ben.does('checkin.leave', { group });
    await app.pass(0);
    expect(await read()).toEqual(before);
  });

  it('one’s own export holds all of it: how it is set, answers, what was hidden, half answered questions, the coffee list', async () => {
    await expectCard(ben.does('checkin.hide', { group, week: '2026-W10', on: 'yes' }));
    await expectCard(ben.does('checkin.away.save', { group, from: '2026-04-01', until: '2026-04-08' }));
    await expectCard(ben.does('coffee.agree', { group, on: 'yes' }));
    const text = words(await expectCard(ben.does('privacy.export')));
    for (const part of [
      'Direct message',
      'Thursday',
      '15:00',
      'Eastern time (New York)',
      '180 days',
      'ProQOL 5',
      'April 8, 2026',
      '5 More than I can carry · Hidden',
      'I am happy.: Rarely',
      'Colleagues may invite me for coffee',
    ])
      expect(text).toContain(part);
    expect(words(await expectCard(owner.does('privacy.export')))).not.toMatch(/Rarely|More than I can carry/);
  });

  it('erasing forgets everything: nothing opens any more, and nothing is asked', async () => {
    await expectCard(ben.does('coffee.agree', { group, on: 'yes' }));
    await expectCard(ben.does('privacy.erase'));
    expect((await stored(app.store, app.scope)).filter(({ kind }) => kind === 'coffee')).toEqual([]);
    expect(await app.vault.identity(ben.who)).toBeNull();
    const left = (await stored(app.store, app.scope)).filter(({ kind }) => sealed.includes(kind));
    expect(left).toEqual([]);
    expect(await watch(app, 9 * dayMs, 6 * hourMs)).toEqual([]);
  });

  it('erasing reaches backups of the store: beside the vault of today an old copy opens for nobody it erased', async () => {
    await enrol(owner);
    await answer(owner, 2);
    const pulses = (await stored(app.store, app.scope)).filter(({ kind }) => kind === Pulses.name);
    const [backup, live] = [join(app.folder, 'backup'), join(app.folder, 'store')];
    await app.close();
    await cp(live, backup, { recursive: true });
    app = await openTestApp({ folder: app.folder, now: app.now() });
    const again = await app.person('ben');
    expect(words(await expectCard(again.does('checkin.history')))).toContain('5 More than I can carry');
    await expectCard(again.does('privacy.erase'));
    await app.close();
    await rm(live, { recursive: true });
    await rename(backup, live);
    app = await openTestApp({ folder: app.folder, now: app.now() });
    const restored = (await stored(app.store, app.scope)).filter(({ kind }) => kind === Pulses.name);
    expect(restored.map(({ doc }) => doc.id).sort()).toEqual(pulses.map(({ doc }) => doc.id).sort());
    expect(await app.vault.identity(ben.who)).toBeNull();
    const theirs = await app.vault.identity(owner.who);
    const opened = (restored as unknown as { doc: { id: string; box: string } }[]).flatMap(({ doc }) => {
      try {
        return [theirs?.open(`${Pulses.name}/${doc.id}`, doc.box) ?? ''];
      } catch {
        return [];
      }
    });
    expect(restored).toHaveLength(2);
    expect(opened).toEqual([expect.stringContaining('"value":2')]);
  });

  it('deleting, discarding and stopping rewrite the store’s files at once', async () => {
    const files = async () => generationsOf('store', await readdir(join(app.folder, 'store'))).journals.join();
    const deeds: [string, Record<string, string>][] = [
      ['checkin.discard', { group }],
      ['checkin.delete', { group, week: '2026-W10' }],
      ['checkin.leave', { group }],
    ];
    const form = await expectForm(ben.does('checkin.page', { group, page: '1' }));
    await expectForm(submit(ben, form, { i1: '2' }));
    for (const [route, input] of deeds) {
      const before = await files();
      await expectCard(ben.does(route, input));
      expect(await files(), route).not.toBe(before);
    }
  });

  it('when the bot is removed and added again, opt-ins start off and one’s own answers can be had for 30 days', async () => {
    const event = {
      eventId: 'gone',
      scope: app.scope,
      who: owner.who,
      command: 'platform.uninstalled',
      input: {},
      channel: null,
      manages: true,
      zone: null,
      locale: 'en',
    };
    await app.core.happened(event);
    expect(await watch(app, 9 * dayMs, 6 * hourMs)).toEqual([]);
    expect(words(await expectCard(ben.does('privacy.export')))).toContain('5 More than I can carry');
    await app.pass(31 * dayMs);
    expect((await stored(app.store, app.scope)).filter(({ kind }) => kind.startsWith('checkin'))).toEqual([]);
  });
});
