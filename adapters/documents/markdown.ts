import { type Document, type DocumentBlock, type Reader, type Words, wordsOf } from '../../src/index.ts';
import { textOf } from './words.ts';

/** A document as Markdown (CommonMark with tables). What was typed is escaped: it formats nothing and links nowhere. */
export function markdownOf(document: Document, reader: Reader): string {
  const parts = [
    `# ${escaped(wordsOf(reader.locale, document.title))}`,
    inline(document.about, reader),
    ...document.blocks.map((block) => blockOf(block, reader)),
    `---\n\n${inline(document.footer, reader)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockOf(block: DocumentBlock, reader: Reader): string {
  const words = (msg: Parameters<typeof wordsOf>[1]): string => escaped(wordsOf(reader.locale, msg));
  switch (block.is) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inline(block.text, reader)}`;
    case 'paragraph':
      return `${block.style === 'notice' ? '> ' : ''}${inline(block.text, reader)}`;
    case 'facts':
      return block.rows.map(({ label, value }) => `- **${words(label)}:** ${inline(value, reader)}`).join('\n');
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const rows = [...block.rows, ...(block.total === null ? [] : [block.total])];
      return [
        `**${words(block.caption)}**\n`,
        line(block.columns.map(({ label }) => words(label))),
        line(block.columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
        ...rows.map((row) => line(row.map((cell) => inline(cell, reader)))),
      ].join('\n');
    }
    case 'signatures':
      return block.lines
        .map(
          ({ role, who }) => `- ${words({ key: 'document.signature' })}: ${words(role)} ${inline(who, reader)} ______`,
        )
        .join('\n');
    case 'newPage':
      return '';
  }
}

/** Line breaks of what was typed become blanks: a cell or a list item is one line. */
const inline = (words: Words, reader: Reader): string => escaped(textOf(words, reader).replace(/\s*\n\s*/g, ' '));

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+\-!|~&@]/g, (sign) => `\\${sign}`);
