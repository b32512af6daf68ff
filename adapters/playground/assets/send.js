import { say, trouble, words } from './words.js';

/** Posts to the page's own server; the answer, or null when it did not go through (the person is told). */
export async function send(path, body) {
  // What was said of the last thing is over when the next begins.
  say('');
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      trouble(await whyNot(response));
      return null;
    }
    trouble('');
    return await response.json();
  } catch {
    trouble(words.failed);
    return null;
  }
}

/** The server says itself what to quote of what went wrong there. */
async function whyNot(response) {
  if (response.status === 413) return words.tooMuch;
  if (response.status === 403) return words.failedHere;
  return response.status === 500 ? await response.text() : words.failed;
}

/** Where somebody acts: taken from the pane and the private card around an element. */
export function originOf(element) {
  return {
    as: document.body.dataset.as,
    spot: element.dataset.spotIs ?? element.closest('[data-spot]')?.dataset.spot ?? 'home',
    card: element.closest('[data-card]')?.dataset.card || null,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

const events = new WeakMap();

/** The id of one press: the same while it has not been answered, so that sending it again is a redelivery. */
export function eventOf(element) {
  if (!events.has(element)) events.set(element, crypto.randomUUID());
  return events.get(element);
}

export function answered(element) {
  events.delete(element);
}
