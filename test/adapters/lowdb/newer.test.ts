import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { MemoryDisk } from './memory-disk.ts';
import { folder, openOn, putNote } from './on-disk.ts';

test('files of a newer version are refused, and left as they are', async () => {
  const disk = new MemoryDisk();
  const store = await openOn(disk);
  await putNote(store, 'a');
  await store.close();
  const file = disk.names.get(`${folder}/store-000001.journal`);
  if (file === undefined) throw new Error('no journal');
  file.bytes.writeUInt16BE(3, 8);
  file.bytes.writeUInt32BE(crc32(file.bytes.subarray(0, 40)), 40);
  const before = Buffer.from(file.bytes);
  await expect(openOn(disk)).rejects.toMatchObject({
    code: 'newer',
    message: expect.stringContaining('newer version of Curbside'),
  });
  expect(file.bytes.equals(before)).toBe(true);
});
