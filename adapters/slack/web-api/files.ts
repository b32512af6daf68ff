import type { webApi } from '@slack/bolt';
import type { Block, Log, Reader, View } from '../../../src/index.ts';
import type { Documents } from '../../documents/index.ts';
import { codeOf } from './failures.ts';

/** What became of a file: it lies in the person's direct message, Slack did not allow it, or it could not be made. */
export type Delivered = 'sent' | 'notAllowed' | 'failed';
export type DeliveredFiles = ReadonlyMap<Block, Delivered>;

export const noFiles: DeliveredFiles = new Map();

export interface FileParts {
  readonly client: webApi.WebClient;
  readonly documents: Documents | null;
  readonly log: Log;
}

/**
 * Sends the files of a private answer to the direct message of that person alone: Slack has no ephemeral files. It takes the
 * optional scope `files:write` (docs.slack.dev/messaging/working-with-files, files.getUploadURLExternal).
 */
export async function deliverFiles(
  { client, documents, log }: FileParts,
  to: { readonly user: string; readonly view: View; readonly reader: Reader; readonly now: number },
): Promise<DeliveredFiles> {
  if (to.view.is === 'form') return noFiles;
  const files = to.view.blocks.filter((block) => block.is === 'file');
  const done = new Map<Block, Delivered>();
  for (const block of files) {
    try {
      if (documents === null) done.set(block, 'failed');
      else {
        const file = await documents.render(block.document, block.format, to.reader, to.now);
        await upload(client, to.user, file);
        done.set(block, 'sent');
      }
    } catch (error) {
      const why = codeOf(error);
      log.warn('slack.file_not_sent', { why });
      done.set(block, why === 'missing_scope' || why === 'not_allowed_token_type' ? 'notAllowed' : 'failed');
    }
  }
  return done;
}

async function upload(
  client: webApi.WebClient,
  user: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: file.name,
    length: file.bytes.length,
  });
  if (url === undefined || id === undefined) throw new Error('no upload address');
  const sent = await fetch(url, { method: 'POST', body: Buffer.from(file.bytes), signal: AbortSignal.timeout(15_000) });
  if (!sent.ok) throw new Error('upload refused');
  const opened = await client.conversations.open({ users: user });
  if (opened.channel?.id === undefined) throw new Error('no direct message');
  await client.files.completeUploadExternal({ files: [{ id, title: file.name }], channel_id: opened.channel.id });
}
