/**
 * What the consultation feature reads from files beside the program. The feature has the schemas; to all others a file is an
 * object.
 */
export interface ConsultationFiles {
  /** Formats in which a group can consult, one a file (docs/templates.md). */
  readonly templates: readonly object[];
  /** What may have to be done when somebody is a danger to others, one jurisdiction a file. */
  readonly duties: readonly object[];
}
