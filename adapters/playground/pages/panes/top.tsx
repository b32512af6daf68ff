import type { FC } from 'hono/jsx';
import { linkTo } from '../../server/address.ts';
import type { Page } from '../page-data.ts';
import { pageWords } from '../words.ts';
import { Mark } from './messages.tsx';

/** The top of the page: what this is, the clock that can be moved, and the way back to the first day. */
export const Top: FC<{ page: Page }> = ({ page }) => {
  const { reader } = page;
  const time = new Intl.DateTimeFormat(reader.locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: reader.zone,
  });
  return (
    <header class="top">
      <h1 class="brand">
        <Mark actor={null} bot={true} />
        <span class="brand-name">Curbside</span> <span class="brand-kind">playground</span>
      </h1>
      <a class="acting" id="acting" href={linkTo(page.address, { at: 'people' })}>
        <Mark actor={page.address.actor} bot={false} />
        <span class="visually-hidden">{pageWords.actingAs} </span>
        {page.address.actor.name}
      </a>
      <fieldset class="clock" aria-label={pageWords.clock}>
        <time id="clock" data-now={String(reader.now)} data-zone={reader.zone} data-locale={reader.locale}>
          {time.format(reader.now)}
        </time>
        <button type="button" class="text-button" data-clock="hour" id="clock-hour">
          {pageWords.hour}
          <span class="visually-hidden"> {pageWords.forward}</span>
        </button>
        <button type="button" class="text-button" data-clock="day" id="clock-day">
          {pageWords.day}
          <span class="visually-hidden"> {pageWords.forward}</span>
        </button>
        <button type="button" class="text-button" data-clock="week" id="clock-week">
          {pageWords.week}
          <span class="visually-hidden"> {pageWords.forward}</span>
        </button>
      </fieldset>
      <div class="top-end">
        {page.settings.tour === 'hidden' ? (
          <button type="button" class="text-button" data-tour="ask" id="tour-again">
            {pageWords.tourAgain}
          </button>
        ) : null}
        <button type="button" class="text-button" data-start-over={pageWords.startOverAsk} id="start-over">
          {pageWords.startOver}
        </button>
      </div>
    </header>
  );
};
