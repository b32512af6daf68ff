import { z } from 'zod';
import { isResource } from '../../../deidentify/index.ts';
import { say } from '../../../i18n/message.ts';
import { fieldIssue } from '../../../runtime/field-errors.ts';
import { limits } from '../model.ts';

/** What the forms of a reply send. */
export const ReplyText = z.string().trim().min(1).max(limits.reply);
export const OptionalId = z
  .string()
  .max(64)
  .optional()
  .transform((id) => (id ? id : undefined));

/** A link to something to read: of a professional body, a journal or a government, and no page about a person. */
export const ResourceLink = z
  .string()
  .trim()
  .max(limits.link)
  .superRefine((link, ctx) => {
    if (link !== '' && !isResource(link)) ctx.addIssue(fieldIssue(say('reply.link.error')));
  })
  .default('');

/** The link is the last line of the text: edited, hidden and exported with it. */
export const withLink = (text: string, link: string): string => (link === '' ? text : `${text}\n\n${link}`);
