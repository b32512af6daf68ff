import { type Candidate, type Document, group, matches, matchesAt } from '../document.ts';

const what = { type: 'NAME', reason: 'initials' } as const;
const pointed = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.\s?){1,3}\p{Lu}\.(?![\p{L}\p{N}])/uy;
const notPerson =
  /^(?:U\.?\s?S\.?|U\.?\s?K\.?|A\.?M\.?|P\.?M\.?|D\.?C\.?|E\.?R\.?|P\.?S\.?|E\.?D\.?|I\.?D\.?|Ph\.?D\.?|M\.?D\.?|B\.?A\.?|M\.?A\.?|B\.?S\.?|M\.?S\.?|R\.?N\.?|J\.?D\.?|I\.?V\.?|I\.?Q\.?|A\.?A\.?|N\.?A\.?|T\.?V\.?|U\.?S\.?A\.?|U\.?S\.?C\.?|C\.?F\.?R\.?|D\.?O\.?B\.?|S\.?S\.?N\.?|M\.?R\.?N\.?|I\.?E\.?P\.?|R\.?O\.?I\.?|P\.?O\.?|L\.?A\.?|N\.?Y\.?|N\.?C\.?|S\.?C\.?|W\.?V\.?|R\.?I\.?|N\.?J\.?|N\.?M\.?|N\.?H\.?|S\.\s?K\.?|n\.?s\.?|O\.?C\.?D\.?|D\.?B\.?T\.?|C\.?B\.?T\.?)$/;
