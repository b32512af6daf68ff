import type { FC } from 'hono/jsx';
import type { TypedText } from '../before-after.ts';
import type { Beside, Page } from '../page-data.ts';
import { whenWords } from '../render/reader.ts';
import { pageWords } from '../words.ts';

/** "Before and after": every typed text beside what colleagues got of it. */
export const Left: FC<{ page: Page }> = ({ page }) => (
  <aside class="left" aria-labelledby="left-title" tabindex={0}>
    <h2 id="left-title">{pageWords.left}</h2>
    <p class="quiet">{pageWords.leftIntro}</p>
    {page.left.length === 0 ? (
      <p class="empty">{pageWords.leftEmpty}</p>
    ) : (
      <ol class="left-list">
        {page.left.map((beside) => (
          <li>
            <OneText page={page} beside={beside} />
          </li>
        ))}
      </ol>
    )}
  </aside>
);

const OneText: FC<{ page: Page; beside: Beside }> = ({ page, beside }) => {
  const { typed, comparison } = beside;
  return (
    <article>
      <h3>
        {page.reader.name(typed.who)}
        <span class="quiet"> · {clockTime(page, typed.at)}</span>
      </h3>
      <div class="beside">
        <div class="side">
          <h4>{pageWords.leftTyped}</h4>
          <p class="typed">
            {comparison === null
              ? typed.text
              : comparison.typed.map((part) => (part.changed ? <del>{part.text}</del> : part.text))}
          </p>
        </div>
        <div class="side">
          <h4>{pageWords.leftGot}</h4>
          {comparison === null ? (
            <p class="quiet">
              {typed.is === 'record'
                ? pageWords.leftRecord
                : beside.removed
                  ? pageWords.leftRemoved
                  : notYet(page, typed)}
            </p>
          ) : (
            <p class="typed">{comparison.got.map((part) => (part.changed ? <ins>{part.text}</ins> : part.text))}</p>
          )}
        </div>
      </div>
      {comparison === null ? null : <Footnote beside={beside} />}
    </article>
  );
};

/** What became of a text that nobody got. */
function notYet(page: Page, { fate }: TypedText): string {
  if (fate?.is === 'refused') return pageWords.leftRefused;
  if (fate?.is === 'unclear') return pageWords.leftNotYet;
  if (fate?.is !== 'waits') return pageWords.leftNothing;
  return fate.at === null ? pageWords.leftSoon : pageWords.leftWaits(clockTime(page, fate.at));
}

/** With its date, unless it is today's. */
function clockTime({ reader }: Page, at: number): string {
  const isToday = whenWords(reader, at, 'date') === whenWords(reader, reader.now, 'date');
  return whenWords(reader, at, isToday ? 'time' : 'dateTime');
}

const Footnote: FC<{ beside: Beside }> = ({ beside }) => {
  if (beside.typed.is === 'straight') return <p class="quiet">{pageWords.leftStraight}</p>;
  const same = beside.comparison?.typed.every((part) => !part.changed) ?? false;
  return same ? <p class="quiet">{pageWords.leftSame}</p> : null;
};
