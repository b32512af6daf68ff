export { withoutColleagues } from './colleagues.ts';
export { isForeign, type OtherParagraph, otherParagraphs } from './language/recognize.ts';
export { isResource } from './patterns/link.ts';
export { labelsIn, placeholderPattern } from './placeholder-pattern.ts';
export { isUnspaced, placesOf } from './places.ts';
export { type Decisions, type Redacted, redact, redactFields, undecided } from './redact.ts';
export { type QuasiIdentifier, quasiIdentifiers, type Risk, risk, type Together, togetherWith } from './risk.ts';
export { type ScanOptions, scan, scanFields } from './scan.ts';
export { askingAll, type Fields, type Findings, type Scanner, scanAhead, scanned, withScans } from './scanned.ts';
export { nothingStands, numbered, type Standing } from './standing.ts';
export { createTagger, type Tagger } from './tagger/tagger.ts';
export {
  type Finding,
  type FindingType,
  findingTypes,
  type Lexicon,
  type Reason,
  reasons,
  type Tier,
} from './types.ts';
export { wordKey } from './word-key.ts';
