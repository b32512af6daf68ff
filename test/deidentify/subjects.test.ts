import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/index.ts';
import { found, shipped } from './cases.ts';

/** Subjects that name nobody: quantifiers, people by what they are, offices. Neither the tagger nor the weights learned from them. */
const nobody = [
  ...['Everyone', 'Most', 'Anybody', 'Whichever', 'Countless people', 'Enough', 'Various people', 'The rest'],
  ...['Bookkeepers', 'Dietitians', 'Landlords', 'Bystanders', 'Tutors', 'Midwives', 'Plumbers', 'Undergraduates'],
  ...['Beekeepers', 'Translators', 'Janitors', 'Cashiers', 'Investigators', 'Widows', 'Newcomers', 'Twins'],
  ...['Maintenance', 'Catering', 'Marketing', 'Radiology', 'Finance', 'Accounting', 'Personnel', 'Transport'],
];
/** Said to somebody, about somebody, in a text that speaks of a client or of nobody. */
const frames = [
  (who: string) => `${who} told me to be patient.`,
  (who: string) => `${who} told me. What now?`,
  (who: string) => `${who} said the same last spring.`,
  (who: string) => `${who} asked me about the waitlist.`,
  (who: string) => `${who} insisted on a second opinion. She is 34 and afraid of it.`,
  (who: string) => `My client, 41F, quit again. ${who} told me he had been drinking.`,
];

/** Of these the ones that say enough of a person to tell one from an author. */
const told = frames.filter((frame) => / (?:told|asked) me/.test(frame('X')));

const learnedFrom = ['scripts/tagger/makers/unnamed.ts', 'bench/deid/subjects.txt']
  .map((path) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8'))
  .join('\n');

describe('a capital that is the sentence’s', () => {
  it.each(nobody)('"%s told me" names nobody', (who) =>
    expect(frames.flatMap((frame) => found(frame(who))).join(' ')).not.toContain(who.split(' ')[0]),
  );

  it('is shown with words from which nothing was learned', () => {
    const known = nobody.filter((who) => new RegExp(`\\b${who.replaceAll(' ', '_')}\\b`).test(learnedFrom));
    expect(known).toEqual(['Everyone', 'Most']);
  });

  it.each(['Marisol', 'Okafor', 'Grace', 'Hayes', 'Will', 'Devonte', 'Quintanilla', 'Hope'])(
    'in the same sentences "%s" is somebody',
    (name) =>
      expect(told.filter((frame) => !found(frame(name)).includes(name)).map((frame) => frame(name))).toEqual([]),
  );

  it.each([
    ['She cries about Hope every night.', 'Hope'],
    ['Still sad about Violet, he says, 34M.', 'Violet'],
    ['My client worries about Dusty and the baby.', 'Dusty'],
  ])('%s', (text, name) => expect(found(text)).toContain(name));
});

describe('what a finding is called', () => {
  const placeholders = (text: string): string =>
    scan(text, shipped())
      .map((one) => one.placeholder)
      .join(' ');

  it.each([
    ['Her record, MRN 00482913, is wrong.', '[ID]'],
    ['Pt SSN 078-05-1120 was in the note.', '[ID]'],
    ['Her attorney Joan Mills wants the file.', '[Colleague]'],
    ['She left Boeing in Everett and cries about it.', '[Place] [Place 2]'],
  ])('%s', (text, said) => expect(placeholders(text)).toContain(said));
});
