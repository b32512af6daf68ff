import type { FC } from 'hono/jsx';
import { cast } from '../../chat/cast.ts';
import { linkTo } from '../../server/address.ts';
import type { Page } from '../page-data.ts';
import { pageWords } from '../words.ts';
import { Mark } from './messages.tsx';

/** Everybody to act as, each with a role and a one-line story. */
export const People: FC<{ page: Page }> = ({ page }) => (
  <nav class="people" aria-labelledby="people-title">
    <h2 id="people-title">{pageWords.actAs}</h2>
    <p class="quiet people-intro">{pageWords.peopleIntro}</p>
    <ul>
      {cast.map((actor) => {
        const current = actor === page.address.actor;
        const at = page.address.at === 'people' || page.address.at === 'left' ? 'channel' : page.address.at;
        return (
          <li>
            <a href={linkTo(page.address, { actor, at })} {...(current ? { 'aria-current': 'true' as const } : {})}>
              <Mark actor={actor} bot={false} />
              <span class="who">
                <span class="name">
                  {actor.name}
                  {current ? <span class="visually-hidden"> ({pageWords.acting})</span> : null}
                </span>
                <span>
                  {actor.credential} · {actor.role}
                </span>
                <span class="story">{actor.story}</span>
              </span>
              <Unseen count={page.unseen.get(actor) ?? 0} />
            </a>
          </li>
        );
      })}
    </ul>
  </nav>
);

/** How many new direct messages wait; nothing when there are none. */
export const Unseen: FC<{ count: number }> = ({ count }) =>
  count === 0 ? null : (
    <span class="unseen">
      {count}
      <span class="visually-hidden"> {pageWords.unseen(count)}</span>
    </span>
  );
