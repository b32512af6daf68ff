import { expect, it } from 'vitest';
import { loadLexicon } from '../../adapters/node/lexicon.ts';
import { redactFields, scanFields } from '../../src/deidentify/index.ts';

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
