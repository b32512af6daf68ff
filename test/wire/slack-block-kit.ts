/**
 * What Slack checks before it takes a message or a view, written from its reference (docs.slack.dev/reference/block-kit,
 * /reference/views) apart from the adapter's own table, so that the two hold each other to account.
 */
type Json = Record<string, unknown>;

export function problemsOfMessage(message: { text?: unknown; blocks?: unknown }): string[] {
  const out: string[] = [];
  if (typeof message.text !== 'string' || message.text === '') out.push('no text for the notification');
  else if (message.text.length > 40_000) out.push('text too long');
  const blocks = list(message.blocks);
  if (blocks.length > 50) out.push(`${blocks.length} blocks`);
  if (JSON.stringify(blocks).length > 13_200) out.push('msg_blocks_too_long');
  return [...out, ...problemsOfBlocks(blocks, 'message')];
}

export function problemsOfView(view: Json): string[] {
  const out: string[] = [];
  const blocks = list(view.blocks);
  if (blocks.length > 100) out.push(`${blocks.length} blocks`);
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) out.push('view_too_large');
  if (String(view.private_metadata ?? '').length > 3000) out.push('private_metadata too long');
  if (String(view.external_id ?? '').length > 255) out.push('external_id too long');
  if (view.type === 'modal') {
    out.push(...plainText(view.title, 24, 'title'));
    if (view.submit !== undefined) out.push(...plainText(view.submit, 24, 'submit'));
    if (view.close !== undefined) out.push(...plainText(view.close, 24, 'close'));
    if (String(view.callback_id ?? '').length > 255) out.push('callback_id too long');
    if (blocks.some((b) => b.type === 'input') && view.submit === undefined) out.push('inputs without submit');
  } else if (view.type !== 'home') out.push('unknown type of view');
  return [...out, ...problemsOfBlocks(blocks, String(view.type))];
}

function problemsOfBlocks(blocks: Json[], surface: string): string[] {
  const ids = blocks.flatMap((b) => (typeof b.block_id === 'string' ? [b.block_id] : []));
  const twice = ids.length === new Set(ids).size ? [] : ['block_id twice'];
  const long = ids.some((id) => id.length > 255 || id.length === 0) ? ['block_id too long or empty'] : [];
  return [
    ...twice,
    ...long,
    ...blocks.flatMap((block, i) => problemsOfBlock(block, surface).map((p) => `block ${i} (${block.type}): ${p}`)),
  ];
}

function problemsOfBlock(block: Json, surface: string): string[] {
  switch (block.type) {
    case 'divider':
      return [];
    case 'header':
      return plainText(block.text, 150, 'text');
    case 'context': {
      const elements = list(block.elements);
      const count = elements.length < 1 || elements.length > 10 ? [`${elements.length} elements`] : [];
      return [...count, ...elements.flatMap((e) => (e.type === 'mrkdwn' ? mrkdwn(e) : plainText(e, 3000, 'element')))];
    }
    case 'actions': {
      const elements = list(block.elements);
      const count = elements.length < 1 || elements.length > 25 ? [`${elements.length} elements`] : [];
      const ids = elements.map((e) => e.action_id);
      return [...count, ...(new Set(ids).size === ids.length ? [] : ['action_id twice']), ...elements.flatMap(element)];
    }
    case 'input':
      return [
        ...(surface === 'message' ? ['input in a message'] : []),
        ...plainText(block.label, 2000, 'label'),
        ...(block.hint === undefined ? [] : plainText(block.hint, 2000, 'hint')),
        ...element(block.element as Json),
      ];
    case 'rich_text':
      return richText(block);
    default:
      return ['unknown block'];
  }
}

