import type { PersonRef, Values } from '../../../src/index.ts';
import { switchMark } from '../block-kit/choices.ts';
import { type ElementKind, nameOfInput } from '../block-kit/inputs.ts';
import { valuesFrom, valuesOfBlock } from '../block-kit/payload.ts';

/** The parts of a pressed button or a moved picker that Curbside reads (docs.slack.dev/reference/interaction-payloads). */
export interface PressedElement {
  readonly action_id: string;
  readonly block_id: string;
  readonly type: string;
  readonly value?: string;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[] | null;
}

/** What an element of a message or window sends: the values it was given, and what was chosen. */
export function pressedValues(element: PressedElement): Values {
  if (element.type === 'button') return valuesFrom(element.value ?? '{}');
  const several = element.selected_options?.map((o) => o.value ?? '') ?? [];
  if (element.block_id.startsWith(switchMark)) {
    return { ...valuesOfBlock(element.block_id), on: several.length > 0 ? 'yes' : 'no' };
  }
  const chosen = element.selected_options ? several.join(',') : (element.selected_option?.value ?? '');
  return { ...valuesOfBlock(element.block_id), chosen };
}

/** One input of a window as Slack sends it back. */
interface FilledElement {
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[] | null;
  readonly selected_users?: readonly string[] | null;
  readonly selected_date?: string | null;
}

/** `state.values` of a submitted window: block id → action id → what is in it. */
export type FilledState = Readonly<Record<string, Readonly<Record<string, FilledElement>>>>;

/** The values of a form by field name. People come as Slack user ids and leave as references. */
export async function filledValues(state: FilledState, refFor: (user: string) => Promise<PersonRef>): Promise<Values> {
  const values: Record<string, string> = {};
  for (const [block, elements] of Object.entries(state)) {
    for (const [kind, element] of Object.entries(elements)) {
      values[nameOfInput(block)] = await filledValue(kind as ElementKind, element, refFor);
    }
  }
  return values;
}

async function filledValue(
  kind: ElementKind,
  element: FilledElement,
  refFor: (user: string) => Promise<PersonRef>,
): Promise<string> {
  switch (kind) {
    case 'text':
      return element.value ?? '';
    case 'one':
    case 'zones':
      return element.selected_option?.value ?? '';
    case 'many':
      return (element.selected_options ?? []).map((o) => o.value ?? '').join(',');
    case 'switch':
      return (element.selected_options ?? []).length > 0 ? 'yes' : 'no';
    case 'date':
      return element.selected_date ?? '';
    case 'people':
      return (await Promise.all((element.selected_users ?? []).map(refFor))).join(',');
    default:
      return '';
  }
}
