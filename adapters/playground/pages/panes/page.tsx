import { html } from 'hono/html';
import type { FC } from 'hono/jsx';
import { languageOf } from '../../../../src/index.ts';
import { type Area, linkTo } from '../../server/address.ts';
import type { Page } from '../page-data.ts';
import { pageWords } from '../words.ts';
import { Left } from './before-after.tsx';
import { Conversation } from './conversation.tsx';
import { People, Unseen } from './people.tsx';
import { Top } from './top.tsx';
import { Tour } from './tour.tsx';

/** The whole page at an address. */
export const PageView: FC<{ page: Page }> = ({ page }) => {
  const { address } = page;
  return html`<!doctype html>${(
    <html lang={languageOf(page.reader.locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${address.actor.name} · ${pageWords.title}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/base.css" />
        <link rel="stylesheet" href="/assets/page.css" />
        <link rel="stylesheet" href="/assets/panels.css" />
        <link rel="stylesheet" href="/assets/sizes.css" />
        <link rel="stylesheet" href="/assets/messages.css" />
        <link rel="stylesheet" href="/assets/forms.css" />
        <script src="/assets/early.js" />
        <script type="module" src="/assets/page.js" />
      </head>
      <body
        data-as={address.actor.id}
        data-words={JSON.stringify({
          offline: pageWords.offline,
          failed: pageWords.failed,
          failedHere: pageWords.failedHere,
          tooMuch: pageWords.tooMuch,
          leave: pageWords.leave,
          stay: pageWords.stay,
          cancel: pageWords.cancel,
          leaveForm: pageWords.leaveForm,
          leaveFormLost: pageWords.leaveFormLost,
          copied: pageWords.copied,
        })}
      >
        <div id="page" data-at={address.at} data-thread={address.thread ?? ''}>
          <a class="skip" href="#conversation">
            {pageWords.skip}
          </a>
          <Top page={page} />
          <noscript>
            <p class="trouble">{pageWords.needsScript}</p>
          </noscript>
          <div class="side-left">
            <Areas page={page} />
            <People page={page} />
          </div>
          <div class="middle">
            <Tour page={page} />
            <Conversation page={page} />
          </div>
          <Left page={page} />
        </div>
        <p id="trouble" class="trouble" role="alert" hidden />
        <p id="said" class="visually-hidden" role="status" />
        <dialog id="form-dialog" aria-labelledby="form-title" />
        <dialog id="question" class="question" aria-labelledby="question-title" aria-describedby="question-text">
          {/* biome-ignore lint/a11y/useHeadingContent: the page's script fills it before the dialog shows */}
          <h2 id="question-title" />
          <p id="question-text" />
          <div class="actions">
            <button type="button" class="button plain" value="no" autofocus />
            <button type="button" class="button plain" value="yes" />
          </div>
        </dialog>
      </body>
    </html>
  )}`;
};

const tabs: readonly (readonly [Area, string])[] = [
  ['people', pageWords.people],
  ['channel', pageWords.channelTab],
  ['direct', pageWords.directTab],
  ['home', pageWords.home],
  ['left', pageWords.leftTab],
];

/** Where to go: beside the conversation on a wide screen, a bar of tabs at the bottom of a phone. */
const Areas: FC<{ page: Page }> = ({ page }) => (
  <nav class="areas" aria-label={pageWords.areas}>
    <ul>
      {tabs.map(([at, label]) => (
        <li class={`area-${at}`}>
          <a
            href={linkTo(page.address, {
              at,
              ...(at === 'channel' ? { thread: page.address.at === 'channel' ? null : page.address.thread } : {}),
            })}
            {...(page.address.at === at ? { 'aria-current': 'page' as const } : {})}
          >
            {label}
            {at === 'direct' ? <Unseen count={page.unseen.get(page.address.actor) ?? 0} /> : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
