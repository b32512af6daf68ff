import { AddOn, type ConsultationFiles, Duty, Template } from '../../src/index.ts';
import { jsonFilesIn } from './json-files.ts';

/** The templates, duties and add-ons to agreements that come with Curbside. Throws when one of them is not as its schema says. */
export const shippedFiles = (): ConsultationFiles => ({
  templates: jsonFilesIn('templates').map((file) => Template.parse(file) && (file as object)),
  duties: jsonFilesIn('duty-to-protect').map((file) => Duty.parse(file) && (file as object)),
  agreements: jsonFilesIn('agreement').map((file) => AddOn.parse(file) && (file as object)),
});
