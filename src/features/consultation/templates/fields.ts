import { inLanguage, wordsFor } from '../../../i18n/file-words.ts';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { limits, type Structure } from '../model.ts';
import { quickId, templateOf, templatesOf } from './all.ts';
import type { Template } from './template.ts';

/** A field of the form of a question, in the language of whoever fills it. */
export interface CaseField {
  readonly id: string;
  readonly label: Msg;
  readonly hint: Msg | undefined;
  readonly min: number;
  readonly max: number;
  readonly lines: number;
  readonly required: boolean;
}

/** What a form of a question asks besides its texts. */
export interface CaseForm {
  readonly template: string;
  /** Above the form, where it is not the quick one. */
  readonly title: Msg | null;
  readonly fields: readonly CaseField[];
  readonly asksNeed: boolean;
  readonly asksTopic: boolean;
  readonly asksPace: boolean;
}

/** The form of a template, new (`structure` null) or of a question that was asked in it, also when its file has gone since. */
export function caseForm(
  ctx: Pick<Asked, 'files' | 'locale'>,
  id: string,
  structure: Structure | null = null,
): CaseForm {
  const template =
    templateOf(ctx, id) ?? (structure === null ? (templateOf(ctx, quickId) ?? templatesOf(ctx)[0]) : null);
  if (!template) {
    if (structure === null) throw new Error('there is no template at all');
    return { template: structure.id, title: text(structure.name), fields: snapshotFields(structure), ...nothingElse };
  }
  return {
    template: template.id,
    title: template.id === quickId ? null : wordsFor(template.name, ctx.locale),
    fields: template.fields.map((f) => ({
      id: f.id,
      label: wordsFor(f.label, ctx.locale),
      hint: f.hint && wordsFor(f.hint, ctx.locale),
      min: f.id === 'question' ? limits.question.min : 0,
      max: f.max,
      lines: f.lines,
      required: f.required,
    })),
    asksNeed: template.steps.length === 0,
    asksTopic: template.topic === null,
    asksPace: template.steps.length > 0 && structure === null,
  };
}

const nothingElse = { asksNeed: false, asksTopic: false, asksPace: false };
const text = (words: string): Msg => say('template.text', { text: words });

const snapshotFields = ({ labels }: Structure): CaseField[] =>
  Object.entries(labels).map(([id, label]) => ({
    id,
    label: text(label),
    hint: undefined,
    min: id === 'question' ? limits.question.min : 0,
    max: id === 'question' ? limits.question.max : limits.facts,
    lines: 3,
    required: id === 'question',
  }));

type Typed = Readonly<Record<string, unknown>>;

/** The texts of a form as they were typed. */
export const typedIn = ({ fields }: Pick<CaseForm, 'fields'>, input: Typed): Record<string, string> =>
  Object.fromEntries(fields.map(({ id }) => [id, typeof input[id] === 'string' ? input[id].trim() : '']));

/** What is wrong with them. */
export const problemsIn = ({ fields }: Pick<CaseForm, 'fields'>, input: Typed): Record<string, Msg> => {
  const typed = typedIn({ fields }, input);
  return Object.fromEntries(
    fields.flatMap(({ id, min, max, required }) => {
      const problem = lengthProblem(typed[id] ?? '', { min, max, required });
      return problem === null ? [] : [[id, problem]];
    }),
  );
};

function lengthProblem(typed: string, { min, max, required }: Pick<CaseField, 'min' | 'max' | 'required'>): Msg | null {
  if (typed.length > max) return say('field.tooLong', { max });
  if (typed === '') return required ? say('field.required') : null;
  return typed.length < min ? say('field.tooShort', { min }) : null;
}

/** A template as it is written down with a question; null for the quick one. Its words are those of the group. */
export const structureOf = (template: Template | null, locale: string): Structure | null =>
  template === null || template.id === quickId
    ? null
    : {
        id: template.id,
        name: inLanguage(template.name, locale),
        labels: Object.fromEntries(template.fields.map((f) => [f.id, inLanguage(f.label, locale)])),
        steps: template.steps.length > 0,
      };
