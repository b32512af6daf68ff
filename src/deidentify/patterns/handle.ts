import { type Candidate, type Document, group, matches, matchesIf } from '../document.ts';
import { shortNames } from '../words/instruments.ts';

const what = { type: 'URL', reason: 'handle' } as const;
const mention =
  /<?@[UW][A-Z0-9]{5,}(?:\|[^>\n]{1,80})?>|<@&?!?\d{15,22}>|@[UW](?=[A-Z]*\d)[A-Z0-9]{7,}\b|<@[a-z][a-z0-9]{6,}>/gi;
const at =
  /(?<![a-zA-ZÀ-ɏ0-9._%+-])@(?!(?:here|channel|everyone|all|mention|ing|ed|s|me|team|group|mods?|work|home|school|bedtime|night|least|all|the|a|my|his|her|their|this|that)\b)[a-zA-ZÀ-ɏ_][a-zA-ZÀ-ɏ0-9_.-]{1,40}[a-zA-ZÀ-ɏ0-9_]|(?<![a-zA-ZÀ-ɏ0-9._%+-])@[0-9]{1,6}[a-zA-ZÀ-ɏ_][a-zA-ZÀ-ɏ0-9_.]{1,40}/gi;
const prefixed =
  /(?<![a-zA-ZÀ-ɏ0-9/])(?:\/?[ur]\/(?=[a-zA-ZÀ-ɏ0-9_-]{3})[a-zA-ZÀ-ɏ0-9_-]{3,40}|\$[a-zA-ZÀ-ɏ][a-zA-ZÀ-ɏ0-9_-]{2,30}|[a-zA-ZÀ-ɏ0-9_.]{2,32}#[0-9]{4}\b)/gi;
const prefix = /[ur]\/|\$|#\d{4}/i;
// "name@bank" without a top-level domain: addresses of payment services.
const payment =
  /(?<![a-zA-ZÀ-ɏ0-9._%+@-])[a-zA-Z0-9][a-zA-Z0-9._-]{2,40}@[a-zA-Z][a-zA-Z0-9]{2,24}(?![a-zA-ZÀ-ɏ0-9@]|\.[a-zA-Z0-9])/gu;
// A service or the word for a user name, then the name itself.
const cued =
  /\b(?:user ?-?names?|screen ?names?|handles?|gamer ?tags?|gt|alias|login|log-?in|user ?id|profile|acct|account|snap(?:chat)?|insta(?:gram)?|ig|finsta|tiktok|discord|reddit|twitter|telegram|kik|kakao(?:talk)?|whatsapp|wechat|line|skype|venmo|cash ?app|paypal|zelle|spotify|xbox|psn|steam|twitch|roblox|fortnite|onlyfans|grindr|tinder|bumble|hinge|facebook|fb|signal|tumblr|youtube|threads|bluesky|mastodon|g-?mail|icloud|hotmail|outlook|proton(?:mail)?|yahoo|aol|e-?mail|wi-?fi|ssid|network|password|passwd|pw|passcode|logs in|apple id|linkedin|soundcloud|strava|myspace|vsco|bereal)(?: (?:id|name|user(?:name)?|handle|acct|account|profile|password|is|was|as|under|called|goes by|tag)){0,3}(?:\s?[:=]\s?|\s{1,2}|(?=["'(@]))["'(]?(@?[a-zA-ZÀ-ɏ0-9][a-zA-ZÀ-ɏ0-9_.-]{2,40}[a-zA-ZÀ-ɏ0-9_])/dgi;
// "OF is lilkitty", "insta: jessbaby": a word that nobody else knows, said to be the name there.
const saidToBe =
  /\b(?:user ?names?|screen ?names?|handle|gamer ?tag|OF|[Oo]nlyfans|[Ss]nap(?:chat)?|[Ii]nsta(?:gram)?|IG|ig|[Ff]insta|[Tt]ik[Tt]ok|[Dd]iscord|[Rr]eddit|[Tt]witter|[Tt]elegram|[Kk]ik|[Ss]kype|[Vv]enmo|[Cc]ash ?[Aa]pp|[Tt]witch|[Gg]rindr|[Tt]umblr|[Bb]luesky)(?: (?:id|name|user(?:name)?|handle|acct|account|profile)){0,2}(?: (?:is|was)|\s?[:=])\s["'(]?([a-z][a-z.-]{4,40}[a-z])(?=["')\s,;!?]|\.(?:\s|$)|$)/dgu;
// "psn id orlandoq": behind these words any name is one, also one that looks like a word.
const account =
  /\b(?:psn|xbox|steam|epic|riot|nintendo|roblox|battle\.?net|minecraft|skype|apple) (?:id|tag|gamertag|user(?:name)?)\s?[:=]?\s(?!is\b|was\b|for\b|and\b|or\b|that\b|if\b|with\b|he\b|she\b|they\b)([a-z0-9][a-z0-9_.-]{3,40})/dgi;
const posting =
  /\b(?:posts?|posted|posting|streams?|plays?|messag(?:es|ing)|dms?|active|(?:logs?|logged|signed|came|joined|comes|got) (?:in|on)|joined|known|registered|listed) (?:online )?(?:as|under) ["']?(@?[a-zA-ZÀ-ɏ0-9][a-zA-ZÀ-ɏ0-9_.-]{2,40}[a-zA-ZÀ-ɏ0-9_])/dgi;
// "kayla.m.writes on insta": the service behind the name.
const onService =
  /(?<![a-zA-ZÀ-ɏ0-9@/._-])([a-zA-ZÀ-ɏ0-9][a-zA-ZÀ-ɏ0-9_.-]{2,40}[a-zA-ZÀ-ɏ0-9_]) (?:on|via) (?:(?:her|his|their|my) )?(?:snap(?:chat)?|insta(?:gram)?|ig|tiktok|discord|reddit|twitter|telegram|kik|whatsapp|skype|venmo|cash ?app|xbox|psn|steam|twitch|roblox|onlyfans|grindr|tinder|bumble|hinge|facebook|fb|signal|tumblr|youtube|threads|bluesky)\b/dgi;
const service =
  / (?:on|via) (?:(?:her|his|their|my) )?(?:snap|insta|ig|tiktok|discord|reddit|twitter|telegram|kik|whatsapp|skype|venmo|cash|xbox|psn|steam|twitch|roblox|onlyfans|grindr|tinder|bumble|hinge|face|fb|signal|tumblr|youtube|threads|bluesky)/i;
const joined =
  /(?<![a-zA-ZÀ-ɏ0-9@/._-])(?=[a-zA-ZÀ-ɏ0-9]{1,40}_)[a-zA-ZÀ-ɏ0-9]{1,40}(?:_[a-zA-ZÀ-ɏ0-9]{1,40}){1,8}(?![a-zA-ZÀ-ɏ0-9])/gu;

/** Mentions of members, user names on any service, with and without their sign. */
export function handles(document: Document): Candidate[] {
  const { text } = document;
  const found: Candidate[] = [];
  if (text.includes('@')) {
    found.push(...matches(document, mention, { type: 'URL', reason: 'mention', label: 'mention' }));
    found.push(...matches(document, at, what));
    found.push(...matches(document, payment, what));
  }
  found.push(...matchesIf(prefix, document, prefixed, what, (m) => !/^\/?r\//i.test(m[0])));
  found.push(...matches(document, cued, what, (m) => looksMade(m[1] ?? '') && group(m, 1)));
  found.push(
    ...matches(document, saidToBe, { ...what, tier: 'check' }, (m) => isMadeUp(m[1] ?? '', document) && group(m, 1)),
  );
  found.push(...matches(document, account, what, (m) => group(m, 1)));
  found.push(...matchesIf(service, document, onService, what, (m) => looksMade(m[1] ?? '') && group(m, 1)));
  found.push(...matches(document, posting, what, (m) => looksMade(m[1] ?? '') && group(m, 1)));
  if (text.includes('_'))
    found.push(
      ...matches(
        document,
        joined,
        what,
        (m) =>
          /[a-zA-ZÀ-ɏ]/.test(m[0]) &&
          !m[0].split('_').some((part) => shortNames.has(part.toLowerCase())) &&
          !speaker.test(m[0]) &&
          !(fileEnd.test(text.slice(m.index + m[0].length)) && ofWords(m[0], document)) &&
          !isLabel(m[0], text.slice(m.index + m[0].length)),
      ),
    );
  return found;
}

const fileEnd = /^\.(?:pdf|docx?|odt|rtf|txt|xlsx?|csv|pptx?|pages|jpe?g|png)(?![a-z0-9])/i;

/** "safety_plan_blank_v2" of a file: words alone, and none that is a name first. */
const ofWords = (name: string, { lexicon }: Document): boolean =>
  name
    .toLowerCase()
    .split('_')
    .every(
      (part) => /^(?:v?\d{1,2}|final|v\d)$/.test(part) || (lexicon.word(part) > 0 && lexicon.firstName(part) === 0),
    );

/** Who speaks in a transcript that a program wrote, "SPEAKER_1". */
const speaker = /^(?:speaker|participant|person|interviewer|channel|unknown)_\d{1,3}$/i;

/** The name of a field in pasted data, "last_visit: …", "fecha_nac": '…'. */
const isLabel = (name: string, behind: string): boolean =>
  /^[a-z]+(?:_[a-z]+){1,3}$/.test(name) && /^["']?\s?[:=,|\t]/.test(behind);

const inflected = /(?:'?s|ed|ing|ly|er|ers|ish|able|ness|less)$/;

/** No word of English, in any form of it that is common. */
const isMadeUp = (name: string, { lexicon }: Document): boolean =>
  lexicon.word(name) === 0 && !inflected.test(name) && lexicon.word(name.replace(/-.*$/, '')) === 0;

/** A user name is told from a word by a digit, an underscore or an inner point. */
function looksMade(name: string): boolean {
  if (!/[a-zA-ZÀ-ɏ]/.test(name)) return false;
  return name.startsWith('@') || /[_]|\p{L}\.\p{L}|\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}/u.test(name);
}
