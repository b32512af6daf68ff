import type { FindingType } from '../types.ts';

/**
 * What the tagger says of a piece of text. The kinds that run over several words and stand side by side (a first name
 * beside another person's) tell the first word from the others; the rest need one label. Order is part of the model file.
 */
export const labels = [
  'O',
  'B-NAME',
  'I-NAME',
  'B-LOCATION',
  'I-LOCATION',
  'B-ORG',
  'I-ORG',
  'DATE',
  'ID',
  'AGE',
  'OTHER',
] as const;
export type Label = (typeof labels)[number];

export const outside = 0;

/** The finding type of each label. `ID` stands for every structured type: the rules tell phone from plate. */
export const labelTypes: readonly (FindingType | undefined)[] = labels.map((label) =>
  label === 'O' ? undefined : (label.replace(/^[BI]-/, '') as FindingType),
);

/** Whether `next` may follow `before`: a later word of a name needs a word of the same name before it. */
export const mayFollow = (before: number, next: number): boolean => {
  const label = labels[next];
  if (!label?.startsWith('I-')) return true;
  return labelTypes[before] === labelTypes[next];
};

/** The label of a word inside a gold span of a type, `first` for its first word. Used by the trainer. */
export const labelOf = (type: FindingType, first: boolean): number => {
  const kinds: Readonly<Record<string, string>> = { PHONE: 'ID', EMAIL: 'ID', URL: 'ID', IP: 'ID' };
  const kind = kinds[type] ?? type;
  const begun = labels.indexOf(`${first ? 'B' : 'I'}-${kind}` as Label);
  return begun >= 0 ? begun : labels.indexOf(kind as Label);
};
