import type { File, Request } from './discord-http.ts';

/**
 * The body of a request: JSON, or multipart with the JSON as `payload_json` and each file as `files[n]` (Discord's API
 * reference, "Uploading files").
 */
export async function readBody(type: string, bytes: Buffer): Promise<Pick<Request, 'body' | 'files'>> {
  if (!type.startsWith('multipart/form-data')) {
    const text = bytes.toString();
    return { body: text === '' ? (undefined as never) : JSON.parse(text), files: [] };
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: File[] = [];
  let body: Request['body'] = {};
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') body = JSON.parse(value);
    } else files.push({ field, name: value.name, type: value.type, data: Buffer.from(await value.arrayBuffer()) });
  }
  return { body, files };
}

interface Attachment {
  readonly id: string;
  readonly filename?: string;
}

export const attachmentsOf = (body: Record<string, unknown> | undefined): readonly Attachment[] =>
  (body?.attachments as Attachment[] | undefined) ?? [];

/** What Discord would refuse about the files of a request: each is announced under its number, and each shown is there. */
export function fileFaults({ body, files }: Pick<Request, 'body' | 'files'>): string[] {
  const announced = attachmentsOf(body);
  const shown = [...JSON.stringify(body ?? null).matchAll(/"attachment:\/\/([^"]+)"/g)].map((m) => m[1]);
  return [
    ...(files.length > 10 ? ['more than 10 files'] : []),
    ...announced.filter((a) => !files.some((f) => f.field === `files[${a.id}]`)).map((a) => `no file ${a.id}`),
    ...files
      .filter((f) => !announced.some((a) => f.field === `files[${a.id}]` && f.name === a.filename))
      .map((f) => `a file that was not announced: ${f.field}`),
    ...shown.filter((name) => !files.some((f) => f.name === name)).map((name) => `no file for ${name}`),
    ...files.filter((f) => !shown.includes(f.name)).map((f) => `a file that is not shown: ${f.name}`),
  ];
}
