import { wordSet } from './list.ts';

/** Words behind an author's name: with them the name is a method's, an instrument's or a condition's. */
export const methodWords = wordSet(
  'reply replies letter letters critique rebuttal commentary citation clips clip audiobook class seminar scale scales inventory inventories test tests index questionnaire checklist interview screener measure measures score scores criteria syndrome disease disorder palsy sign reflex lymphoma anomaly protocol protocols principle principles model method methods technique techniques theory theories approach style stage stages phase phases task tasks manual handout handouts worksheet worksheets workbook book books chapter podcast study studies paper article articles meta-analysis review talk talks quote quotes sense complex effect effects paradox law curve hierarchy pyramid triangle wheel cycle map maps grid matrix exercise exercises intervention interventions training institute-style certified framework formulation diary card cards letter-writing script scripts chair work-up workup questions definition concept concepts idea steps step hypothesis paradigm experiment therapy therapist-speak school-of series lecture lectures blog video videos',
);

/** Of these the ones that are said of theories and conditions only, never of what a person owns. */
export const theoryWords = wordSet(
  'scale scales inventory inventories index indices questionnaire checklist criteria syndrome disease disorder palsy sign signs reflex lymphoma anomaly malformation chorea encephalopathy aphasia contracture phenomenon phenomena manoeuvre maneuver protocol principle principles model models technique theory theories style taxonomy stages phases paradox law curve hierarchy pyramid triangle wheel cycle grid matrix formulation hypothesis paradigm experiment experiments effect complex factors tasks criteria paper papers study studies meta-analysis review manual workbook chapter cut-offs cutoffs matrices grading staging level levels classification',
);

/** Last words of the names of instruments, methods and conditions that are written with capitals. */
export const instrumentHeads = wordSet(
  'scale scales inventory inventories index questionnaire checklist test task tasks battery rating method technique protocol procedure model theory principle syndrome disease disorder palsy effect law paradox triangle matrix matrices curve hierarchy taxonomy criteria sorting reflex maneuver manoeuvre act',
);

/** Behind the possessive of an author's name what he or she wrote, thought or found: "Winell's religious trauma work". */
export const writings = wordSet(
  'work works research writing writings text texts adaptation adaptations data findings trial trials line lines idea ideas essay essays poem poems novel novels play original drills curriculum components component tradition thinking template templates acronym mnemonic metaphor phrase notion notions term terms monograph dissertation keynote plenary interviews review reviews reader companion primer website site memoir lecture lectures papers critique blog newsletter resources sense introduction translation translations version group groups lab team envelope shoulders geese chair',
);