/** Only what the bot itself may write there: one instant, channel or link. Anything else in `mrkdwn` could carry what somebody typed. */
function mrkdwn(text: Json): string[] {
  const own = /^<(?:!date\^\d+\^[^|<>]+\|[^|<>]+|#C[A-Z0-9]+|https:\/\/[^|<>\s]+\|[^|<>]+)>$/;
  return own.test(String(text.text)) ? [] : ['mrkdwn that is more than a date, a channel or a link'];
}

function richText(block: Json): string[] {
  const parts = list(block.elements);
  if (parts.length === 0) return ['no elements'];
  return parts.flatMap((part) => {
    const inner = list(part.elements);
    if (inner.length === 0) return [`${part.type} without elements`];
    return inner.flatMap((e) => {
      if (e.type === 'text') {
        const text = e.text;
        if (typeof text !== 'string' || text === '') return ['empty text'];
        return text.length > 3000 ? ['text too long'] : [];
      }
      if (e.type === 'emoji') return e.name === 'warning' ? [] : ['unknown emoji'];
      if (e.type === 'channel') return /^C\w+$/.test(String(e.channel_id)) ? [] : ['unknown channel'];
      if (e.type === 'date') return Number.isInteger(e.timestamp) && typeof e.format === 'string' ? [] : ['bad date'];
      // The one address that Curbside links to: a message of this workspace, by Slack's own redirect.
      if (e.type === 'link')
        return /^https:\/\/slack\.com\/app_redirect\?channel=C\w+&message_ts=\d+\.\d+$/.test(String(e.url))
          ? []
          : ['a link to elsewhere'];
      return [`element ${e.type} could mention or link`];
    });
  });
}

function element(e: Json): string[] {
  const id = String(e.action_id ?? '');
  const out = id === '' || id.length > 255 ? ['action_id missing or too long'] : [];
  const optionMost = e.type === 'checkboxes' || e.type === 'radio_buttons' ? 10 : 100;
  switch (e.type) {
    case 'button':
      out.push(...plainText(e.text, 75, 'button'));
      if (String(e.value ?? '').length > 2000) out.push('value too long');
      if (e.confirm !== undefined) out.push(...confirm(e.confirm as Json));
      return out;
    case 'checkboxes':
    case 'radio_buttons':
    case 'static_select':
    case 'multi_static_select':
      return [...out, ...options(e, optionMost), ...placeholder(e)];
    case 'external_select':
      return [...out, ...placeholder(e)];
    case 'multi_users_select': {
      const most = e.max_selected_items;
      if (typeof most === 'number' && most < 1) out.push('max_selected_items below 1');
      return out;
    }
    case 'datepicker':
      return e.initial_date === undefined || /^\d{4}-\d{2}-\d{2}$/.test(String(e.initial_date))
        ? out
        : [...out, 'initial_date'];
    case 'plain_text_input': {
      const most = Number(e.max_length ?? 3000);
      if (most < 1 || most > 3000) out.push('max_length');
      if (String(e.initial_value ?? '').length > most) out.push('initial_value longer than max_length');
      return out;
    }
    default:
      return [...out, `unknown element ${String(e.type)}`];
  }
}

function options(e: Json, most: number): string[] {
  const all = list(e.options);
  const out = all.length < 1 || all.length > most ? [`${all.length} options`] : [];
  const values = all.map((o) => o.value);
  if (new Set(values).size !== values.length) out.push('option value twice');
  for (const o of all) {
    out.push(...plainText(o.text, 75, 'option'));
    if (o.description !== undefined) out.push(...plainText(o.description, 75, 'description'));
    if (typeof o.value !== 'string' || o.value === '' || o.value.length > 150) out.push('option value');
  }
  const initial = [...list(e.initial_options), ...(e.initial_option === undefined ? [] : [e.initial_option as Json])];
  if (e.initial_options !== undefined && initial.length === 0) out.push('initial_options is empty');
  const whole = all.map((o) => JSON.stringify(o));
  if (initial.some((o) => !whole.includes(JSON.stringify(o)))) out.push('initial option is not one of the options');
  return out;
}

const placeholder = (e: Json): string[] =>
  e.placeholder === undefined ? [] : plainText(e.placeholder, 150, 'placeholder');

const confirm = (c: Json): string[] => [
  ...plainText(c.title, 100, 'confirm title'),
  ...plainText(c.text, 300, 'confirm text'),
  ...plainText(c.confirm, 30, 'confirm'),
  ...plainText(c.deny, 30, 'deny'),
];

function plainText(text: unknown, most: number, what: string): string[] {
  const t = text as Json | undefined;
  if (t?.type !== 'plain_text') return [`${what} is not plain_text`];
  const words = t.text;
  if (typeof words !== 'string' || words === '') return [`${what} is empty`];
  if (t.emoji !== false) return [`${what} turns :names: into emoji`];
  return words.length > most ? [`${what} has ${words.length} of ${most}`] : [];
}

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
