/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** Boxes and circles to tick, and the sign of a list that opens, drawn: the fonts that come along have no such signs. */
export const boxStyle = `
.box { display: inline-block; width: .8em; height: .8em; border: 1.5px solid currentColor; border-radius: 3px; vertical-align: -1px; margin-right: 4px }
.caret { display: inline-block; border: 4px solid transparent; border-top-color: currentColor; margin-left: 4px; vertical-align: -2px }
.box.round { border-radius: 50% } .box.on { background: #5865f2; box-shadow: inset 0 0 0 2px #fff }`;

/** A label whose first sign is a box, ticked or not. */
export function withBox(label: string): Child {
  const sign = label.slice(0, 1);
  if (sign !== '☐' && sign !== '☑') return label;
  return (
    <>
      <span class={`box ${sign === '☑' ? 'on' : ''}`} />
      {label.slice(1)}
    </>
  );
}
