import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import { shippedPacks } from '../../adapters/node/packs.ts';
import { documentOf } from '../../src/features/supervision/documents/layouts.ts';
import { documentsFor } from '../../src/features/supervision/documents/model.ts';
import { type Document, type FileFormat, type Pack, readRow } from '../../src/index.ts';
import { body, card } from '../../src/view/build.ts';
import { submit } from '../fixtures/steps.ts';
import { readTags, tagged } from '../fixtures/tag-tree.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { entryIn, log, openPair, type Pair, signAll } from './steps.ts';
import { yearOf } from './year.ts';

const documents = createDocuments(createSigner(Buffer.alloc(32, 7)));
const reader = { locale: 'en', zone: 'UTC', name: (who: string) => `Person ${who.slice(-3)}` };

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

const asked = (person: Person, more: Record<string, string>) =>
  person.does('supervision.document', { group: pair.at, agreement: pair.agreement, ...more });

async function fileFor(person: Person, document: string, format: FileFormat) {
  const card = await expectCard(asked(person, { document, format }));
  const block = card.blocks.find((b) => b.is === 'file') as { document: Document } | undefined;
  if (block === undefined) throw new Error('no file');
  return documents.render(block.document, format, reader, app.now());
}

/** What a PDF says, in the order in which it is read. */
const textOf = async ({ bytes }: { bytes: Uint8Array }): Promise<string> =>
  JSON.stringify((await readTags(bytes)).pages);

