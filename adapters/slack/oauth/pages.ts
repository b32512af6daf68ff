import { html } from 'hono/html';
import { defaultLocale, type Msg, wordsOf } from '../../../src/index.ts';
import { say } from '../words/index.ts';

/** What somebody sees before they install the app; `url` is Slack's own page, which asks them. */
export const installPage = (url: string): string =>
  page(say('slack.install.title'), [say('slack.install.about'), say('slack.install.reads')], {
    to: url,
    label: say('slack.install.button'),
  });

export const installedPage = (): string =>
  page(say('slack.installed.title'), [say('slack.installed.invite'), say('slack.installed.setUp')]);

export const failedPage = (): string =>
  page(say('slack.notInstalled.title'), [say('slack.notInstalled.again')], {
    to: './install',
    label: say('slack.notInstalled.button'),
  });

/** One short page without scripts; nothing in it names a workspace. */
function page(title: Msg, lines: readonly Msg[], button?: { readonly to: string; readonly label: Msg }): string {
  const words = (msg: Msg): string => wordsOf(defaultLocale, msg);
  return String(html`<!doctype html>
<html lang="${defaultLocale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 4rem auto; padding: 0 1rem; color: #1d1c1d; background: #fff }
h1 { font-size: 1.5rem }
a { display: inline-block; padding: .6rem 1rem; border-radius: .4rem; background: #4a154b; color: #fff; text-decoration: none }
a:focus-visible { outline: 3px solid #1264a3; outline-offset: 2px }
</style>
</head>
<body>
<main>
<h1>${words(title)}</h1>
${lines.map((line) => html`<p>${words(line)}</p>\n`)}
${button === undefined ? '' : html`<p><a href="${button.to}">${words(button.label)}</a></p>`}
</main>
</body>
</html>
`);
}
