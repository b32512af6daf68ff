import { refresh } from './refresh.js';
import { trouble, words } from './words.js';

/** Hears of every change, and says so when the server is gone; the browser tries again by itself. */
export function startLive() {
  const events = new EventSource('/events');
  let gone = false;
  events.addEventListener('here', () => {
    if (gone) trouble('');
    gone = false;
    refresh();
  });
  events.addEventListener('changed', refresh);
  events.addEventListener('error', () => {
    gone = true;
    trouble(words.offline);
  });
  // Leaving the page ends the stream too; that is no trouble.
  addEventListener('pagehide', () => events.close());
}
