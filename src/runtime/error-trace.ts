import type { LogFacts } from '../ports/log.ts';

/** How many frames of a stack are worth logging. */
const mostFrames = 8;

/**
 * What a log may say of an unexpected error: its class, and where in the code it was thrown. Never its message, its
 * `name` or its cause, any of which may hold what somebody typed.
 *
 * V8 begins a stack with the message as it was at the time, so frames are believed only right behind the message as it is
 * now, and only as file, line and column of our own code or of a package: nothing of any other form passes, whatever the
 * text of the stack says.
 */
export function traceOf(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: 'unknown' };
  const frames = framesOf(error);
  return frames.length > 0 ? { error: classOf(error), at: frames.join(' < ') } : { error: classOf(error) };
}

/** By the constructor, which only code can name; `error.name` is a text like any other. */
function classOf(error: Error): string {
  const made = Object.getPrototypeOf(error) as { constructor?: { name?: unknown } };
  const name = made.constructor?.name;
  return typeof name === 'string' && /^[A-Z][A-Za-z0-9]{0,40}$/.test(name) ? name : 'Error';
}

function framesOf({ message, stack }: Error): string[] {
  if (typeof stack !== 'string' || typeof message !== 'string') return [];
  const firstLine = stack.split('\n', 1)[0] ?? '';
  const header = message === '' ? firstLine.length : stack.indexOf(message) + message.length;
  const before = stack.slice(0, header - message.length);
  if (header < message.length || before.includes('\n')) return [];
  const [rest, ...lines] = stack.slice(header).split('\n');
  if (rest !== '' || !lines.every((line) => line.startsWith('    at '))) return [];
  return lines.flatMap((line) => frameOf(line) ?? []).slice(0, mostFrames);
}

/** `src/runtime/commit.ts:19:8`, or null for a frame of the runtime itself or of anything else. */
const frameOf = (line: string): string | null =>
  /(?:^|[/(])((?:src|adapters|node_modules)\/[\w./@+-]{1,120}\.[cm]?[jt]sx?:\d{1,6}:\d{1,6})\)?$/.exec(line)?.[1] ??
  null;
