import { type Finding, scanAhead, scanned } from '../../../deidentify/index.ts';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import type { FieldProblem } from '../../../runtime/field-errors.ts';

/** Somebody's home, or where a client works, in so many words. */
const clients =
  /\b(?:(?:client|patient|student)s?['’]?s?['’]?|famil(?:y['’]s|ies['’]))\s+(?:home|house|apartment|residence|workplace|office)s?\b|\b(?:home|house|apartment|residence|workplace)s? of (?:an? |the |my |our |one |mrs?\b|ms\b|miss\b)/iu;
/** Where a word that may be a name is one: "home of …", "in-home (…)". */
const atHome = /\b(?:home|house|apartment|residence) of\b|\bin[- ]home\b/iu;

/**
 * Work sites are named after places and people ("Rivera Family Therapy", "Sutter"), which the filter would take out: only what is no
 * name of a place to work is refused. Nothing is offered in its place, as half a name is no site.
 */
export function sitesProblem(sites: readonly string[], ctx: Pick<Asked, 'lexicon'>): FieldProblem | null {
  // Each alone: together, a name in one would settle a doubt about another.
  scanAhead(
    sites.map((site) => ({ site })),
    ctx.lexicon,
  );
  const isWrong = (site: string): boolean =>
    clients.test(site) || (scanned({ site }, ctx.lexicon).site ?? []).some((one) => isPrivate(one, site));
  return sites.some(isWrong) ? say('supervision.sites.private') : null;
}

function isPrivate({ type, tier, start, end }: Finding, site: string): boolean {
  if (type === 'ORG') return false;
  if (type === 'NAME') return tier === 'remove' || atHome.test(site);
  // A town, a road; not the number of a house.
  if (type === 'LOCATION') return atHome.test(site) || /^\d/.test(site.slice(start, end));
  return true;
}
