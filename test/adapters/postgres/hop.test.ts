import { expect, it } from 'vitest';
import { carried } from '../../../adapters/node/carried.ts';
import type { Card } from '../../../src/index.ts';
import { foundInFiles } from '../../fixtures/database/files.ts';
import { ask, attest, draft, press, submit } from '../../fixtures/steps.ts';
import { expectCard, expectForm, group, openTestApp, type Person } from '../../fixtures/test-app.ts';
import { button, words } from '../../fixtures/view-text.ts';
import { paired } from '../../supervision/steps.ts';

const typed = 'Help with Maria Gonzalvez, 34, who stopped coming to sessions';

it('a draft is typed on one instance, previewed on a second and posted by a third, and no database can open it', async () => {
  const a = await openTestApp({ on: 'database' });
  const { ada } = (await group(a, ['ada', 'ben'])) as { ada: Person };
  const preview = await draft(ada, { question: typed });
  const key = carried(button(preview, 'Edit').with.draft ?? '')?.key ?? '';
  expect(key).not.toBe('');

  // What is stored, as long as it is there, and what was ever written into a file.
  const secrets = ['Gonzalvez', key, Buffer.from(key, 'base64url').toString('latin1')];
  const dump = await a.disk();
  expect(secrets.filter((secret) => dump.includes(secret))).toEqual([]);
  expect(await foundInFiles(secrets)).toEqual([]);
  await a.close();

  const b = await openTestApp({ on: 'database', folder: a.folder });
  const onB = await b.person('ada', { manages: true });
  const { do: edit, with: to } = button(preview, 'Edit');
  const form = await expectForm(onB.does(edit, { ...to }));
  expect(form.fields.map((field) => field.value)).toContain(typed);
  const again = await attest(onB, await expectCard(submit(onB, form, { question: `${typed}, with Gloria` })));
  expect(words(again)).not.toContain('Gonzalvez');
  await b.close();

  const c = await openTestApp({ on: 'database', folder: a.folder });
  const onC = await c.person('ada', { manages: true });
  await expectCard(press(onC, again as Card, 'Post as me'));
  await c.pass(0);
  expect(c.messages.map(({ view }) => words(view)).join('\n')).toContain('who stopped coming to sessions');
  // Posted, it is gone: also for whoever still has the form.
  expect(await c.drafts.get(onC.who, carried(to.draft ?? '')?.id ?? '')).toBeNull();
  await c.remove();
});

it('a form that comes back without its key shows the redacted draft, as after a restart', async () => {
  const a = await openTestApp({ on: 'database' });
  const { ada } = (await group(a, ['ada', 'ben'])) as { ada: Person };
  const { do: edit, with: to } = button(await draft(ada, { question: typed }), 'Edit');
  await a.close();
  const b = await openTestApp({ on: 'database', folder: a.folder });
  const onB = await b.person('ada', { manages: true });
  const form = await expectForm(onB.does(edit, { ...to, draft: carried(to.draft ?? '')?.id ?? '' }));
  const text = form.fields.map((field) => field.value).join('\n');
  expect(text).toContain('who stopped coming to sessions');
  expect(text).not.toContain('Gonzalvez');
  await b.remove();
});

it('a search and what was pasted for an import go on with another instance', async () => {
  const a = await openTestApp({ on: 'database' });
  const { ada } = (await group(a, ['ada', 'ben'])) as { ada: Person };
  await ask(ada, { question: 'How do I end a session that keeps running over?' });
  await a.pass(0);
  const none = await expectCard(ada.does('consult.find', { words: 'boundaries' }));
  const rows = 'Date,Minutes,Question\n2026-02-03,30,Is a home visit wise for this kind of work?';
  const preview = await expectCard(submit(ada, await expectForm(ada.does('consult.import')), { text: rows }));
  await a.close();

  const b = await openTestApp({ on: 'database', folder: a.folder });
  const onB = await b.person('ada', { manages: true });
  const change = await expectForm(press(onB, none, 'Search'));
  expect(change.fields.map((field) => field.value)).toContain('boundaries');
  await press(onB, preview, 'Save 1 record');
  expect(words(await expectCard(onB.does('consult.records')))).toContain('home visit');
  await b.remove();
});

it('hours that were pasted for an import go on with another instance', async () => {
  const a = await openTestApp({ on: 'database' });
  const { associate } = await paired(a);
  const form = await expectForm(associate.does('supervision.import'));
  const card = await expectCard(submit(associate, form, { text: 'Date,Hours,Notes\n2026-03-02,1.5,With a parent' }));
  await a.close();

  const b = await openTestApp({ on: 'database', folder: a.folder });
  const onB = await b.person('associate');
  expect((await expectForm(press(onB, card, 'Match columns'))).fields.length).toBeGreaterThan(3);
  await b.remove();
});
