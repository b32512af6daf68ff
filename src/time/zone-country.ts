import { remembered } from './remembered.ts';

/** What `Intl` knows of the zones of a country, under either of the two names that engines have for it. */
interface Zones {
  readonly timeZones?: readonly string[];
  readonly getTimeZones?: () => readonly string[];
}

/** Whether an IANA zone is one of a country's ('US'), under whichever of its names. Nothing for UTC, which is nobody's. */
export const zoneIsIn = (zone: string, country: string): boolean => zonesOf(country).has(oneName(zone));

const zonesOf = remembered((country) => {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & Zones;
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  return new Set(zones.map(oneName));
});

/** A zone's own name, where it has several ("US/Eastern"); what is no zone stays as it is. */
function oneName(zone: string): string {
  try {
    return new Intl.DateTimeFormat([], { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}
