import { wordSet } from './list.ts';

/** Behind A and I only a person: no article stands before a verb, and no "I" before its third person. */
export const thirdPerson = wordSet(
  "is isn't isnt was wasn't wasnt has hasn't hasnt does doesn't doesnt says wants thinks knows feels keeps comes goes gets tells asks cries texts denies refuses lives works",
);

/** The same in the past, and what goes with it. */
export const past = wordSet(
  "had hadn't did didn't didnt will won't wont would can can't cant said told asked wanted thought knew kept came went got cried texted called denied lived worked never who and",
);

/** Behind one of these a letter counts or grades something: "plan B", "hepatitis C", "an A", "Q and A". */
export const counts = wordSet(
  'a an the vitamin vit type cluster axis criterion criteria plan hepatitis hep part phase stage level grade schedule group item option section step bipolar column row apt apartment unit room wing ward suite building bldg form version exhibit team big gen x trails title class category point appendix table figure model factor line arm condition answer question letter',
);

/** Words that say when, how, or as what somebody called or was named; grammar and roles are told by their lists. */
export const noName = wordSet(
  'sick back again today yesterday tonight tomorrow late early twice once first last next home anonymously crying upset angry drunk high work names collect beneficiary executor executrix trustee power proxy agent captain valedictorian employee salutatorian unknown redacted withheld anonymous guilt shame fear anger rage grief sadness loneliness anxiety depression worry pain trauma trust safety control',
);
