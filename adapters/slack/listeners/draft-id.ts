import type { Action, View } from '../../../src/index.ts';

/**
 * The draft that a card lets a person decide on: a preview. Its window lies on the form it came from, so that Back returns
 * to what was typed; any other answer takes the form's place. Null for everything that is no preview.
 */
export function draftIn(view: View): string | null {
  if (view.is !== 'card') return null;
  for (const action of actionsIn(view.blocks)) {
    const draft = action.with.draft;
    if (draft !== undefined) return draft;
  }
  return null;
}

function actionsIn(blocks: Extract<View, { is: 'card' }>['blocks']): Action[] {
  return blocks.flatMap((block) => (block.is === 'actions' ? block.actions : []));
}
