import { expect, it } from 'vitest';
import { loadLexicon } from '../../adapters/node/lexicon.ts';
import { redact, redactFields, scan, scanFields } from '../../src/deidentify/index.ts';

const lexicon = loadLexicon();
const redacted = (question: string, advice: string) => {
  const fields = { question, advice };
  const read = redactFields(fields, scanFields(fields, lexicon));
  return { question: read.question?.text, advice: read.advice?.text };
};

it.each([
  ['Dr.', 'Provider: Dr. Ruth Feldman'],
  ['Dr.', 'Referred by: Dr. ruth feldman'],
  ['Dr', 'Therapist: Dr Feldman\n'],
  ['Dr.', 'my client Dr. Ruth Feldman came in'],
  ['Mr.', 'Name: Mr. Ruth Feldman'],
  ['Rev.', 'Mother: Rev. Ruth Feldman'],
  ['Prof.', 'From: Prof. Ruth Feldman'],
])('“%s” of a name found as “%s” stays what it is everywhere else', (title, advice) => {
  const question = `How do I ask the ${title} to review a case? I saw the ${title} yesterday, and another ${title} today.`;
  const read = redacted(question, advice);
  expect(read.question).toBe(question);
  expect(read.advice).not.toMatch(/feldman/i);
});

it.each([
  'My client Maria Pastor came. Then Pastor left.',
  'My client is Bishop. She said Bishop was her name, and Bishop left.',
  'Client: Tom Judge\nWe saw Judge twice, and Judge cried.',
])('a surname that is a title besides is found again: %s', (text) => {
  expect(redacted('How do I go on?', text).advice).not.toMatch(/Pastor|Bishop|Judge/);
});

const seen = (text: string): string => redact(text, scan(text, lexicon)).text;

it.each([
  ['I met with Mr. Lopez and Ms. Chen.', 'I met with Mr. [Person] and Ms. [Person 2].'],
  ['Call Ms. Adams.', 'Call Ms. [Person].'],
  ['Ask Ms. Adams.', 'Ask Ms. [Person].'],
  ['Tell Ms Lee first.', 'Tell Ms [Person] first.'],
  ['Her teacher Ms. Lee wrote.', 'Her teacher Ms. [Person] wrote.'],
  ['Mom and Ms. Lee argued.', 'Mom and Ms. [Person] argued.'],
  ['She saw Ms. Lopez, Ms. Chen, and Mr. Bell.', 'She saw Ms. [Person], Ms. [Person 2], and Mr. [Person 3].'],
  ['Thanks to Ms Park and Ms Adams.', 'Thanks to Ms [Person] and Ms [Person 2].'],
  ['See Dr. Okonjo.', 'See Dr. [Colleague].'],
  ['Call Mx. Bell today, then Mx. Chen.', 'Call Mx. [Person] today, then Mx. [Person 2].'],
  ['I met with Mr. Lopez and Nurse Marsh.', 'I met with Mr. [Person] and Nurse [Colleague].'],
  ['Thanks to Rabbi Marsh and Rabbi Day.', 'Thanks to Rabbi [Person] and Rabbi [Person 2].'],
  ['Her teacher Officer Lee wrote.', 'Her teacher Officer [Person] wrote.'],
  ['Call Det. Adams.', 'Call Det. [Person].'],
])('a title stays, and who stands behind it is a person: %s', (text, expected) => expect(seen(text)).toBe(expected));

it.each([
  ['She attends Lincoln MS and then Jefferson HS.', 'She attends [School] and then [School 2].'],
  ['At the Judge Rotenberg Center he cried.', 'At [Organization] he cried.'],
  ['She went to Dr. Phillips High School.', 'She went to [School].'],
])('an organization with a title in its name stays one: %s', (text, expected) => expect(seen(text)).toBe(expected));
