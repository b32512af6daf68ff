import type { FC } from 'hono/jsx';
import { mainChannel } from '../../chat/channels.ts';
import type { Page } from '../page-data.ts';
import { beginning, possibleStep, stepOf, type TourStep, tour, tourSteps } from '../tour.ts';
import { pageWords } from '../words.ts';

/** Three steps that can be clicked through in a minute; the one that is next has a button. */
export const Tour: FC<{ page: Page }> = ({ page }) => {
  const { settings } = page;
  if (settings.tour === 'hidden' || page.address.channel !== mainChannel) return null;
  const step = stepOf(settings);
  const now = step === null ? tourSteps.length : tourSteps.indexOf(step);
  return (
    <section class="tour" aria-labelledby="tour-title">
      <div class="tour-head">
        <h2 id="tour-title">{step === null ? pageWords.tourDone : pageWords.tour}</h2>
        <button type="button" class="text-button" data-tour="hidden" id="tour-hide">
          {pageWords.tourHide}
        </button>
      </div>
      <ol>
        {tourSteps.map((name, i) => (
          <li
            class={i < now ? 'done' : i === now ? 'now' : 'later'}
            {...(i === now ? { 'aria-current': 'step' as const } : {})}
          >
            <span class="tour-number">{i < now ? <Check /> : i + 1}</span>
            {tour[name].title}
            {i < now ? <span class="visually-hidden"> ({pageWords.tourStepDone})</span> : null}
          </li>
        ))}
      </ol>
      {step === null ? null : (
        <div class="tour-now">
          <Now page={page} step={possibleStep(page, step)} />
        </div>
      )}
    </section>
  );
};

const Check: FC = () => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
    <path d="m4 10.5 4 4 8-9" />
  </svg>
);

/** The step that is next, and the button that begins it: the page's script presses it once the right person acts. */
const Now: FC<{ page: Page; step: TourStep }> = ({ page, step }) => {
  const begin = beginning(page, step);
  if (begin === null) {
    return (
      <>
        <p class="tour-text">{pageWords.tourWaits}</p>
        <button type="button" class="button main" data-clock="hour" id="tour-wait">
          {pageWords.hourLong}
        </button>
      </>
    );
  }
  const press = { 'data-begin': begin.do, 'data-with': JSON.stringify(begin.with), 'data-spot-is': begin.spot };
  return (
    <>
      <p class="tour-text">{begin.words.text}</p>
      <a
        class={begin.begun ? 'button' : 'button main'}
        id="tour-begin"
        href={begin.href}
        {...(begin.here ? press : {})}
      >
        {begin.words.start}
      </a>
    </>
  );
};
