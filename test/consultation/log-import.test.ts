import { expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, expectView } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

peerGroup(2);

const paste = async (text: string): Promise<Card> =>
  expectCard(submit(ada, await expectForm(ada.does('consult.import')), { text }));
const records = async (input: Record<string, string> = {}) =>
  words(await expectCard(ada.does('consult.records', input)));

const header = 'Date,Duration,Question,Advice,Decision,Rationale,Consultant,Format,Topic';
const good = [
  '2/3/2025,0.5,Is a home visit wise with a client who cannot travel?,Go in pairs.,I go with a colleague.,It is an agreed boundary.,"Juno Marsh, PhD",Phone,Ethics',
  '2025-03-04,45m,How do I bring up fees with Gloria Whitcombe 415-555-0134?,Name it early.,,,Ruth Feld,Zoom,',
];

it('shows every row, problems first, saves nothing before it is confirmed, and replaces identifiers', async () => {
  const card = await paste(
    [
      header,
      ...good,
      '2025-02-31,1,What do others do about late cancellations?,,,,,,',
      '2027-01-01,1,What do others do about late cancellations?,,,,,,',
      '2025-01-05,a while,What do others do about late cancellations?,,,,,,',
      '2025-01-06,1,,,,,,,',
      '2025-01-06,1,Too short,,,,,,',
    ].join('\n'),
  );
  const seen = words(card);
  expect(seen).toContain('Ready: 2 rows, 1 h 15 min');
  const at = (text: string): number => {
    expect(seen).toContain(text);
    return seen.indexOf(text);
  };
  const problems = [
    'Line 4',
    'Date not recognized',
    'Date in the future',
    'Length not recognized',
    'No question and no advice',
    'Question shorter than 10 characters',
  ];
  for (const problem of problems) expect(at(problem)).toBeLessThan(at('Line 2'));
  expect(seen).toContain('possible identifiers replaced');
  expect(seen).not.toContain('Whitcombe');
  expect(seen).not.toContain('555-0134');
  expect(await records()).toContain('No records yet');
});

it('saves whole rows as finished records and others as drafts that nag nobody, each marked late', async () => {
  await press(ada, await paste([header, ...good].join('\n')), 'Save 2 records');
  const log = await records();
  expect(log).toContain('1 consultation, 30 min');
  expect(log).toContain('One draft isn’t counted');
  const card = words(
    await expectCard(press(ada, await expectCard(ada.does('consult.records', { f: '-.e.-.-' })), 'Open')),
  );
  for (const said of ['Juno Marsh, PhD', 'late', 'Phone', 'Ethics', 'Imported', 'Final']) expect(card).toContain(said);
  expect(words(await expectView(ada.does('curbside.home')))).not.toContain('bring up fees');
  const stored = await app.disk();
  for (const secret of ['Whitcombe', '555-0134']) expect(stored).not.toContain(secret);
  // Pasted again, the same rows are known, also those whose words were replaced.
  const again = words(await paste([header, ...good].join('\n')));
  expect(again).toContain('Already logged: 2');
  expect(again).toContain('Ready: 0 rows');
});

it('takes no column of names for colleagues unasked, and shows who would be named', async () => {
  const named = words(
    await paste('Date,Minutes,Name,Question\n2025-02-03,30,Gloria Whitcombe,Is a home visit wise for this work?'),
  );
  expect(named).toContain('Ready: 1 row');
  expect(named).not.toContain('Whitcombe');
  const known = words(
    await paste(
      'Date,Minutes,Consultant,Question\n2025-02-03,30,"Juno Marsh, PhD",Is a home visit wise for this work?',
    ),
  );
  expect(known).toContain('Consulted Juno Marsh, PhD');
});

it('keeps what nobody has read yet as drafts: replaced words, names left in, another language, cut text', async () => {
  const rest = 'I go with a colleague.,It is an agreed boundary.';
  const card = await paste(
    [
      header,
      `2025-02-03,60m,How do I bring up fees with Gloria Whitcombe?,,${rest},,,`,
      `2025-02-04,60m,What do others do about late cancellations?,Juno says go in pairs.,${rest},"Juno Marsh, PhD",,`,
      `2025-02-05,60m,¿Qué hago cuando la familia llega siempre tarde y nadie avisa antes?,,${rest},,,`,
      `2025-02-06,60m,${'What do others do about late cancellations? '.repeat(200)},,${rest},,,`,
      `2025-02-07,60m,What do others do about late cancellations?,,${rest},,,`,
    ].join('\n'),
  );
  expect(words(card).split('Saved as a draft for you to check')).toHaveLength(5);
  expect(words(card)).toContain('Shortened to fit');
  // The colleague who advised stays named; what she said reads as it was written.
  expect(words(card)).toContain('Juno says go in pairs.');
  await press(ada, card, 'Save 5 records');
  expect(await records()).toContain('1 consultation, 60 min');
  expect(await records()).toContain('4 drafts aren’t counted');
});

