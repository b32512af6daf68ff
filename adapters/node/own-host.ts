/** Names under which a program on this computer reaches the loopback address. */
const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a request was sent to this computer by its own name. `host`: the header. A foreign name that was made to point at
 * 127.0.0.1 shows in it (DNS rebinding), and a page under that name could read the answer.
 */
export const isOwnHost = (host: string | undefined): boolean => ownNames.has((host ?? '').replace(/:\d+$/, ''));
