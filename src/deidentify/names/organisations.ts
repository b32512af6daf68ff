import type { Candidate } from '../document.ts';
import type { Reason } from '../types.ts';
import {
  bodyHeads,
  courtHeads,
  firmHeads,
  genericModifiers,
  healthHeads,
  schoolHeads,
  strongLower,
  worshipHeads,
} from '../words/organisations.ts';
import { clientWords, kinLabels, personVerbs } from '../words/people.ts';
import { before, type Word } from './reading.ts';

const kinds: readonly (readonly [ReadonlySet<string>, Reason, string])[] = [
  [schoolHeads, 'school', 'School'],
  [worshipHeads, 'worship', 'Place of worship'],
  [healthHeads, 'healthPlace', 'Clinic'],
  [courtHeads, 'court', 'Court or police'],
  [bodyHeads, 'organisation', 'Organisation'],
  [firmHeads, 'employer', 'Employer'],
];

const joiners = new Set("of the and & for at de la del des du - ' + / on in".split(' '));

/** Which kind of organisation a word heads, if any. */
export function headKind(word: string): { reason: Reason; label: string } | undefined {
  const kind = kinds.find(([heads]) => heads.has(word));
  return kind && { reason: kind[1], label: kind[2] };
}

/** Organisations by their last word: a run of capitals with a head in it, or one or two telling words before a head in small letters. */
export function organisations(words: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < words.length; i++) {
    const head = words[i];
    if (head?.kind !== 'word') continue;
    const leading = leadingHeads.has(head.low) && !head.capital ? leadingWindow(words, i) : undefined;
    const site = sites.has(head.low) && !head.capital ? siteWindow(words, i) : undefined;
    const kind =
      headKind(head.low) ??
      (leading && { reason: 'organisation' as const, label: 'Organisation' }) ??
      (site && { reason: 'employer' as const, label: 'Employer' });
    if (!kind) continue;
    const span =
      leading ??
      site ??
      (head.capital ? capitalWindow(words, i) : strongLower.has(head.low) ? lowerWindow(words, i) : undefined);
    if (!span) continue;
    const first = words[span[0]] as Word;
    const last = words[span[1]] as Word;
    const label =
      words
        .slice(span[0], span[1] + 1)
        .map((word) => headKind(word.low))
        .findLast((one) => one !== undefined) ?? kind;
    found.push({
      start: first.start,
      end: last.end,
      type: 'ORG',
      reason: label.reason,
      label: label.label,
      tier: span[2],
    });
    i = span[1];
  }
  return found;
}

/** Languages that put the kind first: "escuela Benito Juárez", "boulangerie Petit Matin", "edificio Girasol". */
const leadingHeads = new Set(
  'juzgado tribunal maternite foyer ehpad cmp creche mairie prefecture tienda asilo residencia consultorio posta sanatorio panaderia parroquia taller escuela colegio liceo universidad hospital clinica iglesia parroquia edificio residencial torre centro parque plaza tienda restaurante panaderia farmacia banco fabrica hotel bar club condominio barrio ecole lycee college universite hopital clinique eglise paroisse boulangerie boucherie pharmacie restaurant cafe centre residence immeuble usine cite schule klinik kirche gemeinde krankenhaus firma gasthaus mosque gurdwara wat camp fort lake'.split(
    ' ',
  ),
);

function leadingWindow(words: readonly Word[], i: number): Window | undefined {
  let to = i;
  for (let at = i + 1; at < words.length && at <= i + 6; at++) {
    const word = words[at] as Word;
    if (word.kind !== 'word' || word.newLine) break;
    if (word.capital && !word.acronym && word.safety !== 'safe') to = at;
    else if (!/^(?:de|del|la|las|los|du|des|le|san|santa|saint|der|von)$/.test(word.low)) break;
  }
  return to > i ? [i, to, 'remove'] : undefined;
}

/** Where people work for a firm that has many such: "the Amazon warehouse", "Tesla plant". */
const sites = new Set(
  'warehouse plant factory store dealership depot refinery casino branch hub terminal cannery mine franchise'.split(
    ' ',
  ),
);

function siteWindow(words: readonly Word[], i: number): Window | undefined {
  let from = i;
  for (let at = i - 1; at >= 0 && i - at <= 3; at--) {
    const word = words[at] as Word;
    const owned = /^'s?$/i.test(word.text) && from === at + 1;
    if (!owned && (!word.capital || word.grammar || word.opening || word.safety === 'safe')) break;
    from = at;
  }
  return from < i ? [from, i, 'check'] : undefined;
}

type Window = readonly [from: number, to: number, tier: 'remove' | 'check'];

