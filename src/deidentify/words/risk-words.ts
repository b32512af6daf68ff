/** Details that tell nothing alone and much together. */
export const quasiIdentifiers = ['role', 'place', 'age', 'event', 'household', 'heritage', 'health'] as const;
export type QuasiIdentifier = (typeof quasiIdentifiers)[number];

/** Words that place a person without naming one. Patterns without backtracking, read on text in which findings are blank. */
export const settingsOfRisk: Readonly<Record<QuasiIdentifier, RegExp>> = {
  role: /\b(?:pilot|farrier|judge|pastor|priest|rabbi|imam|nun|monk|surgeon|anesthesiologist|coroner|principal|superintendent|firefighter|paramedic|detective|trooper|sheriff|warden|ranger|lobsterman|rancher|miner|logger|lineman|jockey|drummer|guitarist|cellist|conductor|ballerina|dancer|skater|wrestler|gymnast|champion|coach|referee|midwife|veterinarian|beekeeper|brewer|curator|librarian|journalist|reporter|anchor|senator|mayor|councilman|councilwoman|ceo|founder|professor|dean|astronomer|diver|sailor|captain|sergeant|lieutenant|colonel|diplomat|interpreter|influencer|streamer|comedian|author|novelist|poet)\b/i,
  place:
    /\b(?:small town|tiny town|village|island|reservation|rez|rural|border town|military base|on base|one stoplight|boarding school|seminary|convent|commune|compound|only (?:hospital|school|clinic))\b/i,
  age: /\b(?:\d{1,2}\s?(?:y\/?o|yo|yr|year|[mf]\b)|aged? \d{1,2}|teen|in (?:her|his|their) \d0s)/i,
  event:
    /\b(?:crash|shooting|fire|flood|tornado|hurricane|collapse|explosion|drowning|murder|lawsuit|trial|scandal|rescue|accident at work|overdose at|on the news|arrested|elected|deployed)\b/i,
  household:
    /\b(?:twins?|triplets?|quadruplets|adopted|foster|(?:five|six|seven|eight|nine|ten|\d{1,2}) (?:kids|children|siblings)|widow(?:er)?|surrogate|polygam\w+|donor)\b/i,
  heritage:
    /\b(?:only (?:black|asian|muslim|jewish|trans|deaf)|hmong|somali|amish|mennonite|hutterite|roma|samoan|tongan|tibetan|kurdish|bhutanese|chaldean|druze|sikh|jain|hasidic|inuit|inupiaq|navajo|lakota)\b/i,
  health:
    /\b(?:conjoined|transplant|amput\w+|albinism|dwarfism|blind|deaf|wheelchair|huntington'?s|als\b|cystic fibrosis|gene therapy|locked-in|narcolepsy|tracheostomy)\b/i,
};
