import type { IncomingMessage } from 'node:http';

type Json = Record<string, unknown>;

export async function read(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The Web API takes forms, in which whatever is not text is JSON. */
export function bodyOf(req: IncomingMessage, text: string): Json {
  if (req.headers['content-type']?.includes('application/json')) return JSON.parse(text || '{}') as Json;
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([key, value]) => [key, /^[[{]/.test(value) ? parsed(value) : value]),
  );
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
