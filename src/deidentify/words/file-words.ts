import { wordSet } from './list.ts';

/** Words of file names that name nobody. */
export const fileWords = wordSet(
  'img dsc scan scans screenshot photo video audio roi phq gad pcl intake discharge consent template handout',
  'worksheet telehealth superbill dbt cbt emdr psychoed safetyplan treatmentplan progressnote notes docs final',
  'draft copy version signed hipaa iep fmla cams cssrs',
);