function capitalWindow(words: readonly Word[], i: number): Window | undefined {
  let from = i;
  let to = i;
  for (let at = i - 1; at >= 0 && i - at < 9; at--) {
    const word = words[at] as Word;
    if (words[at + 1]?.newLine) break;
    if (
      word.kind === 'word' &&
      (word.capital || (word.kind === 'word' && /^'s$/i.test(word.text))) &&
      !(word.grammar && word.opening && !/^(?:St|Our|My|First|Second|Third)$/.test(word.text)) &&
      !kinLabels[word.low] &&
      !clientWords.has(word.low)
    )
      from = at;
    else if (word.kind === 'number' && words[at + 1]?.capital && !words[at + 1]?.opening) from = at;
    else if (
      !joiners.has(word.low) &&
      !(word.text === '.' && word.glued && /^(?:st|mt|ft|dr|co|no)$/i.test(words[at - 1]?.text ?? ''))
    )
      break;
    else if (
      /^(?:at|in|on|for|the|of|and)$/.test(word.low) &&
      !(words[at - 1]?.capital && /^(?:of|and|the|for)$/.test(word.low))
    )
      break;
  }
  for (let at = i + 1; at < words.length && at - i < 8; at++) {
    const word = words[at] as Word;
    if (word.newLine) break;
    if (word.kind === 'word' && word.capital && !word.opening && !personVerbs.has(word.low)) to = at;
    else if (
      word.kind === 'number' &&
      word.text.length < 4 &&
      words[at - 1]?.capital &&
      !word.glued &&
      /^(?:local|engine|company|co|station|troop|ps|district|ward|department|dept|lodge|post|unit|pack|no)$/i.test(
        words[at - 1]?.text ?? '',
      )
    )
      to = at;
    else if (/^(?:of|for|the|de|at|on|&|-|')$/.test(word.low) && follows(words, at)) continue;
    else if (/^'s$/i.test(word.text) && words[at + 1]?.capital) continue;
    else break;
  }
  const body = words
    .slice(from, to + 1)
    .filter((word) => word.kind === 'word' && !joiners.has(word.low) && !/^'s$/i.test(word.text));
  const telling = body.filter(
    (word) => !genericModifiers.has(word.low) && !headKind(word.low) && word.safety !== 'safe',
  );
  if (from === to) return undefined;
  if (telling.length > 0) {
    const sure =
      telling.some((word) => !(word.opening && word.common > 0)) && !telling.every((word) => word.safety === 'author');
    return [from, to, sure ? 'remove' : 'check'];
  }
  // Heads only: "Sunrise Recovery Center" has a telling word, "Crisis Center" has none.
  const proper = body.filter((word) => !genericModifiers.has(word.low) && word.safety !== 'safe');
  return proper.length >= 2 && !body.some((word) => word.opening) ? [from, to, 'check'] : undefined;
}

const follows = (words: readonly Word[], at: number) => {
  const next = words[at + 1];
  const afterThe = next?.low === 'the' ? words[at + 2] : next;
  return afterThe?.kind === 'word' && afterThe.capital && !afterThe.newLine;
};

const opensWindow = new Set(
  'at for with w from to in by near of the into owns runs manages via thru through joined left quit called'.split(' '),
);

function lowerWindow(words: readonly Word[], i: number): Window | undefined {
  let from = i;
  let plain = false;
  for (let at = i - 1; at >= 0 && i - at <= 4; at--) {
    const word = words[at] as Word;
    if (words[at + 1]?.newLine) break;
    if (word.kind === 'mark' && /^[&'.-]$/.test(word.text) && at > 0) continue;
    if (/^'s$/i.test(word.text)) continue;
    if (
      word.kind !== 'word' ||
      word.grammar ||
      (genericModifiers.has(word.low) && !headKind(word.low)) ||
      kinLabels[word.low] ||
      personVerbs.has(word.low) ||
      clientWords.has(word.low)
    )
      break;
    if (word.safety === 'safe' && !/^(?:north|south|east|west)/.test(word.low)) break;
    from = at;
    if (word.common === 0 || word.place > 1 || word.last > 1) plain = true;
  }
  if (from === i) return undefined;
  const telling = words
    .slice(from, i)
    .filter((word) => word.kind === 'word' && !headKind(word.low) && !genericModifiers.has(word.low));
  const prior = before(words, from);
  const opened = prior !== undefined && opensWindow.has(prior.low);
  if (telling.length === 0 || (!opened && !plain)) return undefined;
  let to = i;
  while (words[to + 1]?.kind === 'word' && !words[to + 1]?.newLine && headKind(words[to + 1]?.low ?? '')) to++;
  return [from, to, plain && opened ? 'remove' : 'check'];
}
