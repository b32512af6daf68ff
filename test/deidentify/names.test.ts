import { describe, expect, it } from 'vitest';
import { read } from '../../src/deidentify/document.ts';
import { apart } from '../../src/deidentify/names/apart.ts';
import { headsBehind } from '../../src/deidentify/names/heads-behind.ts';
import { readWords } from '../../src/deidentify/names/reading.ts';
import { joinAddresses } from '../../src/deidentify/settle.ts';
import { scan } from '../../src/index.ts';
import { found, shipped, tiny } from './cases.ts';

const bare = { ...shipped() };
// The rules on their own: without the learned tagger every layer has to stand by itself.
const rules = { firstName: bare.firstName, lastName: bare.lastName, place: bare.place, word: bare.word };
const said = (text: string): string => found(text, rules).join(' | ');

describe('people', () => {
  it.each([
    ['Client Will will not do homework.', 'Will'],
    ['mom (kayleigh) called', 'kayleigh'],
    ['her sister Ximena drives', 'Ximena'],
    ['Dr. Okafor agrees', 'Okafor'],
    ['spoke with Joost van der Meulen, 62', 'Joost van der Meulen'],
    ['goes by Jinx', 'Jinx'],
    ['anjali and tom are separated', 'anjali'],
    ['J.M., 41, trans woman', 'J.M.'],
    ['T & B want triad therapy', 'T & B'],
    ['an associate, initials MB, met her', 'MB'],
    ['Ref by: Dr. B. Quan', 'B. Quan'],
    ['Call Dr. Tobias Krenwinkel', 'Tobias Krenwinkel'],
    ['Hx per Wojtasik, Bo: no detox', 'Wojtasik, Bo'],
    ['My client Marguerite Osei, 34. I called marguerites sister.', 'marguerites'],
  ])('%s', (text, name) => expect(said(text)).toContain(name));

  it.each([
    'we hope to grant grace and mark each win',
    'Beck-style CBT',
    'Lewy body dementia',
    'the Hamilton depression scale',
    'Linehan says consult team',
    'mom d. 2019 of als',
    'they met irl, fwd this',
    'died by suicide on the ward',
    'a colleague somewhere in Aotearoa',
  ])('leaves "%s" alone', (text) => expect(found(text, rules)).toEqual([]));

  it('keeps a state or a province behind its town, whoever is called so', () => {
    expect(found('School psych in Calgary, Alberta. She is 12.', rules)).toEqual(['Calgary']);
    expect(found('My client Alberta, 12, hates school.', rules)).toEqual(['Alberta']);
  });

  it('finds short forms, parts and later mentions of a name', () => {
    const text = 'Saw Trinity Delgado today. Trin keeps calling. Delgado is also her dad. Trinity said so.';
    expect(found(text, rules)).toEqual(['Trinity Delgado', 'Trin', 'Delgado', 'Trinity']);
  });
});

describe('places and organizations', () => {
  it.each([
    ['lives in Tacoma now', 'Tacoma'],
    ['near lake oswego', 'lake oswego'],
    ['in Pinellas County', 'Pinellas County'],
    ['works at Tillman Freight', 'Tillman Freight'],
    ['goes to north ridge middle school', 'north ridge middle school'],
    ['at St. Aldhelm Medical Center', 'Aldhelm Medical Center'],
    ['estudia en la escuela Benito Juárez', 'escuela Benito Juárez'],
    ['worships at Masjid An-Noor', 'Masjid An-Noor'],
  ])('%s', (text, place) => expect(said(text)).toContain(place));

  it.each([
    'a private school near the hospital',
    'community mental health clinic',
    'licensed in Ohio and Kentucky',
    'she watches Sesame Street and plays Animal Crossing',
    'the VA waitlist',
    'sent to the ED',
  ])('leaves "%s" alone', (text) => expect(found(text, rules)).toEqual([]));
});

