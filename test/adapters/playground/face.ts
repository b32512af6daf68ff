import { FormView, ViewBody } from '../../../adapters/playground/pages/render.tsx';
import { calledInGallery, type Face } from '../../fixtures/faces.ts';

/** A page takes any length. */
export const face: Face = {
  platform: 'playground',
  languages: null,
  draw(view, locale) {
    const reader = {
      ...{ locale, zone: 'UTC', now: 0, me: 'p1', people: [] },
      name: () => calledInGallery,
      threadLink: (_channel: string, message: string) => `/?thread=${message}`,
      fileLink: (block: string) => `/file?block=${block}`,
    };
    if (view.is === 'form') return [String(FormView({ reader, form: view, note: null }))];
    return [String(ViewBody({ reader, view, note: null, id: 'v' }))];
  },
  problems: () => [],
};
