// Runs one package over JSON lines {"id","text"} on standard input; prints {"id","findings":[{"start","end"}]}, and at the
// end {"milliseconds"}, the quietest of three passes.
// usage: node bench/deid/others.mjs openredaction | redact-pii | @redactpii/node | compromise
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

const passes = 3;

/** What a redactor that gives only its output has covered: the gaps between the pieces that it left as they were. */
function gaps(original, redacted, placeholder) {
  const found = [];
  let at = 0;
  const pieces = redacted.split(placeholder);
  pieces.forEach((piece, i) => {
    const next = i === pieces.length - 1 && piece === '' ? original.length : original.indexOf(piece, at);
    const start = next < 0 ? at : next;
    if (i > 0 && start > at) found.push({ start: at, end: start });
    at = start + piece.length;
  });
  return found;
}

const makers = {
  async openredaction() {
    const { OpenRedaction } = await import('openredaction');
    const redactor = new OpenRedaction();
    return async (text) => {
      const { detections } = await redactor.detect(text);
      return detections.map(({ position }) => ({ start: position[0], end: position[1] }));
    };
  },
  async 'redact-pii'() {
    const { default: pii } = await import('redact-pii');
    const redactor = new pii.SyncRedactor();
    return (text) => gaps(text, redactor.redact(text), /[A-Z]+(?:_[A-Z]+)+|\bDIGITS\b|\bUSERNAME\b|\bURL\b|\bNAME\b/);
  },
  async '@redactpii/node'() {
    const { Redactor } = await import('@redactpii/node');
    const redactor = new Redactor();
    return (text) => gaps(text, redactor.redact(text), /\[?[A-Z]+(?:_[A-Z]+)*_?(?:REDACTED)?\]|[A-Z]+(?:_[A-Z]+)+/);
  },
  async compromise() {
    const { default: nlp } = await import('compromise');
    return (text) => {
      const read = nlp(text);
      return [
        read.people(),
        read.places(),
        read.organizations(),
        read.match('#PhoneNumber'),
        read.match('#Email'),
        read.match('#Url'),
        read.match('#AtMention'),
      ].flatMap((view) =>
        view.json({ offset: true }).map(({ offset }) => ({ start: offset.start, end: offset.start + offset.length })),
      );
    };
  },
};

const find = await makers[process.argv[2]]();
const texts = [];
for await (const line of createInterface({ input: process.stdin }))
  if (line.trim() !== '') texts.push(JSON.parse(line));
for (const { text } of texts.slice(0, 100)) await find(text);

let answers = [];
let milliseconds = Number.POSITIVE_INFINITY;
for (let pass = 0; pass < passes; pass++) {
  const began = performance.now();
  answers = [];
  for (const { id, text } of texts) answers.push({ id, findings: await find(text) });
  milliseconds = Math.min(milliseconds, performance.now() - began);
}
const lengths = new Map(texts.map(({ id, text }) => [id, text.length]));
for (const { id, findings } of answers) {
  const sound = findings.filter(({ start, end }) => end > start && end <= lengths.get(id));
  process.stdout.write(`${JSON.stringify({ id, findings: sound })}\n`);
}
process.stdout.write(`${JSON.stringify({ milliseconds })}\n`);
