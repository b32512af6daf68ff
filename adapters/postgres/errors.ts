import { StoreUnavailable } from '../../src/index.ts';
import { DataRefusal } from '../node/data-refusal.ts';

/** What tells an error of the server (SQLSTATE, five characters) or of the connection (such as ECONNREFUSED). */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * The connection broke, or the server asks for another try: what was sent on it has not been committed, save for a commit
 * that was under way. SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isLost(error: unknown): boolean {
  const code = codeOf(error);
  if (/^08|^57P0[123]$|^25P03$|^53300$|^40001$|^40P01$/.test(code)) return true;
  if (/^(ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|ENETDOWN|ENETUNREACH|EHOSTUNREACH)/.test(code)) return true;
  // A server that starts again has no socket for a moment.
  if (code === 'ENOENT') return (error as NodeJS.ErrnoException).syscall === 'connect';
  return code === '' && error instanceof Error && ofClient.some((words) => error.message.startsWith(words));
}

/** How errors of `pg` itself begin, which carry no code. */
const ofClient = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Client was closed',
  'Query read timeout',
];

/** What the caller of the store gets: an error of the database that an operator must mend stops all writes. */
export function asUnavailable(error: unknown): unknown {
  const code = codeOf(error);
  if (isLost(error)) return new StoreUnavailable('The database can’t be reached.');
  if (code === '25006') return new StoreUnavailable('The database takes no writes: it is a standby.');
  if (code.startsWith('53')) return new StoreUnavailable('The database is out of space or memory.');
  // Its detail may quote a row.
  if (/^[0-9A-Z]{5}$/.test(code)) return new Error(`the database answered ${code}`);
  return error;
}

/** Why a database cannot be opened, as a sentence for the operator. `setting` names what to change; no address is repeated. */
export function asOpeningRefusal(error: unknown, setting: string): unknown {
  const code = codeOf(error);
  const because = { cause: error };
  const refused = (what: string): DataRefusal => new DataRefusal('no-access', what, because);
  if (error instanceof DataRefusal) return error;
  if (/^28/.test(code)) return refused(`${setting}: the database refuses this user or password.`);
  if (code === '3D000') return refused(`${setting}: there is no such database. Create it first; see docs/hosting.md.`);
  if (code === '42501')
    return refused(
      `${setting}: this user may not create or change tables there. Grant the rights that docs/hosting.md lists.`,
    );
  if (isLost(error) || code === 'ENOTFOUND')
    return refused(`${setting}: no database answers there (${code || 'no answer'}). Check the address and the server.`);
  return error;
}
