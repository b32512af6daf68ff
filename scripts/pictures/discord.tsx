/** @jsxImportSource hono/jsx */
import { ComponentType } from 'discord.js';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { boxStyle, withBox } from './box.tsx';

/**
 * Discord's messages and modals as HTML, near enough to how its own client draws Components V2 to judge wording, order
 * and length. Only what `adapters/discord` makes is known here; anything else is drawn as its own JSON, to be seen.
 */
// biome-ignore lint/suspicious/noExplicitAny: payloads as they travel, of which discord.js's own types describe unions only
type Json = any;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const when = (seconds: number, style: string): string =>
  style === 'R'
    ? 'just now'
    : new Date(seconds * 1000).toLocaleString('en-US', {
        timeZone: 'America/New_York',
        ...(/[tT]/.test(style) ? {} : { month: 'long', day: 'numeric', year: 'numeric' }),
        ...(/[dD]/.test(style) ? {} : { hour: 'numeric', minute: '2-digit' }),
      });

/** One line of Discord's markdown: escapes, bold, times, mentions of channels. */
function inline(line: string): string {
  const kept: string[] = [];
  const keep = (text: string): string => `\uE000${kept.push(escaped(text)) - 1}\uE000`;
  return escaped(
    line
      .replace(/\\([^\w\s])/g, (_, sign) => keep(sign))
      .replace(/<t:(\d+)(?::(\w))?>/g, (_, at, style) => keep(when(Number(at), style ?? 'f')))
      .replace(/<#\d+>/g, () => keep('#case-consultation')),
  )
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/\uE000(\d+)\uE000/g, (_, n) => kept[Number(n)] ?? '');
}

/** Discord's block marks: headings, small print, quotations. */
const markdown = (content: string): string =>
  content
    .split('\n')
    .map((line) => {
      if (line.startsWith('### ')) return `<h3>${inline(line.slice(4))}</h3>`;
      if (line.startsWith('-# ')) return `<p class="small">${inline(line.slice(3))}</p>`;
      if (line.startsWith('> ')) return `<blockquote>${inline(line.slice(2))}</blockquote>`;
      return `<p>${inline(line) || '&nbsp;'}</p>`;
    })
    .join('');

const colors: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'secondary',
};

function control(c: Json): Child {
  if (c.type === ComponentType.Button)
    return <span class={`button ${colors[c.style] ?? ''} ${c.disabled ? 'off' : ''}`}>{withBox(c.label)}</span>;
  const preset = (c.options ?? []).filter((o: Json) => o.default).map((o: Json) => o.label);
  return (
    <span class="field">
      {preset.join(', ') || c.placeholder || 'Choose'} <span class="caret" />
    </span>
  );
}

function part(c: Json): Child {
  switch (c.type) {
    case ComponentType.TextDisplay:
      return <div>{raw(markdown(c.content))}</div>;
    case ComponentType.Separator:
      return <hr />;
    case ComponentType.Section:
      return (
        <div class="section">
          <div>{c.components.map(part)}</div>
          {control(c.accessory)}
        </div>
      );
    case ComponentType.ActionRow:
      return <div class="actions">{c.components.map(control)}</div>;
    case ComponentType.MediaGallery:
      return c.items[0]?.media.url.startsWith('data:') ? (
        <img src={c.items[0].media.url} alt="" />
      ) : (
        <p class="small">[{c.items[0]?.description ?? 'picture'}]</p>
      );
    case ComponentType.Container:
      return (
        <div class="container" style={`border-left-color:#${c.accent_color.toString(16).padStart(6, '0')}`}>
          {c.components.map(part)}
        </div>
      );
    default:
      return <pre>{JSON.stringify(c)}</pre>;
  }
}

/** A message; `only` marks one that its reader alone sees. */
export const message = (components: Json, only = false): Child => (
  <div class="message">
    <div class="avatar">C</div>
    <div>
      <p class="who">
        <b>Curbside</b> <span class="app">APP</span> <span class="small">Today at 2:00 PM</span>
      </p>
      {components.map(part)}
      {only ? (
        <p class="small">
          Only you can see this · <span class="link">Dismiss message</span>
        </p>
      ) : null}
    </div>
  </div>
);

