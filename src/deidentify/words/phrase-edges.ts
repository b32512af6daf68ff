import { wordSet } from './list.ts';

/** Behind one of these a phrase has not come to its end. */
export const opensPhrase = wordSet(
  'of at in on by from for with to who whose that which where during after about near behind outside under over',
  'against across through between into the a an her his their our my and',
);

/** With these a phrase goes on: "mine collapse at the salt works", "doctor who took out her own appendix". */
export const goesOn = wordSet(
  'of at in on by from to who whose that which where during about near behind outside under over against across',
);

/** With these begins what is said of the phrase, or another clause. */
export const endsPhrase = wordSet(
  'and but so because when while if since though although or he she they i we it is was are were has had have will',
  'would now says said wants',
);
