import { isDeepStrictEqual } from 'node:util';
import * as spec from 'discord-api-spec/zod';

type Schema = {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: unknown }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
};

/** Which schema of Discord's published API a request body must fit. Requests with none must have no body. */
const bodies: readonly { readonly method: string; readonly path: RegExp; readonly schema: Schema | null }[] = [
  { method: 'POST', path: /^\/channels\/\d+\/messages$/, schema: spec.MessageCreateRequestSchema },
  { method: 'PATCH', path: /^\/channels\/\d+\/messages\/\d+$/, schema: spec.MessageEditRequestPartialSchema },
  { method: 'DELETE', path: /^\/channels\/\d+\/messages\/\d+$/, schema: null },
  {
    method: 'POST',
    path: /^\/channels\/\d+\/messages\/\d+\/threads$/,
    schema: spec.CreateTextThreadWithMessageRequestSchema,
  },
  { method: 'POST', path: /^\/channels\/\d+\/threads$/, schema: spec.CreateForumThreadRequestSchema },
  { method: 'PATCH', path: /^\/channels\/\d+$/, schema: spec.UpdateThreadRequestPartialSchema },
  { method: 'POST', path: /^\/users\/@me\/channels$/, schema: spec.CreatePrivateChannelRequestSchema },
  {
    method: 'PATCH',
    path: /^\/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/,
    schema: spec.IncomingWebhookUpdateRequestPartialSchema,
  },
  { method: 'DELETE', path: /^\/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/, schema: null },
  { method: 'POST', path: /^\/webhooks\/\d+\/[^/]+$/, schema: spec.IncomingWebhookRequestPartialSchema },
];

const callbacks: Readonly<Record<number, Schema>> = {
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
};

/** Everything about a request that Discord would refuse, as lines for a test to show; empty when it is fine. */
export function faults(method: string, path: string, body: unknown): string[] {
  if (/^\/applications\/\d+\/commands$/.test(path) && method === 'PUT') return commandFaults(body);
  if (/^\/interactions\/\d+\/[^/]+\/callback$/.test(path)) {
    const type = (body as { type: number }).type;
    const schema = callbacks[type];
    if (schema === undefined) return [`callback of type ${type}`];
    const data = (body as { data?: unknown }).data;
    if (type === 9) return [...fits(schema, body), ...modalFaults(data)];
    return [...fits(schema, body), ...(type === 4 || type === 7 ? messageFaults(data, true) : [])];
  }
  const known = bodies.find((b) => b.method === method && b.path.test(path));
  if (known === undefined) return body === undefined ? [] : [`no schema for ${method} ${path}`];
  if (known.schema === null) return body === undefined ? [] : ['a body where none belongs'];
  const found = fits(known.schema, body);
  const message = /\/threads$/.test(path) ? (body as { message?: unknown }).message : body;
  const isMessage =
    /\/messages|\/webhooks|^\/channels\/\d+\/threads$/.test(path) && !/\/messages\/\d+\/threads$/.test(path);
  return isMessage ? [...found, ...messageFaults(message, method === 'POST')] : found;
}

/** The schema itself, and properties that it does not know: it would drop them, as Discord does, in silence. */
function fits(schema: Schema, body: unknown): string[] {
  const result = schema.safeParse(body);
  if (!result.success) return result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return isDeepStrictEqual(defined(result.data), defined(body))
    ? []
    : [`unknown properties: ${unknownIn(body, result.data).join(', ')}`];
}

const defined = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

function unknownIn(given: unknown, known: unknown, path = ''): string[] {
  if (Array.isArray(given))
    return given.flatMap((v, i) => unknownIn(v, (known as unknown[] | undefined)?.[i], `${path}[${i}]`));
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const there = (known as Record<string, unknown> | undefined)?.[key];
    return there === undefined && value !== undefined ? [`${path}.${key}`] : unknownIn(value, there, `${path}.${key}`);
  });
}

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly emoji?: unknown;
  readonly url?: string;
  readonly options?: readonly { value: string; default?: boolean }[];
  readonly min_values?: number;
  readonly max_values?: number;
  readonly required?: boolean;
  readonly value?: string;
  readonly max_length?: number;
  readonly min_length?: number;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
}

const componentsV2 = 1 << 15;

/** What the schema does not say of messages (docs: components reference, message flags). */
export function messageFaults(data: unknown, isNew: boolean): string[] {
  const message = data as { content?: string; flags?: number; components?: readonly Component[]; embeds?: unknown };
  const all = (message.components ?? []).flatMap(inside);
  const v2 = ((message.flags ?? 0) & componentsV2) !== 0;
  const out: string[] = [];
  const text = all.reduce((n, c) => n + (c.type === 10 ? (c.content?.length ?? 0) : 0), 0);
  if (v2 && (message.content !== undefined || message.embeds !== undefined))
    out.push('content or embeds beside Components V2');
  if (!v2 && all.some((c) => c.type >= 9)) out.push('Components V2 without its flag');
  if (!v2 && (message.components?.length ?? 0) > 5) out.push('more than 5 rows');
  if (!v2 && (message.content?.length ?? 0) > 2000) out.push('more than 2,000 characters');
  if (isNew && all.length === 0 && !message.content) out.push('an empty message');
  if (v2 && all.length > 40) out.push(`${all.length} components`);
  if (v2 && text > 4000) out.push(`${text} characters`);
  return [...out, ...controlFaults(all)];
}

