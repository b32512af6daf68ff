import type { Asked } from '../../../runtime/context.ts';
import type { Structure } from '../model.ts';
import { Template } from './template.ts';

/** Read once a file: the same objects live as long as the process. */
const read = new WeakMap<object, Template>();

/** The templates that this installation has, in their order. */
export const templatesOf = ({ files }: Pick<Asked, 'files'>): readonly Template[] =>
  files.templates
    .map((file) => {
      const template = read.get(file) ?? Template.parse(file);
      read.set(file, template);
      return template;
    })
    .sort((a, b) => a.order - b.order);

/** The template of this id; null for none, and for one whose file is no longer there. */
export const templateOf = (ctx: Pick<Asked, 'files'>, id: string | null | undefined): Template | null =>
  id ? (templatesOf(ctx).find((t) => t.id === id) ?? null) : null;

/** Whether it can only be used under one's name. */
export const isNamedOnly = (
  ctx: Pick<Asked, 'files'>,
  { structure }: { readonly structure: Structure | null },
): boolean => templateOf(ctx, structure?.id)?.anonymous === false;

/** The one that is used unless somebody chooses: a quick question, without steps. */
export const quickId = 'curbside';
