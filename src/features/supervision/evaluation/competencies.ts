/**
 * What is rated: generic areas of competency (docs/domain.md, Supervision). This file is the list; the catalogue has their
 * words. An area that stands in a stored evaluation is not taken out without a migration.
 */
export const competencies = [
  'ethics_law',
  'confidentiality',
  'assessment',
  'formulation',
  'planning',
  'intervention',
  'risk',
  'culture',
  'documentation',
  'use_of_supervision',
  'professionalism',
  'scope',
] as const;
export type Competency = (typeof competencies)[number];

/** From the lowest to the highest, and where it could not be seen. */
export const ratings = ['1', '2', '3', '4', 'n'] as const;
export type RatingValue = (typeof ratings)[number];

/** A supervisor explains these in words. */
export const needsComment = (value: RatingValue | null): boolean => value === '1' || value === '2';

/** What the two went through together, each on a day. */
export const standards = [
  'confidentiality',
  'documentation',
  'mandated_reporting',
  'duty_to_protect',
  'scope',
  'telehealth',
  'boundaries',
] as const;
