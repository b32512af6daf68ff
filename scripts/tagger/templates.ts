import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble, type Example, type Part } from './example.ts';
import type { Lists } from './lists.ts';
import type { Chance } from './random.ts';
import { fillSlot, marks } from './slots.ts';

/**
 * A template is one line of a file in text/: clinician chat in which `{SLOT}` stands for an identifier, `{slot}` for
 * other words, `[N Wren]` marks a name written out (letters in slots.ts; slots may stand inside), `⏎` is a line break.
 * A number after a slot (`{FIRST1}`) gives the same words each time in the line. `#` opens a comment line.
 */
export type Template = string;

export const templatesIn = (path: string): readonly Template[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

const linesOf = (wanted: (file: string) => boolean): readonly Template[] => {
  const folder = join(import.meta.dirname, 'text');
  return readdirSync(folder)
    .filter(wanted)
    .sort()
    .flatMap((file) => templatesIn(join(folder, file)));
};

const isVignettes = (file: string): boolean => file.startsWith('vignettes');

export const readTemplates = (): readonly Template[] => linesOf((file) => !isVignettes(file));

/** Whole vignettes written out, without slots: they are learned from as the development corpus is. */
export const readVignettes = (): readonly Example[] =>
  linesOf(isVignettes).map((line) =>
    assemble(
      'vignette',
      partsOfTemplate(line.replaceAll('⏎', '\n'), (slot) => [`{${slot}}`]),
    ),
  );

const token = /\[([NLGDIAR]) ((?:[^[\]]|\[\d+\])*)\]|\{([A-Za-z]+)(\d?)\}/g;

/** Fills a template. The text gets small letters throughout in `lowerShare` of the cases, as hurried people type. */
export const fillTemplate = (template: Template, random: Chance, lists: Lists, lowerShare = 0.3): Example => {
  const kept = new Map<string, Part>();
  const slot = (name: string, number: string): Part => {
    const key = `${name}${number}`;
    const part = (number !== '' && kept.get(key)) || fillSlot(name, random, lists);
    if (number !== '') kept.set(key, part);
    return part;
  };
  const parts = partsOfTemplate(template, slot);
  const lower = random() < lowerShare;
  const written = parts.map(([text, type]): Part => {
    const broken = text.replaceAll('⏎', '\n');
    return [lower ? broken.toLowerCase() : broken, type];
  });
  return assemble('template', written);
};

const partsOfTemplate = (template: Template, slot: (name: string, number: string) => Part): Part[] => {
  const parts: Part[] = [];
  let at = 0;
  for (const found of template.matchAll(token)) {
    if (found.index > at) parts.push([template.slice(at, found.index)]);
    const [whole, mark, marked, name, number] = found;
    if (mark && marked !== undefined) {
      const text = marked.replace(/\{([A-Za-z]+)(\d?)\}/g, (_, inner: string, digit: string) => slot(inner, digit)[0]);
      parts.push([text, marks[mark]]);
    } else parts.push(slot(name ?? '', number ?? ''));
    at = found.index + whole.length;
  }
  if (at < template.length) parts.push([template.slice(at)]);
  return parts;
};