describe('forms, tables and e-mail', () => {
  it('read what stands behind a label, whatever its letter case', () => {
    const text = 'Name: HOLLIS, TAMARA J\nSchool: roosevelt\nEmployer: petrel logistics\nDx: F41.1';
    expect(found(text, tiny)).toEqual(['HOLLIS, TAMARA J', 'roosevelt', 'petrel logistics']);
  });

  it('read the cells of a table by its column names', () => {
    const text = 'name,dob,city,mrn\nRuben Ochoa,1988-02-14,Pueblo,88120\nwhich one is right?';
    expect(found(text, tiny)).toEqual(['Ruben Ochoa', '1988-02-14', 'Pueblo', '88120']);
  });
});

describe('phrases that single a person out', () => {
  it.each([
    "She is the county's only Black pediatrician.",
    'He is the first Sikh officer on the force.',
    'Pt is the bishop of a mid-size diocese.',
    'He was the pitcher who nodded off in the dugout on tv.',
    'She holds the national record in barrel racing.',
    'Survivor of the 2007 ferry sinking.',
    'He drives a hand-painted purple hearse.',
  ])('%s', (text) => expect(scan(text, tiny).some((one) => one.type === 'OTHER' && one.tier === 'check')).toBe(true));

  it.each([
    'The first session went well.',
    'It is the only thing that helps.',
    'She watches true crime on Netflix.',
    'my oldest client so far',
    'He is a nurse.',
  ])('leaves "%s" alone', (text) => expect(scan(text, tiny).filter((one) => one.type === 'OTHER')).toEqual([]));
});

describe('what belongs together', () => {
  const place = (text: string, part: string) => {
    const start = text.indexOf(part);
    return { start, end: start + part.length, type: 'ORG', reason: 'organisation', tier: 'check' } as const;
  };

  it.each([
    ['Sunrise at Willowbrook says no', 'Sunrise', 'Willowbrook', 1],
    ['serenity on spruce has rules', 'serenity', 'spruce', 1],
    ['Lucky Nails in Tacoma closed', 'Lucky Nails', 'Tacoma', 2],
  ])('%s: joins what "on" and "at" join, and not what "in" does', (text, one, other, count) =>
    expect(joinAddresses([place(text, one), place(text, other)], text)).toHaveLength(count),
  );

  it('takes the kind of place in small letters with its name', () => {
    const text = 'dad is in Stillwater prison, mom is fine';
    const [whole] = headsBehind(readWords(read(text, tiny)), [place(text, 'Stillwater')]);
    expect(text.slice(0, whole?.end)).toBe('dad is in Stillwater prison');
  });

  it.each([
    ['Talk to Delgado and Rosa first', 'NAME', 'namedPerson', 'Delgado and Rosa', ['Delgado', 'Rosa']],
    ['Ask Dr. Patel & Maria', 'NAME', 'namedPerson', 'Patel & Maria', ['Patel', 'Maria']],
    ['He is at Boeing in Everett', 'LOCATION', 'town', 'Boeing in Everett', ['Boeing', 'Everett']],
    ['Stuck at Truth or Consequences', 'LOCATION', 'town', 'Truth or Consequences', ['Truth or Consequences']],
    ['Smith and Sons let him go', 'ORG', 'organisation', 'Smith and Sons', ['Smith and Sons']],
    ['Lives at 1420 Rucker Ave. She left', 'LOCATION', 'address', '1420 Rucker Ave.', ['1420 Rucker Ave']],
    ['1420 Rucker Ave. near the park', 'LOCATION', 'address', '1420 Rucker Ave.', ['1420 Rucker Ave.']],
  ] as const)('%s: cuts what is two, and leaves the sentence its full stop', (text, type, reason, part, parts) => {
    const start = text.indexOf(part);
    const one = { start, end: start + part.length, type, reason, tier: 'remove', label: 'Colleague' } as const;
    const cut = apart([one], text);
    expect(cut.map(({ start: from, end }) => text.slice(from, end))).toEqual(parts);
    expect(cut.map(({ label }) => label)).toEqual(parts.map((_, i) => (i === 0 ? 'Colleague' : undefined)));
  });

  it('asks no list for what every object has', () => {
    expect(scan('My constructor Bob said so.', tiny).every((one) => typeof one.placeholder === 'string')).toBe(true);
    expect(scan('constructor Bob', tiny).map((one) => one.placeholder)).not.toContain('[Colleague]');
  });
});
