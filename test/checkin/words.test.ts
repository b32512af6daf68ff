import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCheckins } from '../../adapters/node/checkin-settings.ts';
import { linesFor, soundsLikeCrisis } from '../../src/features/checkin/peer-support/crisis.ts';
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

  it('lead to the lines of the country, of the language, or to the emergency number alone', () => {
    const settings = loadCheckins();
    expect(linesFor(settings, 'en-US')).toEqual(['988 Suicide & Crisis Lifeline: call or text 988']);
    expect(linesFor(settings, 'en_gb')[0]).toContain('116 123');
    expect(linesFor(settings, 'de')).toEqual([]);
    expect(linesFor({ ...settings, lines: { de: ['0800'] } }, 'de-AT')).toEqual(['0800']);
  });
});
