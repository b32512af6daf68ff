import { expect, it } from 'vitest';
import { redact, scan } from '../../src/index.ts';
import { shipped } from './cases.ts';

const seen = (text: string): string => redact(text, scan(text, shipped())).text;

it.each([
  ['Account 5551234567 was closed.', 'Account [Account number] was closed.'],
  ['Claim 5551234567, policy number 555-1234.', 'Claim [ID], policy number [ID].'],
  ['Member 4155550137 and invoice 555-0137.', 'Member [ID] and invoice [ID].'],
  ['Call 555-123-4567.', 'Call [Phone number].'],
])('a number is what its label says: %s', (text, expected) => expect(seen(text)).toBe(expected));

it.each([
  ['My client in Denver works each Sunday.', 'each Sunday'],
  ['Her grandmother in Boston calls each Friday.', 'each Friday'],
  ['Tamsin fasts every Friday and most Mondays.', 'every Friday and most Mondays'],
  ['In Denver Mara says Thanks and Happy Easter to everyone.', 'and Happy Easter to everyone'],
  ['Mara wrote Merry Christmas on it.', 'Merry Christmas'],
])('days that come again tell nobody: %s', (text, kept) => expect(seen(text)).toContain(kept));

it.each([
  ['Step-dad Rick came.', 'Step-dad [Father] came.'],
  ['Ex-wife Dana called.', 'Ex-wife [Wife] called.'],
  ['The daughter, nine years old, named Lily, cried.', 'The daughter, nine years old, named [Daughter], cried.'],
  ['My nine-year-old client, Lily, cried.', 'My nine-year-old client, [Client], cried.'],
  ['Her PO, Officer Dale Kim, called.', 'Her PO, Officer [Person], called.'],
  ['In the room: Okafor, C. (mother), Quist, L. (aunt).', 'In the room: [Person] (mother), [Person 2] (aunt).'],
  ['Grant R01-MH120034? No: protocol version 4.2.1.', 'Grant R01-MH120034? No: protocol version 4.2.1.'],
  ['The Camry was stolen.', 'The Camry was stolen.'],
])('what somebody is stays: %s', (text, expected) => expect(seen(text)).toBe(expected));
