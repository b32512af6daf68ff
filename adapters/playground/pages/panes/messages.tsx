import type { FC } from 'hono/jsx';
import { type Block, plainSpans } from '../../../../src/index.ts';
import { type Actor, initialsOf } from '../../chat/cast.ts';
import type { PrivateCard } from '../../chat/private-cards.ts';
import { linkTo } from '../../server/address.ts';
import type { Line, Page, ThreadedMessage } from '../page-data.ts';
import { whenWords, words } from '../render/reader.ts';
import { When } from '../render/spans.tsx';
import { ViewBody } from '../render.tsx';
import { pageWords } from '../words.ts';

/** Once there are several private cards, one press takes all of this place away. */
const DismissAll: FC<{ lines: readonly Line[] }> = ({ lines }) => {
  const [first, ...others] = lines.flatMap((line) => ('card' in line ? [line.card] : []));
  if (first === undefined || others.length === 0) return null;
  return (
    <li class="dismiss-all">
      <button
        type="button"
        class="text-button"
        data-dismiss-all={first.spot}
        id={`dismiss-all-${first.spot.replace(' ', '-')}`}
      >
        {pageWords.dismissAll(others.length + 1)}
      </button>
    </li>
  );
};

/** The messages of a place, and between them the private answers to the person acting. */
export const Messages: FC<{ page: Page; lines: readonly Line[]; label: string }> = ({ page, lines, label }) => (
  <ol class="messages" aria-label={label}>
    {lines.map((line, i) => (
      <>
        <DayLine page={page} line={line} before={lines[i - 1]} />
        {'card' in line ? <Private page={page} card={line.card} /> : <Message page={page} shown={line} />}
      </>
    ))}
    <DismissAll lines={lines} />
  </ol>
);

const timeOf = (line: Line): number => ('card' in line ? line.card.at : line.message.at);

/** Above the first message of each day. */
const DayLine: FC<{ page: Page; line: Line; before: Line | undefined }> = ({ page, line, before }) => {
  const day = whenWords(page.reader, timeOf(line), 'date');
  if (before !== undefined && whenWords(page.reader, timeOf(before), 'date') === day) return null;
  return (
    <li class="day" id={`day-${'card' in line ? line.card.id : line.message.id}`}>
      <span>{day}</span>
    </li>
  );
};

const Message: FC<{ page: Page; shown: ThreadedMessage }> = ({ page, shown }) => {
  const { message, replies } = shown;
  const actor = message.from === null ? undefined : page.cast.get(message.from);
  const name = message.from === null ? pageWords.bot : page.reader.name(message.from);
  const id = `m-${message.id}`;
  return (
    <li class="message" id={id} data-message={pageWords.newMessage(name)}>
      <Mark actor={actor ?? null} bot={message.from === null} />
      <article class="message-main" aria-labelledby={`${id}-head`}>
        <h3 class="message-head" id={`${id}-head`} {...headName(page, shown)}>
          <span class="name">{name}</span>
          {message.from === null ? (
            <span class="app">{pageWords.app}</span>
          ) : (
            <span class="credential">{actor?.credential}</span>
          )}
          <When reader={page.reader} at={message.at} style="time" />
          {message.edited ? <span class="edited">{pageWords.edited}</span> : null}
        </h3>
        <Content page={page} shown={shown} id={id} />
        {message.where.is !== 'channel' ? null : (
          <p class="thread-link">
            <a
              href={`${linkTo(page.address, { at: 'channel', thread: message.id })}#thread`}
              {...(page.address.thread === message.id ? { 'aria-current': 'true' as const } : {})}
            >
              {replies === 0 ? pageWords.openThread : pageWords.replies(replies)}
            </a>
          </p>
        )}
      </article>
    </li>
  );
};

/** For whoever goes from heading to heading: what a message of Curbside is about, as all of them have the same name. */
function headName({ reader }: Page, { message }: ThreadedMessage): { readonly 'aria-label'?: string } {
  if (message.content.is !== 'card' || message.from !== null) return {};
  const { summary, blocks } = message.content.card;
  const first = blocks.map((block) => gistOf(block, reader)).find((text) => text !== null) ?? '';
  const seen = [pageWords.bot, pageWords.app, whenWords(reader, message.at, 'time')];
  const about = `${words(reader, summary)}: ${first}`;
  return { 'aria-label': [...seen, ...(message.edited ? [pageWords.edited] : []), about].join(' ') };
}

/** The first words of a text; null of a block that has none. */
function gistOf(block: Block, reader: Page['reader']): string | null {
  const text = block.is === 'quote' ? block.text : block.is === 'text' ? plainSpans(block.spans, reader) : null;
  if (text === null || text.length <= longestGist) return text;
  return `${text.slice(0, longestGist).replace(/\s+\S*$/, '')} …`;
}
const longestGist = 60;

const Content: FC<{ page: Page; shown: ThreadedMessage; id: string }> = ({ page, shown, id }) => {
  const { content } = shown.message;
  switch (content.is) {
    case 'card':
      return (
        <ViewBody reader={page.reader} view={content.card} note={null} id={id} heading="h4" under={`${id}-head`} />
      );
    case 'typed':
      return <p class="typed">{content.text}</p>;
    case 'removed':
      return <p class="quiet">{pageWords.removed}</p>;
  }
};

const Private: FC<{ page: Page; card: PrivateCard }> = ({ page, card }) => {
  const id = `card-${card.id}`;
  const summary = card.view.is === 'card' ? words(page.reader, card.view.summary) : pageWords.home;
  const label = card.note === null ? summary : words(page.reader, card.note);
  return (
    <li
      class={card.refusal ? 'private refused' : 'private'}
      id={id}
      data-card={card.id}
      tabindex={-1}
      aria-label={`${pageWords.onlyYou}: ${label}`}
    >
      <div class="private-head">
        <span>{pageWords.onlyYou}</span>
        <button
          type="button"
          class="text-button"
          data-dismiss={card.id}
          id={`${id}-dismiss`}
          aria-label={`${pageWords.dismiss}: ${label}`}
        >
          {pageWords.dismiss}
        </button>
      </div>
      <ViewBody reader={page.reader} view={card.view} note={card.note} id={id} />
    </li>
  );
};

/** The round mark beside a name: initials for people, a small sign for Curbside. */
export const Mark: FC<{ actor: Actor | null; bot: boolean }> = ({ actor, bot }) =>
  bot ? (
    <svg class="mark bot" viewBox="0 0 36 36" aria-hidden="true">
      <circle cx="18" cy="18" r="18" />
      <path d="M10 14.5a3 3 0 0 1 3-3h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-6l-4 3.5v-3.5a3 3 0 0 1-3-3Z" />
    </svg>
  ) : (
    <span class={`mark ${actor?.id ?? ''}`} aria-hidden="true">
      {actor === null ? '·' : initialsOf(actor)}
    </span>
  );
