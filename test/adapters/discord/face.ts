import { render } from '../../../adapters/discord/components/render.ts';
import { renderModal } from '../../../adapters/discord/forms/modal.ts';
import { pagesOf } from '../../../adapters/discord/forms/pages.ts';
import { languages } from '../../../adapters/discord/words/languages.ts';
import { calledInGallery, type Face } from '../../fixtures/faces.ts';
import { faults, messageFaults } from '../../wire/discord-schema.ts';

const componentsV2 = 1 << 15;
const options = (locale: string) => ({
  locale,
  people: () => ({ name: calledInGallery, userId: '100000000000000001' }),
});
/** Of a button or menu whose own id would not fit into Discord's hundred characters. */
const unusable = /"custom_id":"x\?[^"]*"/g;
/** In a direct message, ids also hold the community. */
const scopes = [null, `discord.${'s'.repeat(16)}`];

/** As a message in a channel and in a direct message, or as modals. */
export const face: Face = {
  platform: 'discord',
  languages,
  draw: (view, locale) =>
    view.is === 'form'
      ? pagesOf(view, locale).map((page) => renderModal(view, page, 'fa.b', options(locale)))
      : [render(view, options(locale))],
  problems(view, locale) {
    if (view.is !== 'form') {
      const { components } = render(view, options(locale));
      return [
        ...messageFaults({ components, flags: componentsV2 }, true),
        ...scopes.flatMap(
          (scope) => JSON.stringify(render(view, options(locale), null, scope).components).match(unusable) ?? [],
        ),
      ];
    }
    const pages = pagesOf(view, locale);
    return pages.flatMap((page) => {
      const modal = renderModal(view, page, 'fa.b', options(locale));
      const fits = modal.title.length <= 45 && modal.components.length >= 1 && modal.components.length <= 5;
      return [
        ...faults('POST', '/interactions/1/t/callback', { type: 9, data: modal }),
        ...(fits ? [] : [`${modal.title.length} characters of title, ${modal.components.length} components`]),
      ];
    });
  },
};
