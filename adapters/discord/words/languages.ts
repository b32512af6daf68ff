import { en } from './en.ts';

/** Discord's own sentences by language: one file each, of the type `Translation<typeof en>`. */
export const languages = { en };