describe('supervision documents', () => {
  it('both get theirs, everybody else reads that there is no agreement', async () => {
    for (const who of [pair.associate, pair.supervisor]) {
      const card = await expectCard(who.does('supervision.documents', { group: pair.at }));
      expect(words(card)).toContain('Weekly log of supervised experience');
    }
    expect(words(await expectCard(pair.supervisor.does('supervision.documents', { group: pair.at })))).toContain(
      'Supervision given',
    );
    for (const who of [pair.owner, pair.stranger])
      expect(await asked(who, { document: 'entries', format: 'pdf' })).toMatchObject({ is: 'refused' });
    expect(await asked(pair.associate, { document: 'supervisor-export', format: 'pdf' })).toMatchObject({
      is: 'refused',
    });
    expect(await asked(pair.associate, { document: 'bacb-log', format: 'pdf' })).toMatchObject({ is: 'refused' });
  });

  it('supervision given names no trainee, in no format, and lists supervision alone', async () => {
    const at = { group: pair.at, agreement: pair.agreement };
    const form = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    await expectCard(submit(pair.supervisor, form, { superviseeLicense: 'AMFT 98765' }));
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02' });
    await log(pair.associate, { minutes: '60', kind: 'sup_ind.individual', date: '2026-03-03' });
    await signAll(pair.supervisor);
    const name = reader.name(pair.associate.who);
    for (const [document, named] of [
      ['entries', true],
      ['supervisor-export', false],
    ] as const) {
      const pdf = await textOf(await fileFor(pair.supervisor, document, 'pdf'));
      expect(pdf.includes(name), document).toBe(named);
      expect(pdf.includes('AMFT 98765'), document).toBe(named);
      const json = Buffer.from((await fileFor(pair.supervisor, document, 'json')).bytes).toString('utf8');
      expect(json.includes(name), document).toBe(named);
      expect(json.includes('"direct"'), document).toBe(named);
      const csv = Buffer.from((await fileFor(pair.supervisor, document, 'csv')).bytes).toString('utf8');
      expect(csv.includes(',direct,'), document).toBe(named);
      expect(csv).toContain(',supervision,');
    }
  });

  it('name the supervisor with the credential that was stated', async () => {
    const form = await expectForm(
      pair.supervisor.does('supervision.details.edit', { group: pair.at, agreement: pair.agreement }),
    );
    await expectCard(submit(pair.supervisor, form, { supervisorCredential: 'LCSW, California' }));
    const { pages } = await readTags((await fileFor(pair.associate, 'weekly-log', 'pdf')).bytes);
    expect(JSON.stringify(pages)).toMatch(/Person \S+, LCSW, California/);
  });

  it('each says that it is a worksheet, the date of its rules, its hash and how it is checked', async () => {
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    await signAll(pair.supervisor);
    const { pages } = await readTags((await fileFor(pair.associate, 'weekly-log', 'pdf')).bytes);
    const text = JSON.stringify(pages);
    for (const said of [
      'Worksheet: copy onto the board’s own form',
      'November 23, 2026',
      'Content hash',
      'verify FILE --key',
      'Harbor Clinic',
      '1.50',
      'Signature: Supervisor',
    ])
      expect(text).toContain(said);
  });

  it('the card of a PDF and its page agree whether it is a worksheet, and the page counts what was signed in words', async () => {
    for (const date of ['2026-03-02', '2026-03-03'])
      await log(pair.associate, { minutes: '90', kind: 'direct', date, submit: 'yes' });
    await signAll(pair.supervisor);
    const list = await expectCard(pair.supervisor.does('supervision.documents', { group: pair.at }));
    const ids = buttons(list).flatMap((b) => (b.do === 'supervision.document' ? [b.with.document ?? ''] : []));
    const sorts = new Set<boolean>();
    for (const document of ids) {
      const card = await expectCard(asked(pair.supervisor, { document, format: 'pdf' }));
      const page = JSON.stringify(card.blocks.find((b) => b.is === 'file'));
      expect(words(card).includes('copy what it says onto the board’s own form'), document).toBe(
        page.includes('documents.worksheet'),
      );
      sorts.add(page.includes('documents.worksheet'));
    }
    expect(sorts).toEqual(new Set([true, false]));
    const { pages } = await readTags((await fileFor(pair.supervisor, 'weekly-log', 'pdf')).bytes);
    expect(JSON.stringify(pages)).toContain('2 signed entries, 1 agreement. Hash of the last');
  });

  it('all entries has a signed one and its correction, and counts the correction alone', async () => {
    const first = entryIn(
      await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02', submit: 'yes' }),
    );
    await signAll(pair.supervisor);
    const form = await expectForm(pair.associate.does('supervision.log.edit', { group: pair.at, entry: first }));
    await expectCard(submit(pair.associate, form, { minutes: '120' }));
    await signAll(pair.supervisor);
    const shown = JSON.stringify((await readTags((await fileFor(pair.associate, 'entries', 'pdf')).bytes)).pages);
    expect(shown).toContain('Void');
    expect(shown).toContain('1.50');
    expect(shown).not.toContain('3.50');
  });

  it('the CSV reads back as the hours it was made from', async () => {
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    const { bytes } = await fileFor(pair.associate, 'entries', 'csv');
    const [head = '', row = ''] = Buffer.from(bytes).toString('utf8').slice(1).split('\r\n');
    const cells = Object.fromEntries(head.split(',').map((name, i) => [name, row.split(',')[i] ?? '']));
    const pack = shippedPacks().find(({ id }) => id === 'us-ca-amft');
    const read = readRow(cells, 2, { pack: pack as never, asOf: '2026-12-31' });
    expect(read).toMatchObject({ entry: { minutes: 90, activity: 'direct', site: 'Harbor Clinic' } });
  });

  it('the CSV of all entries comes to what the totals say: voids, returned ones, drafts, and corrections that wait', async () => {
    const at = { group: pair.at };
    const first = entryIn(await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-02' }));
    const second = entryIn(await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-03' }));
    await signAll(pair.supervisor);
    for (const [entry, minutes] of [
      [first, '120'],
      [second, '30'],
    ] as const) {
      const form = await expectForm(pair.associate.does('supervision.log.edit', { ...at, entry }));
      await expectCard(submit(pair.associate, form, { minutes }));
      if (entry === first) await signAll(pair.supervisor);
    }
    const wrong = entryIn(await log(pair.associate, { minutes: '45', kind: 'other', date: '2026-03-04' }));
    const back = await expectForm(pair.supervisor.does('supervision.return', { ...at, entry: wrong }));
    await expectCard(submit(pair.supervisor, back, { reason: 'category' }));
    await log(pair.associate, { minutes: '15', kind: 'other', date: '2026-03-04', submit: 'no' });
    const pack = shippedPacks().find(({ id }) => id === 'us-ca-amft') as Pack;
    const rowsFor = async (who: Person) => {
      const { bytes } = await fileFor(who, 'entries', 'csv');
      const [head = '', ...rows] = Buffer.from(bytes).toString('utf8').slice(1).trim().split('\r\n');
      return rows.map((row, i) => {
        const cells = Object.fromEntries(head.split(',').map((name, j) => [name, row.split(',')[j] ?? '']));
        const read = readRow(cells, i + 2, { pack, asOf: '2026-12-31' });
        if (!('entry' in read)) throw new Error(read.problem);
        return read.entry;
      });
    };
    const rows = await rowsFor(pair.associate);
    const byMinutes = rows.map(({ minutes, status, excluded }) => [minutes, status, excluded] as const);
    expect(byMinutes.sort(([x], [y]) => x - y)).toEqual([
      [15, 'logged', false],
      [30, 'logged', true],
      [45, 'logged', false],
      [60, 'signed', false],
      [90, 'void', false],
      [120, 'signed', false],
    ]);
    const counted = rows.filter(({ status, excluded }) => status !== 'void' && !excluded);
    expect(counted.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(240);
    const totals = words(await expectCard(pair.associate.does('supervision.totals')));
    expect(totals).toContain('Logged: 4 h');
    expect(totals).toContain(
      'Logged includes 1 h in drafts and returned entries. Documents to hand in leave those out.',
    );
    const all = await textOf(await fileFor(pair.associate, 'entries', 'pdf'));
    expect(all).toMatch(/Logged\W+4\.00/);
    expect(all).toMatch(/Signed\W+3\.00\W+Returned\W+0\.75\W+Draft\W+0\.25/);
    expect(all).toContain('Waiting for signature (not counted)');
    const handedIn = await textOf(await fileFor(pair.associate, 'experience-verification', 'pdf'));
    expect(handedIn).toMatch(/Total\W+3\.00\W+3\.00/);
    expect(handedIn).toContain('They leave out drafts, returned entries, and void entries');
    expect(handedIn).not.toContain('Logged includes');
    const theirs = (await rowsFor(pair.supervisor)).map(({ minutes }) => minutes);
    expect(theirs.sort((x, y) => x - y)).toEqual([30, 45, 60, 90, 120]);
  });

  it('story 31: growth has its entries, and no word of a board', async () => {
    const shown = await expectCard(
      pair.associate.does('supervision.agreement', { group: pair.at, agreement: pair.agreement }),
    );
    expect(buttons(shown).some((b) => b.do === 'supervision.documents')).toBe(true);
    const source = yearOf(shippedPacks()[0] as never, 3);
    const growth = {
      ...source,
      pack: null,
      agreement: { ...source.agreement, purpose: 'growth', pack: null },
    } as const;
    expect(documentsFor(growth.agreement, 'supervisee', null)).toEqual(['entries']);
    const { bytes } = await documents.render(documentOf('entries', growth), 'pdf', reader, app.now());
    expect(JSON.stringify((await readTags(bytes)).pages)).not.toMatch(/board|licens|worksheet/i);
    // What stands at the foot of each page is in no tag.
    const { title, footer } = documentOf('entries', growth);
    expect(words(card(title, [body(...footer.spans)]))).not.toMatch(/board|licens/i);
  });
});

describe('a year of entries', () => {
  it('the Texas log has twelve weeks on a page, and a short one begins on the first', async () => {
    const pack = shippedPacks().find(({ id }) => id === 'us-tx-lpca') as Pack;
    const weeksOn = async (entries: number): Promise<number[]> => {
      const source = yearOf(pack, 52);
      const log = documentOf('tx-supervision-log', { ...source, entries: source.entries.slice(0, entries) });
      const { pages } = await readTags((await documents.render(log, 'pdf', reader, app.now())).bytes);
      const isWeek = ({ text }: { text: string }) => /^[A-Z][a-z]+ \d+, 202\d$/.test(text);
      return pages.map((page) => tagged([page], 'TH').filter(isWeek).length);
    };
    expect((await weeksOn(52)).slice(0, 3)).toEqual([0, 12, 12]);
    expect((await weeksOn(8))[0]).toBeGreaterThan(0);
  });

  it.each(shippedPacks().map((pack) => [pack.id, pack] as const))('%s: every document can be made', async (_, pack) => {
    const source = yearOf(pack, 24);
    for (const id of documentsFor(source.agreement, 'supervisor', pack)) {
      const { bytes } = await documents.render(documentOf(id, source), 'pdf', reader, app.now());
      expect(bytes.length, id).toBeGreaterThan(5000);
    }
  });
});
