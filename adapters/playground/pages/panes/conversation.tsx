import type { Child, FC } from 'hono/jsx';
import { channels, mainChannel } from '../../chat/channels.ts';
import { linkTo } from '../../server/address.ts';
import type { Page } from '../page-data.ts';
import { ViewBody } from '../render.tsx';
import { pageWords } from '../words.ts';
import { CommandLine, ThreadBox } from './composer.tsx';
import { Messages } from './messages.tsx';

type Props = { page: Page };

/** The middle of the page: the channel with its thread beside it, direct messages, or the home page. */
export const Conversation: FC<Props> = ({ page }) => {
  const { at } = page.address;
  const inChannel = at !== 'home' && at !== 'direct';
  const thread = inChannel && page.thread !== null;
  return (
    <main id="conversation" class={thread ? 'conversation with-thread' : 'conversation'} tabindex={-1}>
      {at === 'home' ? <HomePage page={page} /> : null}
      {at === 'direct' ? <Direct page={page} /> : null}
      {inChannel ? <Channel page={page} /> : null}
      {thread ? <Thread page={page} /> : null}
    </main>
  );
};

const Pane: FC<{
  id: string;
  spot: string;
  title: Child;
  intro: string;
  foot: Child;
  children?: Child;
  extra?: Child;
}> = (props) => (
  <section
    class={`pane ${props.id}`}
    id={props.id}
    tabindex={-1}
    aria-labelledby={`${props.id}-title`}
    data-spot={props.spot}
  >
    <header class="pane-head">
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.extra}
      <p class="quiet">{props.intro}</p>
    </header>
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll its content */}
    <div
      class="scroll"
      id={`${props.id}-scroll`}
      data-scroll
      tabindex={0}
      role="group"
      aria-labelledby={`${props.id}-title`}
    >
      {props.children}
    </div>
    {props.foot}
  </section>
);

const Hash: FC = () => (
  <span class="hash" aria-hidden="true">
    #
  </span>
);

const Channel: FC<Props> = ({ page }) => (
  <Pane
    id="channel"
    spot={`channel ${page.address.channel}`}
    title={
      <>
        <Hash />
        {page.address.channel}
      </>
    }
    extra={<OtherChannels page={page} />}
    intro={page.address.channel === mainChannel ? pageWords.channelIntro : pageWords.rehearsalIntro}
    foot={<CommandLine page={page} hint={pageWords.lineChannel} />}
  >
    {page.channel.length === 0 ? (
      <p class="empty">{page.address.channel === mainChannel ? pageWords.channelEmpty : pageWords.rehearsalEmpty}</p>
    ) : (
      <Messages page={page} lines={page.channel} label={page.address.channel} />
    )}
  </Pane>
);

const OtherChannels: FC<Props> = ({ page }) => (
  <nav class="channels" aria-label={pageWords.otherChannels}>
    {channels
      .filter((channel) => channel !== page.address.channel)
      .map((channel) => (
        <a href={linkTo(page.address, { channel, thread: null })}>
          <Hash />
          {channel}
        </a>
      ))}
  </nav>
);

const Thread: FC<Props> = ({ page }) =>
  page.thread === null ? null : (
    <Pane
      id="thread"
      spot={`thread ${page.thread.id}`}
      title={pageWords.thread}
      intro=""
      extra={
        <a class="back" href={linkTo(page.address, { thread: null })}>
          {pageWords.hideThread}
        </a>
      }
      foot={<ThreadBox />}
    >
      {page.thread.lines.length === 0 ? (
        <p class="empty">{pageWords.threadEmpty}</p>
      ) : (
        <Messages page={page} lines={page.thread.lines} label={pageWords.thread} />
      )}
    </Pane>
  );

const Direct: FC<Props> = ({ page }) => (
  <Pane
    id="direct"
    spot="direct"
    title={pageWords.direct}
    intro={pageWords.directIntro}
    foot={<CommandLine page={page} hint={pageWords.lineCommandsOnly} />}
  >
    {page.direct.length === 0 ? (
      <p class="empty">{pageWords.directEmpty}</p>
    ) : (
      <Messages page={page} lines={page.direct} label={pageWords.direct} />
    )}
  </Pane>
);

const HomePage: FC<Props> = ({ page }) => {
  const { answer, lines } = page.home;
  const view = answer === null || answer.is === 'again' || answer.view.is === 'form' ? null : answer.view;
  return (
    <Pane
      id="home"
      spot="home"
      title={pageWords.home}
      intro={pageWords.homeOf(page.address.actor.name)}
      foot={<CommandLine page={page} hint={pageWords.lineCommandsOnly} />}
    >
      {view === null ? null : (
        <div class="home-page">
          <ViewBody reader={page.reader} view={view} note={null} id="homepage" />
        </div>
      )}
      {lines.length === 0 ? null : <Messages page={page} lines={lines} label={pageWords.onlyYou} />}
    </Pane>
  );
};
