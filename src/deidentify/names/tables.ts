import type { Candidate, Document } from '../document.ts';
import type { FindingType, Reason } from '../types.ts';

type Column = readonly [FindingType, Reason, string?];

const columns: readonly (readonly [RegExp, Column])[] = [
  [
    /^(?:(?:client|pt|patient|student|full|first|last|preferred|given|family|legal|kid|child)[ _-]?)?names?$|^(?:first|last|client|patient|pt|student|surname|nombre|apellido|nom|pr[eé]nom|mother|father|mom|dad|guardian|parent|spouse|therapist|clinician|provider|pcp|teacher)$/i,
    ['NAME', 'namedPerson', 'Person'],
  ],
  [
    /(?:^|[ _-])(?:dob|birth ?date|date of birth|date|last[ _-]?seen|admit(?:ted)?|admission|discharged?|appt|intake|seen|fecha)$/i,
    ['DATE', 'date'],
  ],
  [/(?:^|[ _-])(?:city|town|county|location|ciudad|ville)$/i, ['LOCATION', 'town', 'Town']],
  [/(?:^|[ _-])(?:addr(?:ess)?|street|zip(?: ?code)?|postcode)$/i, ['LOCATION', 'address']],
  [/(?:^|[ _-])(?:phone|tel|cell|mobile|fax)$/i, ['PHONE', 'phone']],
  [/(?:^|[ _-])e-?mail$/i, ['EMAIL', 'email']],
  [/(?:^|[ _-])(?:mrn|id|ssn|chart|acct|account|member|policy|case|record|no|number|#)$/i, ['ID', 'idNumber']],
  [
    /(?:^|[ _-])(?:school|employer|company|clinic|hospital|facility|church|agency)$/i,
    ['ORG', 'organisation', 'Organization'],
  ],
];

/** Rows below a line of column names (CSV, tab- or bar-separated): each cell is what its column says. */
export function tables(document: Document): Candidate[] {
  const found: Candidate[] = [];
  let header: readonly (Column | undefined)[] | undefined;
  let separator = ',';
  let offset = 0;
  for (const line of document.text.split('\n')) {
    const start = offset;
    offset += line.length + 1;
    const named = headerOf(line);
    if (named) {
      [header, separator] = named;
      continue;
    }
    if (!header) continue;
    const cells = line.split(separator);
    if (cells.length < 2 || cells.length < header.length - 1) {
      header = undefined;
      continue;
    }
    let at = start;
    cells.forEach((cell, i) => {
      const column = header?.[i];
      const value = cell.trim().replace(/^["']|["']$/g, '');
      const from = at + cell.indexOf(value);
      at += cell.length + separator.length;
      if (!column || !/[\p{L}\p{N}]/u.test(value) || value.length > 80) return;
      const [type, reason, label] = column;
      found.push({ start: from, end: from + value.length, type, reason, tier: 'remove', ...(label ? { label } : {}) });
    });
  }
  return found;
}

const longestColumn = 24;
const mostMarks = 8;
const marksAround = /^["'*_]{1,8}|["'*_]{1,8}$/g;

/** The columns of a line in which two or more cells are known column names and none is long. */
function headerOf(line: string): [readonly (Column | undefined)[], string] | undefined {
  for (const separator of [',', '\t', '|', ';']) {
    const typed = line.split(separator).map((cell) => cell.trim());
    // Most lines are sentences: a cell that is too long with all the marks around it is so without them.
    if (typed.length < 3 || typed.some((cell) => cell.length > longestColumn + 2 * mostMarks)) continue;
    const cells = typed.map((cell) => cell.replace(marksAround, ''));
    if (cells.some((cell) => cell.length > longestColumn)) continue;
    const known = cells.map((cell) => columns.find(([name]) => name.test(cell))?.[1]);
    if (known.filter((column) => column !== undefined).length >= 2) return [known, separator];
  }
  return undefined;
}
