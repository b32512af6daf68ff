import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCheckins } from '../../adapters/node/checkin-settings.ts';
import { soundsLikeCrisis } from '../../src/features/checkin/peer-support/crisis.ts';
import { emergencyFor, linesFor, type Reader } from '../../src/features/checkin/peer-support/where.ts';
import { checkin } from '../../src/i18n/en/checkin.ts';
import { en } from '../../src/i18n/en/index.ts';

const root = resolve(import.meta.dirname, '../..');

/** Every sentence, with something in place of what it is given. */
const sentences = (of: Record<string, unknown>): [string, string][] =>
  Object.entries(of).map(([key, entry]) => [key, typeof entry === 'string' ? entry : String(entry)]);

describe('words', () => {
  it('hold nothing of the Maslach inventory, nor anything that sounds like it', async () => {
    const proqol = await readFile(join(root, 'data/instruments/proqol5.json'), 'utf8');
    const everything = [...sentences(en).map(([, text]) => text), proqol].join('\n').toLowerCase();
    for (const phrase of [
      /emotionally drained/,
      /used up at the end/,
      /fatigued when i get up/,
      /burned out from my work/,
      /frustrated by my job/,
      /working too hard on my job/,
      /end of my rope/,
      /working with people all day/,
      /strain for me/,
      /treat some .*(recipients|objects)/,
      /callous/,
      /hardening me emotionally/,
      /don.?t really care what happens/,
      /recipients? blame me/,
      /positively influencing/,
      /feel very energetic/,
      /relaxed atmosphere/,
      /exhilarated after working/,
      /accomplished many worthwhile/,
      /emotional problems very calmly/,
      /deal very effectively with the problems/,
      /easily understand how my/,
      /emotional exhaustion/,
      /depersonali[sz]ation/,
      /maslach|\bmbi\b/,
    ])
      expect(everything).not.toMatch(phrase);
  });

  it('of check-ins are calm: no praise, no pressure, no comparison with others, no alarm', () => {
    for (const [key, text] of sentences(checkin)) {
      if (key === 'checkin.group.withheld') continue;
      expect(text, key).not.toMatch(
        /!(?!==)|streak|you missed|missed|badge|percentile|great job|well done|congrat|resilien|should have|overdue|don.t forget|average clinician|\b(?:safe|secure|compliant|guaranteed)\b/i,
      );
    }
  });

  it('say exactly the same when a picture is withheld', () => {
    expect(checkin['checkin.group.withheld']).toBe('Not enough answers to show a summary this time.');
    expect(sentences(checkin).filter(([, text]) => /not enough answers/i.test(text))).toHaveLength(1);
  });
});

describe('words about not wanting to live', () => {
  it.each([
    'I dont want to go on',
    'I don’t want to go on.',
    'I can’t go on',
    'want to kill myself',
    'thinking of ending it all',
    'SUICIDAL again',
    'I wish I was dead',
    'everybody would be better off without me',
    'no reason to live',
  ])('are heard: %s', (text) => expect(soundsLikeCrisis(text)).toBe(true));
  it.each([
    'I want to go on vacation',
    'this week was killing',
    'the meeting can go on without me',
    'what a week',
    'I do not want to go on call',
  ])('are not read into: %s', (text) => expect(soundsLikeCrisis(text)).toBe(false));
});

describe('lines to call', () => {
  const settings = loadCheckins();
  const american = '988 Suicide & Crisis Lifeline: call or text 988';
  const canadian = '988 Suicide Crisis Helpline: call or text 988';
  const reader = (locale: string, zone: string | null = null, place: Reader['place'] = null) => ({
    locale,
    zone,
    place,
  });
  const lines = (of: Reader, from = settings) => linesFor(from, of).map(({ line }) => line);

  it.each([
    ['a locale', reader('en-US', 'UTC'), [american]],
    ['a locale in another language', reader('es-US', 'UTC'), [american]],
    ['a French Canadian’s locale', reader('fr_ca', 'UTC'), [canadian]],
    ['a locale as systems write it', reader('en-US@posix', 'UTC'), [american]],
    ['a time zone', reader('en', 'America/New_York'), [american]],
    ['a time zone, under its old name', reader('es', 'US/Pacific'), [american]],
    ['a time zone of a territory', reader('es', 'America/Puerto_Rico'), [american]],
    ['a Canadian time zone', reader('fr', 'America/Montreal'), [canadian]],
    ['the group’s place', reader('es-419', 'UTC', 'us'), [american]],
    ['the group’s place alone', reader('en', null, 'us'), [american]],
    ['a time zone before a foreign locale', reader('en-GB', 'America/Chicago'), [american, 'Samaritans: call 116 123']],
    ['any of the three', reader('de-DE', 'Europe/Berlin', 'us'), [american]],
    ['the group’s place where it names two countries', reader('en', 'UTC', 'uk'), ['Samaritans: call 116 123']],
  ])('are those of the country by %s', (_by, of, expected) => expect(lines(of)).toEqual(expected));

  it('are those of the language where an operator gave them so, and none where a country is known to have none', () => {
    expect(lines(reader('de-AT'), { ...settings, lines: { de: ['0800'] } })).toEqual(['0800']);
    expect(
      lines(reader('de-AT', 'America/Denver'), { ...settings, lines: { ...settings.lines, de: ['0800'] } }),
    ).toEqual([...[american, '0800']]);
    expect(lines(reader('de-DE', 'Europe/Berlin'))).toEqual([]);
  });

  it('are all of them, each with its country, where nothing says what the country is', () => {
    expect(linesFor(settings, reader('fr', 'UTC'))).toContainEqual({ line: canadian, countries: ['CA'] });
    expect(linesFor(settings, reader('fr', 'UTC'))).toContainEqual({ line: american, countries: ['US'] });
  });

  it.each([
    [reader('en-GB', 'Europe/London'), ['999']],
    [reader('en', 'Australia/Sydney'), ['000']],
    [reader('es-US'), ['911']],
    [reader('en-GB', 'America/Chicago'), ['911', '999']],
    [reader('fr-FR', 'Europe/Paris'), ['112']],
    [reader('fr', 'UTC'), []],
  ])('stand above the emergency number of %o', (of, expected) =>
    expect(emergencyFor(settings, of).map(({ number }) => number)).toEqual(expected),
  );
});
