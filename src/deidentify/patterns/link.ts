import { LinkifyIt } from 'linkify-it';
import type { Candidate, Document } from '../document.ts';
import { blank, kindAt } from '../letters.ts';
import type { Range } from '../ranges.ts';
import type { Lexicon, Tier } from '../types.ts';
import { publicHosts, wordlikeEndings } from '../words/hosts.ts';
import { tellsInLink } from './link-words.ts';

const links = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false });
links.tlds(
  [
    'example',
    'test',
    'local',
    'app',
    'dev',
    'blog',
    'site',
    'online',
    'page',
    'link',
    'live',
    'social',
    'health',
    'care',
    'clinic',
  ],
  true,
);

/** Pages below a public host that are one person's: a listing, a profile, an obituary, a meeting room. */
const aboutSomebody =
  /\/(?:find|find-a-\w+|profiles?|members?|users?|people|person|directory|therapists?|providers?|doctors?|clinicians?|staff|team|faculty|remember|obituar(?:y|ies)|memorial|in|u|id|j|my|meet|room|account|patients?|clients?|case|cases|licen[cs]e|lookup|verify|rent|dr)\/[^\s]{2}/i;

/** Web addresses, with or without scheme. */
export function webLinks(document: Document): Candidate[] {
  const { text } = document;
  const found: Candidate[] = [];
  for (const link of linksIn(text)) {
    if (link.schema === 'mailto:' || text[link.start - 1] === '@') continue;
    const address = link.text.replace(/^[a-z]+:\/\//i, '').toLowerCase();
    const [host = ''] = address.split(/[/?#:]/);
    const bare = host.replace(/^www\./, '');
    if (isReference(link.text)) {
      const tier = tierOf(link.text, document.lexicon);
      if (tier !== null) found.push({ start: link.start, end: link.end, type: 'URL', reason: 'link', tier });
      continue;
    }
    const fuzzy = link.schema === '' && !host.startsWith('www.') && address === host;
    if (fuzzy && wordlikeEndings.has(bare.split('.').at(-1) ?? '')) continue;
    found.push({ start: link.start, end: link.end, type: 'URL', reason: 'link', tier: 'remove' });
  }
  return found;
}

/** What a link to a public reference work says of somebody in its own words, behind and before the name of its host. */
function tierOf(link: string, lexicon: Lexicon): Tier | null {
  const address = link.replace(/^[a-z]+:\/\//i, '');
  const host = address.split(/[/?#:]/)[0] ?? '';
  const own = publicHosts.has(bareHost(host)) ? '' : (host.split('.')[0] ?? '');
  return tellsInLink(address.slice(host.length), own, lexicon);
}

const bareHost = (host: string): string => host.toLowerCase().replace(/^www\./, '');

/** Links to public reference works: what they say of somebody is asked about as a whole link, not word by word. */
export const publicLinks = (text: string): Range[] => linksIn(text).filter((link) => isReference(link.text));

interface Link extends Range {
  readonly text: string;
  readonly schema: string;
}

const mayLink = /\.(?:[a-z]{2}|[^\0-\x7F])|:\/\//i;
const linkSign = /\.(?:[a-z]{2}|[^\0-\x7F])|\/\//gi;

/** No link goes on over a blank, and the search is slow: only what is typed around the signs of a link is searched. */
function linksIn(text: string): Link[] {
  const found: Link[] = [];
  if (!mayLink.test(text)) return found;
  let end = 0;
  for (const { index } of text.matchAll(linkSign)) {
    if (index < end) continue;
    let start = index;
    while (start > end && !isBlank(text, start - 1)) start--;
    end = index;
    while (end < text.length && !isBlank(text, end)) end++;
    for (const link of links.match(text.slice(start, end)) ?? [])
      found.push({ start: start + link.index, end: start + link.lastIndex, text: link.text, schema: link.schema });
  }
  return found;
}

const isBlank = (text: string, at: number): boolean => (kindAt(text, at) & blank) !== 0 && text[at] !== '\uFEFF';

/** Pages of authors, on hosts where others are about no one. */
const aboutAuthor =
  /\/(?:authors?|bios?|biograph(?:y|ies)|contributors?|employees?|experts?|fellows?|leadership|our-(?:experts|people|staff|team)|profile|speakers?|~[^/]+|@[^/]+)(?:[/?#]|$)/i;
/** A letter or figure that is written as a code: only what hides a word of the path is. */
const hiddenLetter = /%(?:3[0-9]|[46][1-9a-f]|[57][0-9a]|7e|40|2f)/i;

/** A whole web address of a public reference host, over https, that is nobody's page and carries no name or password. */
export function isResource(link: string): boolean {
  const address = /^https:\/\/([^\s/?#]+)([^\s]*)$/i.exec(link);
  const [, host = '', path = ''] = address ?? [];
  return /^[a-z0-9.-]+$/i.test(host) && !aboutAuthor.test(path) && !hiddenLetter.test(path) && isReference(link);
}

function isReference(link: string): boolean {
  const address = link.replace(/^[a-z]+:\/\//i, '').toLowerCase();
  const [host = ''] = address.split(/[/?#:]/);
  return isPublic(host.replace(/^www\./, '')) && !aboutSomebody.test(address);
}

/** Below these stand offices, trusts, and hospitals of one town: "hackney.gov.uk". */
const localBelow = new Set(['gov.uk', 'nhs.uk', 'va.gov']);

function isPublic(host: string): boolean {
  if (publicHosts.has(host)) return true;
  const parent = host.slice(host.indexOf('.') + 1);
  return parent.includes('.') && publicHosts.has(parent) && !localBelow.has(parent);
}
