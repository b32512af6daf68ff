import { Idiomorph } from './idiomorph.js';
import { say } from './words.js';

let running = null;
let again = false;

/** Takes in what has changed on the server, leaving focus and typed text where they are. One at a time. */
export function refresh() {
  again = true;
  running ??= (async () => {
    while (again) {
      again = false;
      await take();
    }
    running = null;
  })();
  return running;
}

async function take() {
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok) return;
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('page');
  if (next === null) return;
  const before = new Set([...document.querySelectorAll('[data-message]')].map((m) => m.id));
  const followed = [...document.querySelectorAll('[data-scroll]')].filter(isAtEnd).map((pane) => pane.id);
  const refocus = focusAfter(document.activeElement);
  Idiomorph.morph(document.getElementById('page'), next, {
    callbacks: { beforeNodeMorphed: (old) => !(old instanceof HTMLElement && 'keep' in old.dataset) },
  });
  refocus();
  const fresh = [...document.querySelectorAll('[data-message]')].filter((m) => !before.has(m.id));
  if (fresh.length === 0) return;
  for (const id of followed) toEnd(document.getElementById(id));
  say(fresh.map((m) => m.dataset.message).join('. '));
}

/** The line in the pane of an element. */
export const lineOf = (element) => element.closest('[data-spot]').querySelector('[data-line] input');

/** Should the private card that has the focus go, the next one gets it, or else the line of its pane. */
function focusAfter(focused) {
  const card = focused?.closest('[data-card][id]');
  if (!card) return () => {};
  const cards = [...card.closest('[data-spot]').querySelectorAll('[data-card]')];
  const next = cards.slice(cards.indexOf(card) + 1);
  const line = lineOf(card);
  return () => {
    if (!card.isConnected) (next.find((one) => one.isConnected) ?? line).focus({ preventScroll: true });
  };
}

/** What scrolls: the pane itself, or on a phone the whole column. */
export const scrollerOf = (pane) => (getComputedStyle(pane).overflowY === 'auto' ? pane : pane.closest('.middle'));

function isAtEnd(pane) {
  const scroller = scrollerOf(pane);
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
}

function toEnd(pane) {
  const scroller = pane && scrollerOf(pane);
  scroller?.scrollTo({ top: scroller.scrollHeight });
}

/** Shows the newest of every pane, as chat programs do when they open. */
export function toNewest() {
  for (const pane of document.querySelectorAll('[data-scroll]')) {
    if (pane.id !== 'home-scroll' && pane.querySelector('.messages')) toEnd(pane);
  }
}
