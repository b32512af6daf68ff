const word = String.raw`[^\s.,;:!?()“”"]+`;
const fewWords = `(?:${word} ){0,5}`;
const here =
  '(?:here|(?:of|among|between) us|(?:in|on|at) (?:this|the|our) (?:group|team|practice|clinic|office|agency|department|staff|building))';

/** Told of somebody else: "she is the only one here". What is said of oneself is "I am", "as", or begins with "the only". */
const ofOthers =
  /(?<!\bI )\b(?:is|was|are|were|feels|felt|be|been|being)(?: not)?(?: like)? $|\b(?:he|she|they|it|that)['’](?:s|re) $/i;
/** Words that what singles out a colleague doesn't count: "the only way here", "the only child in the group". */
const otherThings =
  /^the only (?:thing|way|reason|time|question|option|problem|exception|place|child|kid|boy|girl|client|patient|person who|one who)\b/i;

interface Sign {
  readonly pattern: RegExp;
  /** Whether it says this of somebody or something else, by the words before it. */
  readonly except?: (phrase: string, before: string) => boolean;
}

/** What a colleague says of themselves that could tell others in the group who is writing. */
const signs: readonly Sign[] = [
  {
    pattern: new RegExp(String.raw`\bthe only ${fewWords}${here}\b`, 'gi'),
    except: (phrase, before) => {
      const ofMyself = /\b(?:I am|I['’]m|as) $/i.test(before);
      return !ofMyself && (otherThings.test(phrase) || ofOthers.test(before));
    },
  },
  { pattern: /\b(?:I am|I['’]m) the only one who\b/gi },
  {
    // "As the client is here" tells of a moment, not of a role; neither does what is no person.
    pattern: new RegExp(
      String.raw`\bas (?:the|an?) (?!only )(?:(?!(?:is|was|are|were|has|had|comes?|came|sits?|sat|stays?|gets?|got|session|meeting|client|patient|family|couple|situation|work|rules?)\b)${word} ){1,5}here\b`,
      'gi',
    ),
  },
  { pattern: /\bmy supervisor\b/gi },
  {
    pattern: /\bsupervised by\b/gi,
    except: (_, before) =>
      /\b(?:visits?|visitation|contact|exchanges?|parenting time|stays?|calls?)(?: [a-z]+){0,3} $/i.test(before),
  },
  {
    pattern:
      /\b(?:I am|I['’]m) (?:the new(?:est)?(?: [\p{L}-]+)?|new (?:here|to (?:this|the|our) (?:group|team|practice)))/giu,
  },
];

const mostNamed = 5;

/**
 * Phrases of a de-identified text by which colleagues could tell its author: "the only LPCC here", "supervised by", "I’m the
 * new …". As they stand in it, each once, five at most. Nothing is looked up: a phrase is a hint, and its author decides.
 */
export function tellsAuthor(fields: Readonly<Record<string, string>>): readonly string[] {
  const found = new Map<string, string>();
  for (const text of Object.values(fields)) {
    const line = text.replace(/\s+/g, ' ');
    for (const { pattern, except } of signs) {
      for (const match of line.matchAll(pattern)) {
        const [phrase] = match;
        if (!except?.(phrase, line.slice(Math.max(0, match.index - 60), match.index)))
          found.set(phrase.toLowerCase(), phrase);
      }
    }
  }
  return [...found.values()].slice(0, mostNamed);
}
