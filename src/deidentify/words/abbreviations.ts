/** A full stop after these does not end a sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
  [
    'dr mr mrs ms mx st sr jr prof rev fr sgt det cpt capt lt hon no vs v approx pt cl hx dx tx rx appt dept inc ave',
    'rd ln blvd ct apt mt ft sra bp gov sen rep atty esq e i g',
  ].flatMap((line) => line.split(' ')),
);
