import { refresh } from './refresh.js';
import { trouble, words } from './words.js';

const name = 'curbside-events';

/**
 * Hears of every change, and says so when the server is gone; the browser tries again by itself. A browser opens six
 * connections to a host at most, so one page alone has the stream and tells the others; when it goes, another takes over.
 */
export function startLive() {
  const others = new BroadcastChannel(name);
  let gone = false;
  const hear = (what) => {
    if (what !== 'error') refresh();
    if (gone || what === 'error') trouble(what === 'error' ? words.offline : '');
    gone = what === 'error';
  };
  others.addEventListener('message', ({ data }) => hear(data));
  // What changed before this page could hear of it.
  refresh();
  navigator.locks.request(name, () => listen((what) => {
    hear(what);
    others.postMessage(what);
  }));
}

/** Until the page is left. That ends the stream too, which is no trouble. */
const listen = (tell) =>
  new Promise((left) => {
    const events = new EventSource('/events');
    for (const what of ['here', 'changed', 'error']) events.addEventListener(what, () => tell(what));
    addEventListener('pagehide', () => {
      events.close();
      left();
    });
  });
