import { z } from 'zod';
import { defaultLocale } from './locale.ts';
import { type Msg, say } from './message.ts';

/** Sentences of a file, by language; English stands in where a language is missing. */
export const words = (max: number) =>
  z
    .record(
      z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a language is a code such as "en" or "pt-BR"'),
      z.string().trim().min(1).max(max),
    )
    .refine((all) => defaultLocale in all, 'the English words ("en") are missing');
export type Words = Readonly<Record<string, string>>;

/** The words of a file in a language, or in English. */
export const inLanguage = (all: Words, locale: string): string =>
  all[locale] ?? all[locale.split('-')[0] ?? ''] ?? all[defaultLocale] ?? '';

/** The same as a sentence that can stand among ours. */
export const wordsFor = (all: Words, locale: string): Msg => say('template.text', { text: inLanguage(all, locale) });
