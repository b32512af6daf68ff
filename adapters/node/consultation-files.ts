import { type ConsultationFiles, Template } from '../../src/index.ts';
import { jsonFilesIn } from './json-files.ts';

/** The templates that come with Curbside. Throws when one of them is not as the schema says. */
export const shippedFiles = (): ConsultationFiles => ({
  templates: jsonFilesIn('templates').map((file) => Template.parse(file) && (file as object)),
  duties: [],
});
