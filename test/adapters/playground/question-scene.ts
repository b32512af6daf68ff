import { scene } from './scene.ts';

export const question = 'How do I end a session on time?';

/** A scene in which somebody asks, from the command line. */
export function questionScene() {
  const parts = scene();
  const { line, field, button, card } = parts;

  async function openForm() {
    await line().fill('/consult ask');
    await line().press('Enter');
    await field('Your question').waitFor();
  }
  async function toPreview() {
    await openForm();
    await field('Your question').fill(question);
    await button('Show preview').click();
    await card().getByText('This is what colleagues will see').waitFor();
  }
  return { ...parts, openForm, toPreview };
}
