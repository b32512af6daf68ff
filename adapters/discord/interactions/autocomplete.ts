import type { AutocompleteInteraction } from 'discord.js';
import { plain, type Route, shownZone, wordsOf, zonesLike } from '../../../src/index.ts';
import { clamp, limits } from '../limits.ts';
import { routeOf } from './commands.ts';
import { asksForZone, zoneOption } from './zone-option.ts';

/** Up to 25 choices of the option that is being typed, those that contain it. */
export function suggestions(
  asked: AutocompleteInteraction,
  routes: ReadonlyMap<string, Route>,
): { name: string; value: string }[] {
  const route = routeOf(asked, routes);
  const { name, value } = asked.options.getFocused(true);
  if (name === zoneOption && asksForZone.has(route?.name ?? ''))
    return zonesLike(value, limits.choices).map((zone) => ({
      name: clamp(shownZone(zone, asked.locale), limits.choiceName),
      value: zone,
    }));
  const option = route?.slash?.options.find((o) => o.name.toLowerCase() === name);
  const typed = value.trim().toLocaleLowerCase(asked.locale);
  return (option?.choices ?? [])
    .map((choice) => ({
      name: clamp(wordsOf(asked.locale, plain(choice.label)), limits.choiceName),
      value: choice.value,
    }))
    .filter((choice) => choice.name.toLocaleLowerCase(asked.locale).includes(typed))
    .slice(0, limits.choices);
}
