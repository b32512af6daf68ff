import { type APIFileComponent, type APIMediaGalleryComponent, ComponentType, type RawFile } from 'discord.js';
import { type Block, type Log, plainChart } from '../../../src/index.ts';
import { clamp, limits } from '../limits.ts';

type Chart = Extract<Block, { is: 'chart' }>;

/** The drawn charts of one message, by their block, as the files that go with it. */
export type Pictures = ReadonlyMap<Block, RawFile>;

export const noPictures: Pictures = new Map();

/**
 * Draws the charts among these blocks as PNG. What cannot be drawn is left out, so that its text stands alone: the drawing
 * library is loaded here for that reason, too, as it is not built for every machine.
 */
export async function picturesOf(blocks: readonly Block[], locale: string, log: Log): Promise<Pictures> {
  const charts = blocks.filter((b): b is Chart => b.is === 'chart').slice(0, limits.files);
  const drawn = new Map<Block, RawFile>();
  if (charts.length === 0) return drawn;
  try {
    const { chartPng } = await import('../../documents/chart.ts');
    for (const chart of charts) {
      const name = drawn.size === 0 ? 'chart.png' : `chart-${drawn.size + 1}.png`;
      drawn.set(chart, { name, data: chartPng(chart, locale), contentType: 'image/png' });
    }
  } catch {
    log.warn('discord.chart_not_drawn');
  }
  return drawn;
}

const address = ({ name }: RawFile): string => `attachment://${name}`;

/** A picture as a component, with the same in words for people who do not see it. */
export const gallery = (picture: RawFile, chart: Chart, locale: string): APIMediaGalleryComponent => ({
  type: ComponentType.MediaGallery,
  items: [{ media: { url: address(picture) }, description: clamp(plainChart(chart, locale), limits.mediaDescription) }],
});

/** A file as a component. */
export const attached = (made: RawFile): APIFileComponent => ({
  type: ComponentType.File,
  file: { url: address(made) },
});

/** Of these, the pictures that are in a message: what it had no room for is not sent either. */
export const shownIn = (parts: readonly { readonly type: ComponentType }[], pictures: Pictures): RawFile[] => {
  const shown = new Set(
    parts.flatMap((p) => (isGallery(p) ? p.items.map((item) => item.media.url) : isFile(p) ? [p.file.url] : [])),
  );
  return [...pictures.values()].filter((picture) => shown.has(address(picture)));
};

/** Of the files that were made for a message, those that its components show. */
export const isFile = (part: { readonly type: ComponentType }): part is APIFileComponent =>
  part.type === ComponentType.File;

export const isGallery = (part: { readonly type: ComponentType }): part is APIMediaGalleryComponent =>
  part.type === ComponentType.MediaGallery;
