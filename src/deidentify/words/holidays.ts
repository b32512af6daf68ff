/** Holidays in several languages, as alternatives of a pattern. */
export const holidayNames = [
  'christmas|xmas|thanksgiving|halloween|easter(?: (?:sunday|monday))?|good friday|palm sunday|ash wednesday',
  "maundy thursday|holy saturday|ascension (?:day|thursday)|mother'?s day|father'?s day|valentine'?s(?: day)?",
  "(?:st\\.? )?pat(?:rick|ty)?'?s day|(?:st\\.? )?paddy'?s day|bonfire night|memorial day|labor day|veterans day",
  "presidents'? day|mlk day|juneteenth|independence day|4th of july|fourth of july|new year'?s?|super ?bowl sunday",
  'passover|pesach|rosh hashanah|yom kippur|hanukkah|chanukah|purim|sukkot|diwali|holi|eid(?: al-(?:fitr|adha))?',
  'ramadan|ashura|losar|nowruz|tet|lunar new year|chinese new year|lohri|vaisakhi|kwanzaa|cinco de mayo',
  'dia de los muertos|d[ií]a de muertos|navidad|no[eë]l|ostern|weihnachten|bastille day|canada day|anzac day',
  "guy fawkes(?: night)?|martinmas|epiphany|pentecost|all saints'? day|all souls'? day|groundhog day|flag day",
  "waitangi day|australia day|boxing day|thanksgiving day|columbus day|indigenous peoples'? day|pride sunday",
  "leap day|lunar new year's day",
].join('|');

/** They name one day of the year and are no theme by themselves. */
export const namedDays = [
  'good friday|easter monday|palm sunday|advent sunday|whit (?:sunday|monday)|trinity sunday|mothering sunday',
  "remembrance sunday|low sunday|st\\.? stephen'?s day|boxing day|burns night|hogmanay|twelfth night|candlemas",
  "michaelmas|lammas|kol nidre|corpus christi|all saints'? (?:day|eve)|all souls'? (?:day|night)|ash wednesday",
  "maundy thursday|holy saturday|shrove tuesday|fat tuesday|ascension (?:day|thursday)|jeudi de l'ascension",
  'lundi de pâques|viernes santo|jueves santo|family day|flag day|ides of march|super ?bowl sunday',
].join('|');
