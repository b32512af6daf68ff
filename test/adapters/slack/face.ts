import { renderHome, renderMessage, renderWindow } from '../../../adapters/slack/block-kit/render.ts';
import { languages } from '../../../adapters/slack/words/languages.ts';
import { calledInGallery, type Face } from '../../fixtures/faces.ts';
import { problemsOfMessage, problemsOfView } from '../../wire/slack-block-kit.ts';

const options = (locale: string) => ({ locale, people: () => ({ name: calledInGallery, id: 'U01' }) });

/** As a message, as a window, and as the App Home. */
export const face: Face = {
  platform: 'slack',
  languages,
  draw(view, locale) {
    const window = renderWindow(view, options(locale));
    return view.is === 'form' ? [window] : [renderMessage(view, options(locale)), window];
  },
  problems(view, locale) {
    return [
      ...(view.is === 'form' ? [] : problemsOfMessage(renderMessage(view, options(locale)))),
      ...(view.is === 'home' ? problemsOfView({ ...renderHome(view, options(locale)) }) : []),
      ...problemsOfView({ ...renderWindow(view, options(locale)) }),
    ];
  },
};
