/** What people write in each structure, by field and step; `reply` where nobody has a turn. All of it is invented. */
export const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  curbside: {
    question: 'How do I answer a client who asks at the end of each hour whether I still want to see her?',
    facts: 'In her thirties, weekly for six months. Several endings with helpers before me.',
    tried: 'I said yes, and named that the question comes when we stop.',
    reply:
      'I would stay curious about the ending itself: “What is it like to leave here today?” The yes can come after that.',
  },
  about_my_work: {
    question: 'I book new clients into my lunch hour again. How do you keep a limit that you set for yourself?',
    noticed: 'Tired by Wednesday, and short with my family in the evening.',
    reply: 'I gave my lunch hour a name in the calendar, and someone at work who asks about it on Fridays.',
  },
  case_presentation: {
    question: 'How do I keep the work going with a teenager who answers every question with “fine”?',
    presenting: 'Low mood and missed school since the fall. Comes because the family wants it.',
    history: 'Two moves in three years. No treatment before this.',
    formulation: 'Silence has worked at home: whoever speaks is drawn into the argument.',
    strengths: 'Draws every day, and brings the drawings.',
    clarify: 'Who decides about the next appointment: the teenager, or the family?',
  },
  dilemma_seven: {
    question: 'A former client offers me a discount at the store I use every week. May I take it?',
    facts: 'Treatment ended a year ago. It is the only store nearby.',
    clientView: 'As a way to say thank you, and to stay in touch.',
    codes: 'ACA A.6 on extending boundaries.',
    problem: 'Ethical more than legal, and mostly about me: I would like to say yes.',
    standards: 'A.6 asks me to weigh risk and benefit and to write down why. It leaves room for small things.',
    dimensions: 'Avoiding harm speaks against a standing favor. Keeping faith speaks for a kind answer.',
  },
  dilemma_eight: {
    question:
      'An employer asks whether my client is fit to return to work. The client signed a release and regrets it.',
    facts: 'The release was signed at intake, with other papers.',
    clientView: 'As something that was never really explained.',
    codes: 'APA 4.05 on disclosures.',
    problem: 'The employer has a signed paper. The client no longer stands behind it.',
    issues: 'Privacy and trust on one side, a promise to an employer on the other.',
    guidelines: 'Consent goes on being asked for, and can be taken back.',
    laws: 'A release can be revoked in writing unless it was already acted on.',
  },
  dilemma_ten: {
    question: 'A couple I see has begun to write to me separately. May I keep one message from the other?',
    facts: 'Our agreement says nothing about messages between sessions.',
    clientView: 'Each as a sign that I understand them better than the other does.',
    codes: 'AAMFT Standard 2, Confidentiality.',
    notice: 'I read a message twice and felt relieved that the other had not seen it.',
    issues: 'Whether to set a rule now, and how to handle what was already written.',
    standards: 'Each person has to agree in writing before I pass anything on.',
    literature: 'Most write: state a policy on secrets at the first session.',
  },
  balint: {
    question: 'She brings me a coffee every week. Last week she did not, and I missed it more than I can explain.',
    facts: 'Does she drink hers while the two of you talk?',
  },
  intervision: {
    question: 'A client cancels each session that follows a good one.',
    facts: 'Weekly, in person, for four months.',
    account:
      'We have an hour that moves both of us. The week after there is a message: something came up. I feel foolish for having looked forward to it.',
    keyQuestion: 'How can I speak about the cancellations without making them a fault?',
  },
  echo: {
    question: 'How do I pace exposure with a client who has panic and a new baby at home?',
    facts: 'Panic since the birth. Sleeps four hours. Two sessions so far.',
    tried: 'Psychoeducation and breathing, practiced once.',
    restate:
      'Panic since the birth, very little sleep, a wish to be well fast. How slow may exposure be and still work?',
    clarify: 'Is someone there at night who can take a feeding?',
    recommend: 'Start with body sensations in the office, five minutes each, and let sleep come first this month.',
  },
};
