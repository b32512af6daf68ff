import type { ComponentId, CustomId } from './custom-id.ts';
import type { Pictures } from './media-gallery.ts';
import type { Reader } from './text.ts';

/** A reader, and the ids of the message that is being drawn for them. */
export interface RenderContext extends Reader {
  readonly componentId: (of: CustomId) => ComponentId;
  /** Charts that were drawn for it; without one, a chart is its words. */
  readonly pictures?: Pictures;
}
