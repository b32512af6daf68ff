import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { isOwnHost } from '../../node/own-host.ts';
import { pageWords } from '../pages/words.ts';

/**
 * Answers only to pages of its own, and to addresses that a person typed. A foreign name that was made to point at
 * 127.0.0.1 (DNS rebinding) shows in Host; a page elsewhere that posts here shows in Origin, which browsers send with
 * every POST; one that loads a picture, a script or a frame from here shows in Sec-Fetch-Site, another port too.
 */
export const onlyOwnPages: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? '';
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site') ?? 'none';
  const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  const ownOrigin = origin === undefined ? !changes : origin === `http://${host}`;
  if (!isOwnHost(host) || !ownOrigin || (site !== 'same-origin' && site !== 'none'))
    return c.text(pageWords.forbidden, 403);
  return next();
};

/** Takes no body whose length is not given beforehand: pages give it, and `bodyLimit` can't rebuild a request that was sent in pieces. */
export const ofKnownLength: MiddlewareHandler = async (c, next) => {
  const isPieces = c.req.header('transfer-encoding') !== undefined;
  const mayHaveBody = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  const isUntold = c.req.method === 'POST' && c.req.header('content-length') === undefined;
  if (mayHaveBody && (isPieces || isUntold)) return c.text(pageWords.failed, 411);
  return next();
};

/** Scripts, styles and requests from here alone; nobody may frame the page; nothing is kept by caches. */
export const strictHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
});

export const notStored: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('cache-control', 'no-store');
};
