import { expect, it } from 'vitest';
import { carried } from '../../../adapters/node/carried.ts';
import type { Card } from '../../../src/index.ts';
import { foundInFiles } from '../../fixtures/database/files.ts';
import { attest, draft, press, submit } from '../../fixtures/steps.ts';
import { expectCard, expectForm, group, openTestApp, type Person } from '../../fixtures/test-app.ts';
import { button, words } from '../../fixtures/view-text.ts';

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
