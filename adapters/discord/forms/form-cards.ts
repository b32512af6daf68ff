import { type APIComponentInContainer, ButtonStyle, ComponentType } from 'discord.js';
import type { Block, Field, Form, Msg } from '../../../src/index.ts';
import { button, buttonRows, plainButton } from '../components/buttons.ts';
import { createComponentIds, customId } from '../components/custom-id.ts';
import { type Rendered, renderBlocks } from '../components/render.ts';
import type { RenderContext } from '../components/render-context.ts';
import { asTyped, type Reader, words } from '../components/text.ts';
import { say } from '../words/index.ts';
import { cardField, fieldText, standsOnCard } from './card-fields.ts';
import type { KeptForm } from './kept-forms.ts';
import { introStands } from './pages.ts';

/**
 * Discord opens a modal only as the first response to a command or a button, never after another modal. So where a form
 * comes later, goes on, or comes back, a private card stands in with a button that opens it with everything typed.
 */
export interface FormCard {
  readonly kept: KeptForm;
  readonly reader: Reader;
  readonly scope: string | null;
}

/**
 * A form that came as an answer: what it is, and a button to open it. Where the form says what opens it anew from what is
 * stored, the button is that: it works after a restart, too.
 */
export function openerCard({ kept, reader, scope }: FormCard, note: Msg | null): Rendered {
  const context: RenderContext = { ...reader, componentId: createComponentIds(scope) };
  const { form, pages } = kept;
  const again = form.opener;
  const intro = again !== undefined && introStands(pages) ? [] : form.intro;
  const open = again === undefined ? openButton(kept, { key: 'word.open' }, context) : button(again, context);
  return renderBlocks([heading(form), ...intro], context, note, buttonRows([open]));
}

/**
 * Between two pages: what is left, back, and the way out when the rest may stay as it is, which is shown then, so that
 * nothing is sent unseen. A last page on which nothing is typed stands on the card itself.
 */
export function nextCard({ kept, reader, scope }: FormCard, done: number): Rendered {
  const context: RenderContext = { ...reader, componentId: createComponentIds(scope) };
  const note: Msg = say('discord.part', { part: done + 1, parts: kept.pages.length });
  const last = lastOnCard(kept);
  const finish = canFinish(kept)
    ? [finishButton(kept, last ? ButtonStyle.Primary : ButtonStyle.Secondary, context)]
    : [];
  const back = customId('page', kept.id, { with: { n: String(done) } });
  return renderBlocks(
    [heading(kept.form), { is: 'text', style: 'quiet', spans: [{ is: 'msg', msg: note }] }],
    context,
    null,
    [
      ...(last ?? []).flatMap((field) => cardField(field, kept.id, context)),
      ...(last === null && finish.length > 0 ? [unseen(kept, context)] : []),
      ...buttonRows([
        ...(last === null ? [openButton(kept, say('discord.continue'), context)] : []),
        ...finish,
        plainButton(words({ key: 'word.back' }, context.locale), back, ButtonStyle.Secondary, context),
      ]),
    ],
  );
}

/** A page (from 0) came alone, without those before it: which are gone, and a button that opens the first of them. */
export function lostCard({ kept, reader, scope }: FormCard, came: number): Rendered {
  const context: RenderContext = { ...reader, componentId: createComponentIds(scope) };
  const lost = say('discord.partLost', { part: came + 1, parts: kept.pages.length });
  const open = say('discord.openPart', { part: (kept.todo[0] ?? 0) + 1 });
  return renderBlocks([heading(kept.form)], context, lost, buttonRows([openButton(kept, open, context)]));
}

/** The pages that are left, as they stand. */
const unseen = ({ todo, pages }: KeptForm, context: RenderContext): APIComponentInContainer => ({
  type: ComponentType.TextDisplay,
  content: todo
    .flatMap((n) => pages[n]?.fields ?? [])
    .map((field) => `**${asTyped(words(field.label, context.locale))}**  ${fieldText(field, context)}`)
    .join('\n'),
});

/** The fields of the one page that is left, when a message can hold them all. */
function lastOnCard({ todo, pages }: KeptForm): readonly Field[] | null {
  const [only, more] = todo;
  const fields = only === undefined || more !== undefined ? undefined : pages[only]?.fields;
  return fields?.every(standsOnCard) ? fields : null;
}

/**
 * A form that came back: what is wrong with which field, and a button to open it. Where the core only read a value in
 * its own way ("1.5h" as 90 minutes), the reading can be confirmed here, without opening it again.
 */
export function correctionCard({ kept, reader, scope }: FormCard, note: Msg, readingOnly: boolean): Rendered {
  const context: RenderContext = { ...reader, componentId: createComponentIds(scope) };
  const wrong = kept.form.fields.filter((f) => f.error !== null);
  const blocks: Block[] = [
    heading(kept.form),
    { is: 'facts', rows: wrong.map((f) => ({ label: f.label, value: [{ is: 'msg', msg: f.error as Msg }] })) },
  ];
  return renderBlocks(
    blocks,
    context,
    note,
    buttonRows([
      ...(readingOnly ? [finishButton(kept, ButtonStyle.Primary, context)] : []),
      openButton(kept, say('discord.correct'), context, readingOnly ? ButtonStyle.Secondary : ButtonStyle.Primary),
    ]),
  );
}

const heading = (form: Form): Block => ({ is: 'text', style: 'title', spans: [{ is: 'msg', msg: form.title }] });

const openButton = (
  kept: KeptForm,
  label: Msg,
  context: RenderContext,
  style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Primary,
) =>
  plainButton(
    words(label, context.locale),
    customId('page', kept.id, { with: { n: String(kept.todo[0] ?? 0) } }),
    style,
    context,
  );

const finishButton = (kept: KeptForm, style: ButtonStyle.Primary | ButtonStyle.Secondary, context: RenderContext) =>
  plainButton(words(kept.form.submit, context.locale), customId('submit', kept.id), style, context);

/** Whether the pages that were not seen can be left as they are. */
const canFinish = (kept: KeptForm): boolean => kept.todo.every((n) => kept.pages[n]?.fields.every(complete) ?? true);

const complete = (field: Field): boolean => field.error === null && (!field.required || field.value !== '');
