import type { FC } from 'hono/jsx';
import type { Page } from '../page-data.ts';
import { w } from '../words.ts';
import { Mark } from './messages.tsx';

/** The top of the page: what this is, the clock that can be moved, and the way back to the first day. */
export const Top: FC<{ page: Page }> = ({ page }) => {
  const { reader, clockOffsetMs } = page;
  const time = new Intl.DateTimeFormat(reader.locale, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: reader.zone,
  });
  return (
    <header class="top">
      <p class="brand">
        <Mark actor={null} bot={true} />
        <span class="brand-name">Curbside</span> <span class="brand-kind">playground</span>
      </p>
      <fieldset class="clock" aria-label={w.clock}>
        <time id="clock" data-offset={String(clockOffsetMs)} data-zone={reader.zone} data-locale={reader.locale}>
          {time.format(reader.now)}
        </time>
        <button type="button" class="text-button" data-clock="hour" id="clock-hour">
          {w.hour}
          <span class="visually-hidden"> {w.forward}</span>
        </button>
        <button type="button" class="text-button" data-clock="day" id="clock-day">
          {w.day}
          <span class="visually-hidden"> {w.forward}</span>
        </button>
      </fieldset>
      <div class="top-end">
        {page.settings.tour === 'hidden' ? (
          <button type="button" class="text-button" data-tour="ask" id="tour-again">
            {w.tourAgain}
          </button>
        ) : null}
        <button type="button" class="text-button" data-start-over={w.startOverAsk} id="start-over">
          {w.startOver}
        </button>
      </div>
    </header>
  );
};
