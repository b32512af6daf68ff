/**
 * What features read from files beside the program about how groups consult. The features have the schemas; to all others a
 * file is an object.
 */
export interface ConsultationFiles {
  /** Formats in which a group can consult, one a file (docs/templates.md). */
  readonly templates: readonly object[];
  /** What may have to be done when somebody is a danger to others, one jurisdiction a file. */
  readonly duties: readonly object[];
  /** Clauses that a group can add to its agreement, one add-on a file (docs/agreements.md). */
  readonly agreements: readonly object[];
}