const surnamePoint = /(?<![\p{L}\p{N}.])(\p{Lu}\p{Ll}{1,15}(?:-\p{L}\p{Ll}{1,15})?\s\p{Lu}\.)(?=[\s,;:!?)'"]|$)/uy;
const cued =
  /\b(?:client|cl|pt|patient|mom|dad|mother|father|sister|brother|wife|husband|son|daughter|dtr|partner|bf|gf|friend|intern|supervisee|associate|colleague|judge|named|initials?|dr|mr|mrs|ms|goes by|on|re|like|both|w\/|saw|told|says) \(?["']?((?:\p{Lu}\.?\s?){1,3}|\p{Ll}\.)["']?\)?(?=[\s,;:!?)('"-]|$)/dgu;
const single =
  /(?<![\p{L}\p{N}.'&/+-]|\b(?:vitamin|vit|type|cluster|axis|criterion|plan|hepatitis|hep|part|phase|stage|level|grade|schedule|group|item|option|section|step|bipolar|column|row|apt|unit|room|wing|ward|suite|building|bldg|form|version|exhibit|team|big|gen|x|trails) )(\p{Lu})(\.(?=\s\p{Ll}|\s?[,;:)(]|\s?$)|(?='s\b)|(?=\s(?:says|said|told|wants|is|was|has|and|kept|asked|came|texted|called|toward|hit|left|lost|moved|thinks|feels)\b)|(?=,? \(?\d{1,2}[MFmf,)\s])|(?= \((?:my|her|his|the|our|a|pt|cl|client|roommate|mom|dad|partner|bf|gf|she|he|they)\b))/dmuy;
// "C. difficile", "H. pylori".
const species =
  /^\p{Lu}\.\s(?:diff(?:icile)?|pylori|coli|albicans|aureus|pneumoniae|influenzae|burgdorferi|gondii|trachomatis|elegans|sativa|perforatum|cerevisiae|\p{Ll}{3,}(?:ensis|aceae|coccus|phila|ella|monas))(?!\p{L})/u;
const pair = /(?<![\p{L}\p{N}.&/])(\p{Lu})\.? (?:&|and|\+|vs\.?|v\.?) (\p{Lu})(?:\.(?!\p{L})|(?![\p{L}\p{N}.&/+-]))/duy;
const lower =
  /\b(?:client|cl|pt|patient|update on|re|about|abt|saw|by|named|initial) ((?:\p{Ll}\.){1,3}|[b-hj-z](?=\s(?:texts?|says?|said|told|wants|texted|called|came)\b)|[b-hj-z](?=\s(?:there|lol)\b))(?=[\s,;:!?)–-]|$)/dgu;
// "k. always texts by noon": in small letters, with what people do behind the point.
const dotted =
  /(?<![\p{L}\p{N}.'/-])([b-hj-z])\.(?='s\b|\s(?:is|was|has|had|says|said|texts|texted|always|never|still|wants|wanted|came|comes|called|calls|told|tells|keeps|kept|cried|cries|didnt|doesnt|wont)\b)/dgu;
const bare =
  /(?<![\p{L}\p{N}.'/-])(\p{Lu}{2})(?=\s?(?:\(\d{1,2}|, \d{1,2}[,MF ]|\s(?:says|said|told|disclosed|texted)\b))/uy;

/** Initials and single letters that stand for a person: "J.M.", "K. said", "T & B", "Sarah P.". */
export function initials(document: Document): Candidate[] {
  const { text, lexicon } = document;
  const one = (m: RegExpExecArray) => group(m, 1);
  return [
    ...matchesAt(document, document.starts.capitals, pointed, what, (m) => !notPerson.test(m[0].replace(/\s/g, ''))),
    ...matchesAt(document, document.starts.capitals, surnamePoint, { ...what, reason: 'fullName' }, (m) => {
      const [name = ''] = (m[1] ?? '').split(' ');
      return (
        lexicon.firstName(name.toLowerCase()) > 0 &&
        lexicon.word(name.toLowerCase()) < 3 &&
        !/^(?:Vitamin|Type|Plan|Part|Hep)$/.test(name)
      );
    }),
    ...matches(document, cued, what, (m) =>
      // "mom d. 2019": died.
      /^[bd]\.$/.test(m[1] ?? '') && /^\s?['‘]?\d{2,4}/.test(text.slice(m.index + m[0].length))
        ? false
        : /^[A-Z]/.test(m[1] ?? '')
          ? !/^(?:I|A|PT|OT|SI|HI|OD|ED|ER|TV|AA|NA|MD|RN|NP|PA|SW|CM|DV|IPV|BP|ID|ADA|ABA|CBT|DBT|OCD|MDD|GAD|BPD|IOP|PHP|ROI|CPS|APS|SUD|AUD|OUD|LD|CD|DX|TX|HX|[A-Z]{3})\s?$/.test(
              m[1] ?? '',
            ) && trimmed(text, one(m))
          : trimmed(text, one(m)),
    ),
    ...matchesAt(
      document,
      document.starts.capitals,
      single,
      what,
      (m, start) =>
        m[1] !== 'I' &&
        m[1] !== 'A' &&
        !species.test(text.slice(start)) &&
        m[1] !== 'Q' &&
        !/^(?:S|O|A|P|B|I)$/.test(text[start - 1] === '\n' ? (m[1] ?? '') : '') &&
        one(m),
    ),
    ...matchesAt(document, document.starts.capitals, pair, what, (m, start, end) =>
      /^(?:I|A|Q)$/.test(m[1] ?? '') || /^(?:I|A)$/.test(m[2] ?? '') || /^[QMRDSHTC] ?& ?[AEDPTCIR]$/.test(m[0])
        ? false
        : ([start, end] as const),
    ),
    ...matches(document, lower, what, (m) => !/\s[bd]\.$/.test(m[0]) && one(m)),
    ...matchesAt(
      document,
      document.starts.capitals,
      bare,
      what,
      (m) =>
        !/^(?:SI|HI|OD|ED|ER|TV|AA|NA|MD|RN|NP|PA|SW|CM|DV|BP|ID|PT|OT|IQ|DX|TX|HX|MD|AN|BN|ND|LD|CD|MI|BA|PE|EF|AQ|SE|QA|VA)$/.test(
          m[1] ?? '',
        ),
    ),
  ];
}

const labelled =
  /\binitials?(?: are| is|:)? ["'(]?((?:\p{Lu}\.?\s?){1,2}\p{Lu}\.?|\p{Ll}\.\p{Ll}\.?)(?=[\s,;:!?.)'"-]|$)/dgu;

/** "whose initials are em": two or three small letters that are no word of the sentence. */
const smallLabelled = /\binitials?(?: are| is| were|:) ["'(]?(\p{Ll}{2,3})["')]?(?=[\s,;:!?.)]|$)/dgu;
const aboutInitials =
  /^(?:on|in|at|by|to|of|as|an|or|up|my|no|so|if|it|we|he|me|us|not|the|all|too|his|her|our|its|for|and|but|now|yes|you|any|off|out|set|how|why|due|new|old|two|one)$/;

/** Letters after the word itself, "initials MB": nothing else they could be. */
export function labelledInitials(document: Document): Candidate[] {
  const small = matches(document, smallLabelled, what, (m) => !aboutInitials.test(m[1] ?? '') && group(m, 1));
  const pointed = matches(document, dotted, what, (m) => group(m, 1));
  // Once it may be a slip.
  return [...matches(document, labelled, what, (m) => group(m, 1)), ...small, ...(pointed.length > 1 ? pointed : [])];
}

const trimmed = (text: string, span: readonly [number, number] | false) =>
  span && ([span[0], span[0] + text.slice(span[0], span[1]).trimEnd().length] as const);
