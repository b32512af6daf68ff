import { randomUUID } from 'node:crypto';
import { mainChannel } from '../../../adapters/playground/chat/channels.ts';
import type { Reply } from '../../../adapters/playground/server/act.tsx';

/** Requests as the playground's page makes them. */
export function visitor(url: string) {
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const origin = (as: string, spot: string) => ({
    event: randomUUID(),
    as,
    spot: spot === 'channel' ? `channel ${mainChannel}` : spot,
    card: null,
    zone: 'UTC',
    tour: false,
  });
  return {
    post,
    /** The page as somebody sees it. */
    page: async (query: string) => (await fetch(`${url}/?${query}`)).text(),
    /** What one types into the command line or, in a thread, into its box. */
    line: async (as: string, spot: string, text: string, event: string = randomUUID()): Promise<Reply> =>
      (await post('/line', { ...origin(as, spot), event, text })).json() as Promise<Reply>,
    /** A pressed button or, with fields, a submitted form. */
    press: async (
      as: string,
      spot: string,
      name: string,
      values: Record<string, string>,
      fields?: Record<string, string>,
      event: string = randomUUID(),
    ) =>
      (
        await post('/press', {
          ...origin(as, spot),
          event,
          do: name,
          with: values,
          fields: fields ?? {},
          typed: fields ? Object.keys(fields) : [],
          fromForm: fields !== undefined,
        })
      ).json() as Promise<Reply>,
  };
}

/** The `data-with` values of the first button for a route in a page. */
export function valuesOf(html: string, route: string): Record<string, string> {
  const [, found] = html.match(new RegExp(`data-do="${route}" data-with="([^"]*)"`)) ?? [];
  if (found === undefined) throw new Error(`no button for ${route} in the page`);
  return JSON.parse(found.replaceAll('&quot;', '"'));
}

/** How many messages a page shows. */
export const messages = (html: string): number => html.match(/data-message=/g)?.length ?? 0;

/** What the page's clock shows (ms). */
export const clockOf = (html: string): number => Number(html.match(/data-now="(\d+)"/)?.[1]);
