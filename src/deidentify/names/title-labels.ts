import { wordSet } from '../words/list.ts';

/** Titles that say a profession or an office, which may begin an organization's name: "Judge Rotenberg Center". */
export const office = wordSet(
  'dr dra drs prof professor rev reverend fr sgt lt capt cpl det detective officer deputy sheriff judge justice hon nurse coach pastor rabbi imam sheikh attorney atty',
);
const care = wordSet('dr dra drs prof professor nurse attorney atty');

/** What a placeholder calls whoever is named behind a title: no officer, judge, or pastor is a colleague. */
export const titleLabel = (low: string): 'Colleague' | 'Person' => (care.has(low) ? 'Colleague' : 'Person');
