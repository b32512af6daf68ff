// All as alternatives of a pattern.

/** Months that mean nothing else, in English, Spanish, French, German, Italian and Portuguese. */
export const clearMonth = [
  'january|february|september|october|november|december|janv|f[eé]vr|juill?(?=\\.)|d[eé]c(?=\\.)|ene(?=\\.)|abr',
  'ago(?=\\.)|dic|okt|dez|jan|feb|febr|apr|jul|aug|sept|oct|nov|enero|febrero|abril|mayo|junio|julio|agosto',
  'septiembre|setiembre|octubre|noviembre|diciembre|janvier|fevrier|f[eé]vrier|avril|juin|juillet|ao[uû]t|septembre',
  'octobre|novembre|decembre|d[eé]cembre|januar|februar|m[aä]rz|mai|juni|juli|oktober|dezember|gennaio|febbraio',
  'aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|rajab|sha.?ban|muharram|safar(?=\\s\\d)|shawwal',
  'dhu al-[a-zA-ZÀ-ɏ]+|tishrei|cheshvan|kislev|tevet|shvat|nisan|iyar|sivan|tammuz|elul',
  '\u064a\u0646\u0627\u064a\u0631|\u0641\u0628\u0631\u0627\u064a\u0631|\u0645\u0627\u0631\u0633',
  '\u0623\u0628\u0631\u064a\u0644|\u0645\u0627\u064a\u0648|\u064a\u0648\u0646\u064a\u0648',
  '\u064a\u0648\u0644\u064a\u0648|\u0623\u063a\u0633\u0637\u0633|\u0633\u0628\u062a\u0645\u0628\u0631',
  '\u0623\u0643\u062a\u0648\u0628\u0631|\u0646\u0648\u0641\u0645\u0628\u0631|\u062f\u064a\u0633\u0645\u0628\u0631',
  '\u03bc\u03b1\u03c1\u03c4\u03af\u03bf\u03c5|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября',
  'ноября|декабря|janeiro|fevereiro|mar[cç]o|maio|junho|julho|setembro|outubro|novembro|dezembro',
].join('|');

/** Months that are also names or words: they need a day, a year or a preposition. */
export const shadyMonth = 'march|april|may|june|july|august|mar|jun|sep|dec|marzo|mars|juillet';

/** Days of the week in the same languages. */
export const weekday = [
  '(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?)|lunes|martes|mi[eé]rcoles|jueves|viernes',
  's[aá]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag',
  'freitag|samstag|sonntag',
].join('|');

/** Days of a month in words: "the third". */
export const ordinalWord = [
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth',
  'fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth',
  'twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[ -]first',
].join('|');

/** The same as they are counted: "the three". */
export const cardinalWord = [
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen',
  'eighteen|nineteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:[ -]one)?',
].join('|');

/** Before a month that is also a name or a word. */
export const beforeShady = [
  'in|since|by|until|till?|before|after|from|during|around|last|this|next|early|mid|late|end of|start of',
  'beginning of|middle of|of|thru|through|every|each|back in|come|en|depuis|desde|hasta',
].join('|');