/** Every component, nested ones included: Discord counts them all. */
export function inside(component: Component): Component[] {
  const children = [
    ...(component.components ?? []),
    ...(component.component ? [component.component] : []),
    ...(component.accessory ? [component.accessory] : []),
  ];
  return [component, ...children.flatMap(inside)];
}

function controlFaults(all: readonly Component[]): string[] {
  const ids = all.flatMap((c) => c.custom_id ?? []);
  const out = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `custom id twice: ${id}`);
  for (const c of all) {
    if (c.type === 10 && (c.content ?? '').trim() === '') out.push('empty text');
    if (c.type === 2 && !c.label && !c.emoji) out.push('a button without a label');
    if (c.type === 1) {
      const selects = (c.components ?? []).filter((x) => x.type !== 2).length;
      if (selects > 0 && (c.components?.length ?? 0) > 1) out.push('a select shares its row');
    }
    out.push(...choiceFaults(c));
    if (c.type === 4 && c.value !== undefined && c.max_length !== undefined && c.value.length > c.max_length)
      out.push('a value longer than its field');
    if (c.type === 4 && (c.min_length ?? 0) > (c.max_length ?? 4000)) out.push('min_length above max_length');
  }
  return out;
}

function choiceFaults(c: Component): string[] {
  if (c.options === undefined) return [];
  const values = c.options.map((o) => o.value);
  const defaults = c.options.filter((o) => o.default).length;
  const most = c.type === 21 ? 1 : (c.max_values ?? (c.type === 22 ? values.length : 1));
  return [
    ...(values.length === 0 ? ['a choice without options'] : []),
    ...(new Set(values).size < values.length ? ['an option value twice'] : []),
    ...(defaults > most ? ['more defaults than may be chosen'] : []),
    ...(most > values.length ? ['max_values above the number of options'] : []),
    ...((c.min_values ?? 0) > most ? ['min_values above max_values'] : []),
    ...(c.min_values === 0 && c.required === true ? ['required, but none is enough'] : []),
  ];
}

function modalFaults(data: unknown): string[] {
  const { components } = data as { components: readonly Component[] };
  const all = components.flatMap(inside);
  return [
    ...(components.length > 5 ? ['more than 5 components in a modal'] : []),
    ...(all.some((c) => c.custom_id !== undefined) ? [] : ['a modal without a field']),
    ...controlFaults(all),
  ];
}

interface Option {
  readonly type: number;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { name: string; value: string }[];
  readonly options?: readonly Option[];
}

/** Docs: application command naming; lower case where there is one. */
const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export function commandFaults(body: unknown): string[] {
  const commands = body as (Option & { type?: number })[];
  const names = commands.map((c) => `${c.type ?? 1} ${c.name}`);
  const out = names.filter((n, i) => names.indexOf(n) !== i).map((n) => `command twice: ${n}`);
  for (const command of commands) {
    out.push(...fits(spec.ApplicationCommandUpdateRequestSchema, command).map((f) => `${command.name} ${f}`));
    if ((command.type ?? 1) !== 1) continue;
    out.push(...optionFaults(command, command.name));
    if (JSON.stringify(command).length > 8000) out.push(`${command.name}: too much text`);
  }
  if (commands.filter((c) => (c.type ?? 1) === 3).length > 5) out.push('more than 5 message commands');
  return out;
}

function optionFaults(of: Option, path: string): string[] {
  const out: string[] = [];
  if (!commandName.test(of.name) || of.name !== of.name.toLowerCase()) out.push(`${path}: name`);
  if (!of.description || of.description.length > 100) out.push(`${path}: description`);
  const options = of.options ?? [];
  if (options.length > 25) out.push(`${path}: more than 25 options`);
  const firstOptional = options.findIndex((o) => !o.required);
  if (firstOptional !== -1 && options.slice(firstOptional).some((o) => o.required))
    out.push(`${path}: required options come first`);
  if (options.some((o) => o.type === 1) && options.some((o) => o.type > 2))
    out.push(`${path}: subcommands beside options`);
  if (new Set(options.map((o) => o.name)).size < options.length) out.push(`${path}: an option twice`);
  if (of.autocomplete && (of.choices?.length ?? 0) > 0) out.push(`${path}: choices beside autocomplete`);
  if ((of.choices ?? []).some((c) => c.name.length > 100)) out.push(`${path}: name of a choice`);
  if ((of.choices?.length ?? 0) > 25) out.push(`${path}: more than 25 choices`);
  return [...out, ...options.flatMap((o) => optionFaults(o, `${path} ${o.name}`))];
}