it('asks which column is what where the names say nothing', async () => {
  const card = await paste(
    ['Tag,Dauer,Anliegen,Wer', '2025-02-03,30,Is a home visit wise for this work?,Ruth Feld'].join('\n'),
  );
  expect(words(card)).toContain('doesn’t know these columns yet');
  const form = await expectForm(press(ada, card, 'Match columns'));
  const incomplete = await ada.does(form.do, { ...form.with, date: '0', minutes: '1', question: 'none' });
  expect(incomplete.is === 'again' && words(incomplete.form)).toContain('choose a column with the question');
  const mapped = words(await expectCard(submit(ada, form, { date: '0', minutes: '1', question: '2', colleague: '3' })));
  expect(mapped).toContain('Ready: 1 row, 30 min');
});

it.each(['20', '2', '1:30'])(
  'asks for the unit of a column whose name has none, where its numbers leave it open: %s',
  async (typed) => {
    const name = typed.includes(':') ? 'Time' : 'Duration';
    const card = await paste(`Date,${name},Question\n2025-02-03,${typed},Is a home visit wise for this work?`);
    expect(words(card)).toContain('doesn’t know these columns yet');
    const form = await expectForm(press(ada, card, 'Match columns'));
    expect(form.fields.find((f) => f.name === 'hours')?.value).toBe('none');
  },
);

async function undone() {
  const undo = JSON.stringify(await expectCard(ada.does('consult.imports')));
  const batch = /"batch":"([^"]+)"/.exec(undo)?.[1] ?? '';
  const answer = await ada.does('consult.import.undo', { group: /"group":"([^"]+)"/.exec(undo)?.[1] ?? '', batch });
  return answer.is === 'view' && answer.note;
}

it('leaves a record that its owner will look back on when the import is taken back', async () => {
  await press(ada, await paste([header, ...good].join('\n')), 'Save 2 records');
  await press(
    ada,
    await expectCard(press(ada, await expectCard(ada.does('consult.records', { f: '-.e.-.-' })), 'Open')),
    'In 14 days',
  );
  expect(await undone()).toMatchObject({ with: { n: 1, stay: 1 } });
});

it('takes an import back, except what was worked on since', async () => {
  await press(ada, await paste([header, ...good].join('\n')), 'Save 2 records');
  const final = await expectCard(press(ada, await expectCard(ada.does('consult.records', { f: '-.e.-.-' })), 'Open'));
  const amend = await expectForm(press(ada, final, 'Amend'));
  await submit(ada, amend, { text: 'We met twice.', reason: 'It was left out.' });
  expect(await undone()).toMatchObject({ with: { n: 1, stay: 1 } });
  const log = await records();
  expect(log).toContain('home visit');
  expect(log).not.toContain('bring up fees');
});

it('takes a row for logged only where a record says all of it, and one saved from this paste whatever became of it', async () => {
  const row = (question: string) => `2025-02-03,30,${question}`;
  const short = row('Discussed termination.');
  const wrong = '2025-02-31,30,What do others do about late cancellations?';
  await press(ada, await paste(['Date,Minutes,Question', short].join('\n')), 'Save 1 record');
  // The later import stands first among those that can be undone.
  app.advance(60_000);
  const both = ['Date,Minutes,Question', short, row('Discussed termination. Then a referral.'), wrong].join('\n');
  const card = await paste(both);
  expect(words(card)).toContain('Ready: 1 row');
  expect(words(card)).toContain('Already logged: 1');
  const rest = await expectCard(press(ada, card, 'Save 1 record'));
  expect(words(rest)).toContain('Already logged: 2');
  await press(ada, await expectCard(ada.does('consult.imports')), 'Undo import');
  const again = { group: /"group":"([^"]+)"/.exec(JSON.stringify(rest))?.[1] ?? '' };
  const back = await expectCard(ada.does('consult.import.preview', again));
  expect(words(back)).toContain('Ready: 1 row');
  await press(ada, back, 'Save 1 record');
  for (let n = 0; n < 2; n += 1) {
    const open = await expectCard(press(ada, await expectCard(ada.does('consult.records', {})), 'Open'));
    await press(ada, open, 'Delete');
  }
  const seen = words(await expectCard(ada.does('consult.import.preview', again)));
  // The first was saved from an earlier paste.
  expect(seen).toContain('Ready: 1 row');
  expect(seen).toContain('Already logged: 1');
});

it('saves a long log some rows at a time, and forgets rows that are discarded', async () => {
  const rows = Array.from(
    { length: 120 },
    (_, i) =>
      `2024-${String((i % 12) + 1).padStart(2, '0')}-11,${i + 5}m,What helped with scheduling number ${i}?,,,,,,`,
  );
  const rest = await expectCard(press(ada, await paste([header, ...rows].join('\n')), 'Save 100 records'));
  expect(words(rest)).toContain('Ready: 20 rows');
  expect(words(rest)).toContain('Already logged: 100');
  await press(ada, rest, 'Discard');
  expect(
    await ada.does('consult.import.preview', { group: /"group":"([^"]+)"/.exec(JSON.stringify(rest))?.[1] ?? '' }),
  ).toMatchObject({ is: 'refused' });
  expect(words(await expectCard(ada.does('consult.imports')))).toContain('100 records');
});
