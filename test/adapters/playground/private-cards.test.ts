import { expect, test } from 'vitest';
import { ask, groupId, ownPlayground, visit } from './own-playground.ts';
import { messages, valuesOf } from './visitor.ts';

ownPlayground();

/** What somebody's private cards say, in their order. */
async function cards(query: string): Promise<string[]> {
  const html = await visit.page(query);
  const [, ...parts] = html.split(/<li class="private(?: refused)?"/);
  return parts.map((part) =>
    (part.split(/<li class="(?:message|day)"|<\/ol><\/div>/)[0] ?? '').replaceAll(/<[^>]*>/g, ' '),
  );
}
const newest = async (query: string): Promise<string> => (await cards(query)).at(-1) ?? '';

async function threadOf(): Promise<string> {
  for (;;) {
    const html = await visit.page('as=imani');
    const [, thread] = html.match(/id="m-([\w-]+)"/) ?? [];
    if (thread !== undefined && messages(await visit.page(`as=imani&thread=${thread}`)) > 1) return thread;
  }
}
const hour = () => visit.post('/clock', { by: 'hour' });

test('“closed” says that it is open again once it was reopened elsewhere, and a list shows what is open now', async () => {
  const ids = await ask('How do I end a session on time?');
  const thread = await threadOf();
  await visit.line('imani', 'channel', '/consult list');
  expect(await newest('as=imani')).toContain('How do I end a session on time?');
  await visit.press('rowan', `thread ${thread}`, 'consult.close', ids);
  expect(await newest(`as=rowan&thread=${thread}`)).toMatch(/You closed the consultation.*Reopen/s);
  expect(await newest('as=imani')).toContain('No open questions');
  await visit.press('rowan', 'home', 'consult.reopen', ids);
  const card = await newest(`as=rowan&thread=${thread}`);
  expect(card).toContain('You reopened the consultation.');
  expect(card).not.toMatch(/closed|Log this/);
  expect(await newest('as=imani')).toContain('How do I end a session on time?');
});

test('“More” offers what can be done now; “mine” follows what was taken down', async () => {
  const ids = await ask('How do I end a session on time?');
  const thread = await threadOf();
  await visit.line('rowan', 'channel', '/consult mine');
  await visit.press('rowan', `thread ${thread}`, 'consult.more', ids);
  expect(await newest(`as=rowan&thread=${thread}`)).toContain('Close consultation');
  await visit.press('rowan', 'home', 'consult.close', ids);
  const more = await newest(`as=rowan&thread=${thread}`);
  expect(more).toContain('Reopen');
  expect(more).not.toContain('Close consultation');
  await visit.press('rowan', 'home', 'consult.remove', ids);
  expect((await cards('as=rowan')).join()).not.toMatch(/\bOpen ·|How do I end a session on time\?[^“]*Reopen/);
});

test('“will be posted at” is a promise that ends when it was kept', async () => {
  await ask('How do I end a session on time?', 'rowan', 'anonymous');
  expect(await newest('as=rowan')).toContain('will be posted anonymously at');
  await hour();
  await threadOf();
  const card = await newest('as=rowan');
  expect(card).toContain('was posted anonymously in');
  expect(card).not.toContain('will be posted');
});

test('the agreement goes once it was accepted, wherever that was done', async () => {
  await visit.line('keoni', 'channel', 'A message with a thread');
  const [, thread] = (await visit.page('as=tomasz')).match(/id="m-([\w-]+)"/) ?? [];
  await visit.line('tomasz', 'channel', '/consult list');
  expect(await newest('as=tomasz')).toContain('Accept and continue');
  await visit.line('tomasz', `thread ${thread}`, '/curbside agreement');
  const values = valuesOf(await visit.page(`as=tomasz&thread=${thread}`), 'agreement.form');
  await visit.press('tomasz', `thread ${thread}`, 'agreement.accept', values, { credential: 'LPC', licensed: 'yes' });
  const all = await cards(`as=tomasz&thread=${thread}`);
  expect(all.join()).not.toContain('Accept and continue');
  expect(all[0]).toContain('Open questions');
});

test('check-ins that have ended are not announced any more, and the note above them goes too', async () => {
  const group = await groupId();
  const setup = {
    zone: 'UTC',
    features: 'consultation,checkin',
    quietFrom: '18:00',
    quietTo: '08:30',
    nudgeHours: '24',
  };
  await visit.press('beatrix', 'channel', 'setup.save', { group }, setup);
  await visit.press('rowan', 'channel', 'checkin.start', { group });
  expect(await newest('as=rowan')).toMatch(/You turned on check-ins.*Next question/s);
  await visit.press('rowan', 'direct', 'checkin.leave', { group });
  expect((await cards('as=rowan')).join()).not.toMatch(/You turned on|Next question/);
});

test('a preview goes with its draft; a refusal goes with the next answer', async () => {
  await visit.press('rowan', 'channel', 'consult.draft', { group: await groupId() }, { question: 'How do I say no?' });
  const draft = valuesOf(await visit.page('as=rowan'), 'consult.post');
  await visit.press('rowan', 'home', 'consult.discard', draft);
  expect((await cards('as=rowan')).join()).not.toContain('This is what colleagues will see');
  await visit.press('imani', 'channel', 'consult.close', { group: draft.group ?? '', consultation: 'nothing' });
  expect(await cards('as=imani')).toHaveLength(1);
  await visit.line('imani', 'direct', '/consult list');
  expect(await cards('as=imani')).toHaveLength(0);
  expect(await cards('as=imani&at=direct')).toHaveLength(1);
});

test('what was just said stays while what is below it changes, until its person did something else', async () => {
  const group = await groupId();
  const hours = { zone: 'UTC', features: 'consultation,checkin', nudgeHours: '24' };
  const quiet = (quietFrom: string, quietTo: string) =>
    visit.press('beatrix', 'channel', 'setup.save', { group }, { ...hours, quietFrom, quietTo });
  const next = (card: string) => card.match(/Next question.*?[AP]M/s)?.[0];
  await quiet('18:00', '08:30');
  await visit.press('rowan', 'channel', 'checkin.start', { group });
  const first = await newest('as=rowan');
  await quiet('11:00', '23:00');
  const moved = await newest('as=rowan');
  expect(next(moved)).not.toBe(next(first));
  expect(moved).toContain('You turned on check-ins.');
  await visit.line('rowan', 'direct', '/consult list');
  await quiet('18:00', '08:30');
  const back = await newest('as=rowan');
  expect(next(back)).toBe(next(first));
  expect(back).not.toContain('You turned on check-ins.');
});

test('the sections of the home page stand beside each other, none inside “Needs your attention”', async () => {
  await ask('How do I end a session on time?');
  const html = await visit.page('as=rowan&at=home');
  const [, page = ''] = html.split('class="home-page"');
  const headings = [...(page.split('</section>')[0]?.matchAll(/<(h\d)[^>]*>([^<]*)/g) ?? [])].map(([, level, text]) => [
    level,
    text,
  ]);
  expect(headings).toContainEqual(['h3', 'My open questions']);
  expect(new Set(headings.map(([level]) => level))).toEqual(new Set(['h3']));
});
