/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { boxStyle } from './box.tsx';

/**
 * Slack's messages and windows as HTML, near enough to how its own client draws Block Kit to judge wording, order and
 * length. Only what `adapters/slack/block-kit` makes is known here; anything else is drawn as its own JSON, to be seen.
 */
// biome-ignore lint/suspicious/noExplicitAny: payloads as they travel, of which Slack's own types describe unions only
type Json = any;

export interface Names {
  readonly users: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, string>>;
}

const time = (seconds: number, format: string): string => {
  const at = new Date(seconds * 1000);
  const day = at.toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'America/New_York',
  });
  const clock = at.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'America/New_York' });
  if (format.includes('{ago}')) return 'just now';
  return [/\{date/.test(format) ? day : '', /\{time/.test(format) ? clock : ''].filter(Boolean).join(', ');
};

/** A day as a client in American English shows the one picked. */
const day = (date: string): string =>
  new Date(date).toLocaleDateString('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

/** `mrkdwn` as context blocks use it: dates, bold, users. */
const mrkdwn = (text: string, names: Names): string =>
  text
    .replace(/<!date\^(\d+)\^([^|>]*)\|[^>]*>/g, (_, at, format) => time(Number(at), format))
    .replace(/<@(\w+)>/g, (_, user) => `@${names.users[user] ?? user}`)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function element(part: Json, names: Names): Child {
  if (part.type === 'date') return time(part.timestamp, part.format);
  if (part.type === 'channel') return <b class="link">#{names.channels[part.channel_id] ?? 'channel'}</b>;
  if (part.type === 'user') return <b class="link">@{names.users[part.user_id] ?? 'someone'}</b>;
  if (part.type === 'emoji') return part.unicode ? String.fromCodePoint(Number.parseInt(part.unicode, 16)) : '⚠️';
  if (part.type === 'link') return <span class="link">{part.text ?? part.url}</span>;
  if (part.type !== 'text') return JSON.stringify(part);
  const { bold, italic } = part.style ?? {};
  return bold ? <b>{part.text}</b> : italic ? <i>{part.text}</i> : part.text;
}

function rich(part: Json, names: Names): Child {
  const inside = part.elements.map((e: Json) => element(e, names));
  if (part.type === 'rich_text_quote') return <blockquote>{inside}</blockquote>;
  if (part.type === 'rich_text_preformatted') return <pre>{inside}</pre>;
  return <p>{inside}</p>;
}

const button = (b: Json): Child =>
  b.type === 'button' ? (
    <span class={`button ${b.style ?? ''}`}>{b.text.text}</span>
  ) : b.type === 'checkboxes' || b.type === 'radio_buttons' ? (
    <span>{choices(b)}</span>
  ) : (
    <span class="select">
      {chosen(b)} <span class="caret" />
    </span>
  );

const chosen = (e: Json): string =>
  [e.initial_option, ...(e.initial_options ?? [])]
    .filter(Boolean)
    .map((o: Json) => o.text.text)
    .join(', ') ||
  e.placeholder?.text ||
  'Choose';

function choices(e: Json): Child {
  const on = [e.initial_option, ...(e.initial_options ?? [])].filter(Boolean).map((o: Json) => o.value);
  return e.options.map((o: Json) => (
    <p>
      <span class={`box ${e.type === 'radio_buttons' ? 'round' : ''} ${on.includes(o.value) ? 'on' : ''}`} />{' '}
      {o.text.text}
      {o.description ? <span class="context described">{o.description.text}</span> : null}
    </p>
  ));
}

function input(e: Json, names: Names): Child {
  if (e.type === 'plain_text_input')
    return (
      <div class={`field ${e.multiline ? 'tall' : ''}`}>{e.initial_value ?? <i>{e.placeholder?.text ?? ''}</i>}</div>
    );
  if (e.type === 'checkboxes' || e.type === 'radio_buttons') return choices(e);
  if (e.type === 'datepicker')
    return <div class="field">{e.initial_date ? day(e.initial_date) : <i>{e.placeholder?.text}</i>}</div>;
  if (e.type === 'multi_users_select')
    return (
      <div class="field">
        {(e.initial_users ?? []).map((u: string) => names.users[u]).join(', ') || (
          <i>{e.placeholder?.text ?? 'Choose'}</i>
        )}
      </div>
    );
  return (
    <div class="field">
      {chosen(e)} <span class="caret" />
    </div>
  );
}

export function block(b: Json, names: Names): Child {
  switch (b.type) {
    case 'header':
      return <h3>{b.text.text}</h3>;
    case 'divider':
      return <hr />;
    case 'rich_text':
      return b.elements.map((e: Json) => rich(e, names));
    case 'section':
      return (
        <div class="section">
          <p>{b.text ? mrkdwn(b.text.text, names) : b.fields.map((f: Json) => <span>{mrkdwn(f.text, names)}</span>)}</p>
          {b.accessory ? button(b.accessory) : null}
        </div>
      );
    case 'context':
      return <p class="context">{b.elements.map((e: Json) => mrkdwn(e.text ?? e.alt_text, names)).join(' ')}</p>;
    case 'actions':
      return <div class="actions">{b.elements.map(button)}</div>;
    case 'input':
      return (
        <div class="input">
          <p class="label">
            {b.label.text}
            {b.optional ? <span class="optional"> (optional)</span> : null}
          </p>
          {input(b.element, names)}
          {b.hint ? <p class="context">{b.hint.text}</p> : null}
        </div>
      );
    default:
      return <pre>{JSON.stringify(b)}</pre>;
  }
}

/** A message; `only` marks one that its reader alone sees. */
export const message = (payload: Json, names: Names, only = false): Child => (
  <div class="message">
    <div class="avatar">C</div>
    <div>
      <p class="who">
        <b>Curbside</b> <span class="app">APP</span> <span class="context">2:00 PM</span>
      </p>
      {only ? <p class="context">Only visible to you</p> : null}
      {(payload.blocks ?? []).map((b: Json) => block(b, names))}
    </div>
  </div>
);

/** A window as it lies over the channel. */
export const modal = (view: Json, names: Names): Child => (
  <div class="modal">
    <h2>{view.title.text}</h2>
    <div class="body">{view.blocks.map((b: Json) => block(b, names))}</div>
    <div class="foot">
      <span class="button">{view.close?.text ?? 'Close'}</span>
      {view.submit ? <span class="button primary">{view.submit.text}</span> : null}
    </div>
  </div>
);

export const home = (view: Json, names: Names): Child => (
  <div class="home">{view.blocks.map((b: Json) => block(b, names))}</div>
);

export const style = `
body { background: #fff; color: #1d1c1d; font: 15px/1.46 Lato, 'Noto Sans', sans-serif; margin: 0 }
p { margin: 2px 0; white-space: pre-wrap } h3 { margin: 8px 0 4px; font-size: 17px } hr { border: 0; border-top: 1px solid #ddd; margin: 10px 0 }
blockquote { border-left: 4px solid #ddd; margin: 4px 0; padding-left: 12px; white-space: pre-wrap } pre { background: #f8f8f8; border: 1px solid #ddd; border-radius: 4px; padding: 8px; white-space: pre-wrap }
.context { color: #616061; font-size: 12.5px } .described { display: block; margin-left: 24px } .link { color: #1264a3; font-weight: 600 } .optional { color: #616061; font-weight: 400 }
.section { display: flex; gap: 12px; justify-content: space-between; align-items: start } .actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 }
.button, .select { border: 1px solid #bbb; border-radius: 8px; padding: 4px 12px; font-weight: 700; font-size: 13.5px; white-space: nowrap }
.button.primary { background: #007a5a; color: #fff; border-color: #007a5a } .button.danger { background: #fff; color: #e01e5a; border-color: #e01e5a }
.message { display: flex; gap: 10px; padding: 10px 18px } .message > div:last-child { flex: 1; min-width: 0 } .who { margin: 0 }
.avatar { background: #3f6f8f; color: #fff; width: 36px; height: 36px; border-radius: 8px; display: grid; place-items: center; font-weight: 700; flex: none }
.app { background: #e8e8e8; color: #616061; font-size: 10px; font-weight: 700; padding: 1px 4px; border-radius: 3px }
.modal { border: 1px solid #ccc; border-radius: 10px; width: 520px; margin: 14px; box-shadow: 0 4px 20px #0002 } .modal h2 { font-size: 20px; margin: 0; padding: 16px 22px }
.body { padding: 0 22px 14px } .foot { border-top: 1px solid #ddd; padding: 12px 22px; display: flex; gap: 10px; justify-content: flex-end }
.input { margin: 12px 0 } .label { font-weight: 700 } .field { border: 1px solid #868686; border-radius: 6px; padding: 6px 10px; min-height: 22px; margin-top: 4px; white-space: pre-wrap } .field i { color: #888; font-style: normal } .field.tall { min-height: 60px }
${boxStyle}
.home { max-width: 680px; padding: 16px 24px } .pane { border-bottom: 1px solid #ddd; padding: 10px 18px; font-weight: 800 } .thread { border-top: 6px solid #f4f4f4 }
`;