function field(c: Json): Child {
  const inner = c.component ?? c;
  if (inner.type === ComponentType.TextInput)
    return <div class={`field ${inner.style === 2 ? 'tall' : ''}`}>{inner.value ?? inner.placeholder ?? ''}</div>;
  if (inner.type === ComponentType.Checkbox) return <p>{withBox(inner.default ? '☑ ' : '☐ ')}</p>;
  if (inner.type === ComponentType.RadioGroup || inner.type === ComponentType.CheckboxGroup)
    return inner.options.map((o: Json) => (
      <p>
        <span class={`box ${inner.type === ComponentType.RadioGroup ? 'round' : ''} ${o.default ? 'on' : ''}`} />{' '}
        {o.label}
        {o.description ? <span class="small described">{o.description}</span> : null}
      </p>
    ));
  return control(inner);
}

export const modal = (data: Json): Child => (
  <div class="modal">
    <h2>{data.title}</h2>
    {data.components.map((c: Json) =>
      c.type === ComponentType.Label ? (
        <div class="input">
          <p class="label">
            {c.label} {c.component.required ? <b class="required">*</b> : ''}
          </p>
          {c.description ? <p class="small">{c.description}</p> : null}
          {field(c)}
        </div>
      ) : (
        part(c)
      ),
    )}
    <div class="foot">
      <span class="button secondary">Cancel</span> <span class="button primary">Submit</span>
    </div>
  </div>
);

export const style = `
body { background: #313338; color: #dbdee1; font: 15px/1.4 'gg sans', 'Noto Sans', sans-serif; margin: 0 }
p { margin: 2px 0; white-space: pre-wrap } h3 { margin: 6px 0; font-size: 17px; color: #f2f3f5 } hr { border: 0; border-top: 1px solid #4a4c52; margin: 10px 0 }
blockquote { border-left: 4px solid #4e5058; margin: 0; padding: 1px 0 1px 10px; white-space: pre-wrap } .small { font-size: 12.5px; color: #a3a6aa }
.described { display: block; margin-left: 24px } img { max-width: 100%; border-radius: 8px } .link { color: #00a8fc } .section { display: flex; gap: 12px; justify-content: space-between; align-items: start; margin: 6px 0 } .actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 }
.button { border-radius: 8px; padding: 6px 14px; font-weight: 600; font-size: 13.5px; white-space: nowrap; color: #fff; background: #4e5058 } .button.primary { background: #5865f2 } .button.success { background: #248046 } .button.danger { background: #da373c } .button.off { opacity: .5 }
${boxStyle}
.message { display: flex; gap: 12px; padding: 10px 18px } .message > div:last-child { flex: 1; min-width: 0 } .who { margin: 0 0 4px } .who b { color: #f2f3f5 }
.avatar { background: #3f6f8f; color: #fff; width: 40px; height: 40px; border-radius: 50%; display: grid; place-items: center; font-weight: 700; flex: none } .app { background: #5865f2; color: #fff; font-size: 10px; font-weight: 700; padding: 1px 4px; border-radius: 3px }
.container { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid; border-radius: 8px; padding: 10px 14px; max-width: 600px }
.field { background: #1e1f22; border-radius: 6px; padding: 8px 10px; min-height: 20px; display: block; white-space: pre-wrap; min-width: 260px } .field.tall { min-height: 60px }
.modal { background: #313338; border: 1px solid #1e1f22; border-radius: 8px; width: 480px; margin: 14px; padding: 16px 20px; box-shadow: 0 4px 20px #0006 } .modal h2 { font-size: 20px; margin: 0 0 10px; color: #f2f3f5 }
.input { margin: 12px 0 } .label { font-weight: 600; color: #f2f3f5 } .required { color: #fa777c } .foot { display: flex; gap: 10px; justify-content: flex-end; margin-top: 14px } .pane { border-bottom: 1px solid #1e1f22; padding: 10px 18px; font-weight: 700; color: #f2f3f5 } .thread { border-top: 6px solid #2b2d31 }
`;
