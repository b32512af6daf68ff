import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../adapters/documents/csv.ts';
import { createDocuments } from '../../../adapters/documents/index.ts';
import { markdownOf } from '../../../adapters/documents/markdown.ts';
import { createSigner } from '../../../adapters/documents/signed/signer.ts';
import { say } from '../../../src/i18n/message.ts';
import type { Document } from '../../../src/index.ts';
import { day, person } from '../../../src/view/build.ts';
import * as made from '../../../src/view/build-document.ts';
import { readTags, tagged } from '../../fixtures/tag-tree.ts';

const at = Date.parse('2026-03-05T19:00:00Z');
const reader = { locale: 'en', zone: 'UTC', name: () => 'Zoë Østergård-Łukasz' };
const documents = createDocuments(createSigner(Buffer.alloc(32, 7)));

const names = ['Nguyễn Thị Ánh', 'Ωμέγα Юлия', 'محمد الأحمد', 'שרה כהן', 'प्रिया शर्मा', 'สมชาย ใจดี'];

const documentWith = (rows: number, typed: readonly string[] = names): Document => ({
  name: 'sample',
  title: say('documents.summary'),
  about: made.nothing,
  landscape: false,
  zone: 'America/New_York',
  footer: made.words(say('documents.worksheet')),
  sheet: {
    columns: ['site', 'minutes'],
    rows: [
      ['=1+1', -5],
      ['@SUM(A1)', 60],
      ['Harbor, "Clinic"', 0],
      [made.words(person('p1')), 1],
    ],
  },
  data: null,
  blocks: [
    made.notice(say('documents.worksheet')),
    made.heading(2, say('documents.proof')),
    made.paragraph(say('supervision.totals.noConsultation')),
    made.factTable([say('supervision.site'), made.typed('Harbor Clinic')]),
    made.table(
      say('supervision.entries'),
      [made.column(say('document.date'), { head: true }), made.column(say('supervision.site'), { weight: 3 })],
      Array.from({ length: rows }, (_, i) => [
        made.words(day('2026-03-05')),
        made.typed(typed[i % typed.length] ?? ''),
      ]),
      [made.words(say('documents.total')), made.hoursWords(100)],
    ),
    made.signatures([say('supervision.totals.signed'), made.words(person('p1'))]),
  ],
});

const pdfOf = async (document: Document) => (await documents.render(document, 'pdf', reader, at)).bytes;

