import type { Format } from '../format.ts';

const formatWords = { pdf: 'PDF', csv: 'CSV', json: 'JSON', md: 'Markdown', ics: 'Calendar' } as const;

/** What every document says, and how it is handed over. */
export const document = {
  'document.hours': ({ hours }: { hours: number }, { number }: Format) => number(hours, 2),
  'document.fingerprint': 'Fingerprint for documents',
  'document.fingerprintIs': ({ fingerprint }: { fingerprint: string }) => fingerprint,
  'document.page': ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
  'document.signature': 'Signature',
  'document.date': 'Date',
  'document.item': 'Item',
  'document.unshown': 'Some characters have no shape in this document’s fonts and appear as \ufffd. The CSV has them.',
  'document.format': ({ format }: { format: keyof typeof formatWords }) => formatWords[format],
};
