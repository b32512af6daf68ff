import { describe, expect, it } from 'vitest';
import { shippedFiles } from '../../adapters/node/consultation-files.ts';
import { Duty, Template } from '../../src/index.ts';

const step = { id: 'tell', name: { en: 'Tell' }, minutes: 5, turn: 'presenter', prompt: { en: 'Tell it.' } };
const question = { id: 'question', label: { en: 'What is it?' }, max: 300, required: true };
const whole = {
  ...{ id: 'own_way', order: 5, name: { en: 'Our way' }, about: { en: 'Two steps.' }, anonymous: false },
  fields: [question],
  steps: [step],
};
const problems = (file: object): string => {
  const read = Template.safeParse(file);
  return read.success ? '' : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
};

describe('a template', () => {
  it('is taken as it should be', () => expect(problems(whole)).toBe(''));

  it.each([
    ['a sentence without English', { ...whole, name: { de: 'Unser Weg' } }, 'English'],
    ['a field that nobody knows', { ...whole, colour: 'green' }, 'colour'],
    ['no question first', { ...whole, fields: [{ ...question, id: 'facts' }] }, 'question'],
    ['a question that is not required', { ...whole, fields: [{ ...question, required: false }] }, 'question'],
    ['two fields of one name', { ...whole, fields: [question, question] }, 'same id'],
    ['a name that the form uses', { ...whole, fields: [question, { ...question, id: 'urgency' }] }, 'form itself'],
    [
      'more text than one message holds',
      { ...whole, fields: [question, ...['one', 'two', 'three'].map((id) => ({ ...question, id, max: 1000 }))] },
      'at most 3000',
    ],
    ['turns of others without a name', { ...whole, anonymous: true, steps: [{ ...step, turn: 'group' }] }, 'who asked'],
    [
      'a turn of a part that it has not',
      { ...whole, steps: [step, { ...step, id: 'lead', turn: 'facilitator' }] },
      'facilitator',
    ],
    [
      'parts that nobody is asked to take',
      { ...whole, parts: [{ role: 'facilitator', name: { en: 'Lead' }, required: true }] },
      'parts are taken',
    ],
    [
      'a choice after which nothing comes',
      { ...whole, steps: [{ ...step, choices: [{ id: 'one', name: { en: 'One' }, prompt: { en: 'Do.' } }] }] },
      'step after',
    ],
    ['minutes that are none', { ...whole, steps: [{ ...step, minutes: 0 }] }, 'minutes'],
  ])('is refused with %s', (_, file, why) => expect(problems(file)).toContain(why));

  it('is shipped neither for the ten-step method, the incident method, nor the consultancy protocol', () => {
    expect(JSON.stringify(shippedFiles().templates)).not.toMatch(
      /pigors|incident method|consultancy protocol|ten-step/i,
    );
  });
});

it('a duty to protect has its source and year', () => {
  const neutral = shippedFiles().duties[0] as object;
  expect(Duty.safeParse(neutral).success).toBe(true);
  expect(Duty.safeParse({ ...neutral, year: undefined }).success).toBe(false);
  expect(Duty.safeParse({ ...neutral, source: '' }).success).toBe(false);
});
