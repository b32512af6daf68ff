import type { Scanner } from '../../src/index.ts';

/**
 * Invented; together they hold something for every detector, so that all of them are ready for the first case. All of it is
 * English: what tells other languages apart takes 30 MB, and waits for the first text in one of them.
 */
const samples = [
  `Question: my client Maribel Quintero (34F, MRN 00482913, DOB 03/14/1991) stopped coming after her sister Dolores called
from 212-555-0147 on March 3rd, 2025. Dr. Okafor at Saint Brendan’s Hospital wrote from j.okafor@example.org, see
https://example.org/notes/4821 and @dolores.q.

Facts: she lives at 14 Elm Street, Apt 2B, Marfa, TX 79843 and teaches at Alder Creek Middle School. She is the only deaf
firefighter in her county; her grandfather is 93. PHQ-9 went from 18/27 to 9/27, sertraline 50 mg. IP 192.0.2.14, plate 7ABC123.`,
  `Name: Thandiwe R. Brandvold
Provider: Dr. Ruth Feldman; Employer: Lucky Nails of Marfa
**Intake:** b-day is ten eleven eighty four, seen the nineteenth, then Mon 3/17 and since April. K. said her mom, T & B, J.M. and
Sarah P. knew. Ms. McAllister's son (8) is loud_boy_22 on insta, $tamsin_pays, u/quiet_one, c_vo at proton dot me.
Aged 91, like her aunt, 97. Call 07700 900123 or five five five oh one six two, room 4. Sarahs sister met the Bakers.

last,first,dob,phone
Okafor,Tamsin,1990-02-03,555-0134

The mayor of our town, who was on the local news, is the retired pitcher who lost the house on Route 9. One of three nurses in
Alpine who survived the 2011 fire saw it on TV. In December people slump; 1/2 of them; x 3 weeks, CPT 90837, 9.5 mg, rent 1200.
MAC 00:1A:2B:3C:4D:5E, fe80::1ff:fe23:4567:890a, VIN 1HGCM82633A004352, file smith_j.pdf, claim #A-20418, J&amp;J, 3/4/5.
Mitchell (1988), Gordon et al., the Bowen family systems model, "What Happened to You?", read Hayes. Will told me he has a gun.
She saw a judge, cc'd the sheriff, and drives the only red Studebaker in the county. MARCH 2020 / 20.iv.24 / 4 mars 2024.`,
];

/** Signs beyond one byte need every pattern compiled once more; some texts hold a few of them. */
const wide = ' →';

/**
 * Scans invented texts: the first scan of a process takes many times as long as the next. Twice each, because patterns are
 * compiled when they run for the second time. Whoever waits for an answer gets it in between.
 */
export const warmUp = async (scanner: Scanner): Promise<void> => {
  const texts = samples.flatMap((sample) => [sample, sample + wide]);
  for (const text of [...texts, ...texts]) {
    await scanner.scan({ text }, new Set());
    await new Promise(setImmediate);
  }
};
