import { en } from './en.ts';

/** Slack's own sentences by language: one file each, of the type `Translation<typeof en>`. */
export const languages = { en };