describe('a document as PDF/UA', () => {
  it('has a language, a title that is shown, and says that it is PDF/UA-1', async () => {
    const bytes = await pdfOf(documentWith(3));
    const { info, xmp, marked } = await readTags(bytes);
    expect(info).toMatchObject({ Title: 'Supervision documents', Language: 'en', PDFFormatVersion: '1.7' });
    expect(xmp).toMatch(/pdfuaid[\s\S]*<pdfuaid:part>1</);
    expect(marked).toMatchObject({ Marked: true });
    expect(Buffer.from(bytes).toString('latin1')).toContain('/DisplayDocTitle true');
  });

  it('is tagged in reading order: headings, text, tables with header cells and their scope', async () => {
    const { pages, roles } = await readTags(await pdfOf(documentWith(3)));
    expect(tagged(pages, 'H1').map(({ text }) => text)).toEqual(['Supervision documents']);
    expect(tagged(pages, 'H2').map(({ text }) => text)).toEqual(['Check this document']);
    expect(roles.filter((role) => ['H1', 'P', 'H2', 'Table', 'Caption'].includes(role))).toEqual([
      'H1',
      'P',
      'H2',
      'P',
      'Table',
      'Table',
      'Caption',
      'P',
    ]);
    const [facts, entries] = tagged(pages, 'Table');
    expect(tagged([facts as never], 'TH').map(({ text }) => text)).toEqual(['Work site']);
    expect(tagged([entries as never], 'THead').map(({ text }) => text)).toEqual(['Date Work site']);
    expect(tagged([entries as never], 'TR')).toHaveLength(5);
    // What is drawn in pieces says itself.
    expect(
      tagged([entries as never], 'TD')
        .map(({ alt, text }) => alt ?? text)
        .slice(0, 2),
    ).toEqual(names.slice(0, 2));
    expect(tagged(pages, 'P').at(-1)?.text).toMatch(/^Signature: Signed, Zoë Østergård-Łukasz/);
    // Outside every tag is what belongs to the page alone.
    const { artifacts } = await readTags(await pdfOf(documentWith(90)));
    expect(artifacts.length).toBeGreaterThan(2);
    for (const [i, text] of artifacts.entries()) expect(text).toContain(`Page ${i + 1} of ${artifacts.length}`);
  });

  it('repeats the header of a long table for the eye alone, and loses no row', async () => {
    const { pages } = await readTags(await pdfOf(documentWith(120, ['Harbor Clinic'])));
    expect(tagged(pages, 'THead').filter(({ text }) => text !== '')).toHaveLength(1);
    expect(tagged(pages, 'TD').filter(({ text }) => text === 'Harbor Clinic')).toHaveLength(121);
  });

  it('has no total and no place to sign on a page of its own, without a row of what it is about', async () => {
    for (let rows = 24; rows < 50; rows += 1) {
      const { pages } = await readTags(await pdfOf(documentWith(rows, ['Harbor Clinic'])));
      const [page] = pages.filter((one) => tagged([one], 'P').some(({ text }) => text.startsWith('Signature:')));
      expect(
        tagged([page as never], 'TD').map(({ text }) => text),
        `${rows} rows`,
      ).toContain('Harbor Clinic');
      expect(
        tagged([page as never], 'TD').map(({ text }) => text),
        `${rows} rows`,
      ).toContain('1.66');
    }
  });

  it('keeps a few facts in one piece with the places to sign below them', async () => {
    const facts = made.factTable(...[1, 2, 3].map((n) => [say('supervision.site'), made.typed(`Fact ${n}`)] as const));
    for (let lines = 20; lines < 50; lines += 1) {
      const before = Array.from({ length: lines }, () => made.paragraph(say('supervision.totals.noConsultation')));
      const last = made.signatures([say('supervision.totals.signed'), made.words(person('p1'))]);
      const { pages } = await readTags(await pdfOf({ ...documentWith(1), blocks: [...before, facts, last] }));
      const [page] = pages.filter((one) => tagged([one], 'P').some(({ text }) => text.startsWith('Signature:')));
      expect(
        tagged([page as never], 'TD').map(({ text }) => text),
        `${lines} lines`,
      ).toEqual(['Fact 1', 'Fact 2', 'Fact 3']);
    }
  });

  it('shows all of who signs, however long the name and credential are', async () => {
    const who = `${'Wilhelmina Featherstonehaugh '.repeat(4)}LCSW, LMFT, board-approved supervisor`;
    const blocks = [made.signatures([say('supervision.totals.signed'), made.typed(who)])];
    const { pages } = await readTags(await pdfOf({ ...documentWith(1), blocks }));
    expect(tagged(pages, 'P').at(0)?.text).toContain('LCSW, LMFT, board-approved supervisor');
  });

  it('shows names from everywhere, and marks what no font has', async () => {
    const text = Buffer.from(await pdfOf(documentWith(6))).toString('latin1');
    // What is drawn from right to left says itself in reading order, in UTF-16.
    for (const name of ['محمد الأحمد', 'שרה כהן'])
      expect(text).toContain(
        Buffer.from(`\ufeff${name}`, 'utf16le')
          .swap16()
          .toString('latin1')
          .replace(/[()\\]/g, '\\$&'),
      );
    const { pages } = await readTags(await pdfOf(documentWith(2, ['王小明'])));
    expect(JSON.stringify(pages)).toContain('\ufffd\ufffd\ufffd');
    expect(JSON.stringify(pages)).toContain('Some characters have no shape');
  });

  it('lets others have their turn, also where it has no table', async () => {
    const blocks = Array.from({ length: 800 }, (_, i) =>
      made.paragraph(say('supervision.text', { text: `Entry ${i} `.repeat(20) })),
    );
    let [turns, drawing] = [0, true];
    const others = (): void => {
      turns += 1;
      if (drawing) setImmediate(others);
    };
    await pdfOf(documentWith(1));
    setImmediate(others);
    await pdfOf({ ...documentWith(1), blocks });
    drawing = false;
    // Drawn in one go, it leaves them none.
    expect(turns).toBeGreaterThan(3);
  });

  it('is the same whatever was drawn before it', async () => {
    // The same shape, a hyphen or a blank, stands for other characters there.
    const before = await pdfOf(documentWith(3, ['Harbor Clinic', 'a-b c']));
    await pdfOf(documentWith(3, ['Harbor\u00a0Clinic', 'a\u2011b\u00a0c', ...names]));
    expect(Buffer.compare(await pdfOf(documentWith(3, ['Harbor Clinic', 'a-b c'])), before)).toBe(0);
  });

  it('takes any text, however long or odd', async () => {
    const odd = [
      'x'.repeat(3000),
      'a\u202eb\u0000c',
      ' ',
      '',
      '🙂'.repeat(40),
      'line\nline\r\nline',
      'ا'.repeat(400),
      '\ud800',
    ];
    const { pages } = await readTags(await pdfOf(documentWith(odd.length, odd)));
    expect(tagged(pages, 'TR').length).toBeGreaterThan(odd.length);
  });
});

describe('the same as other files', () => {
  it('CSV: a name that begins as a formula is no formula, and numbers stay numbers', async () => {
    const csv = csvOf(documentWith(0).sheet as never, reader);
    expect(csv).toBe(
      '\ufeffsite,minutes\r\n\'=1+1,-5\r\n\'@SUM(A1),60\r\n"Harbor, ""Clinic""",0\r\nZoë Østergård-Łukasz,1\r\n',
    );
  });

  it('Markdown: what was typed formats nothing', () => {
    const text = markdownOf(documentWith(1, ['# no | [x](https://example.test) <b>\nnext']), reader);
    expect(text).toContain('\\# no \\| \\[x\\]\\(https://example.test\\) \\<b\\> next');
    expect(text).toMatch(/^# Supervision documents\n/);
  });
});
