/** What colleagues confirm of each other’s consultations, who may be named, and reflections. */
export const creditConfirmation = {
  'credit.confirmations': 'Confirmations',
  'credit.confirmations.intro':
    'Some boards want a colleague to confirm a consultation. You can ask one who took part and agreed to be named. Anonymous questions are never included.',
  'credit.confirmations.none':
    'Nothing to confirm. Finished records with a colleague from here and meetings you logged appear here.',
  'credit.confirm': 'Ask to confirm',
  'credit.confirm.to': 'Colleague',
  'credit.confirm.to.hint': 'They read your name, the date, and the minutes. Nothing of the case is sent.',
  'credit.confirm.ask': 'Ask',
  'credit.confirm.asked': 'We asked them. It’s in your statement once they confirm.',
  'credit.confirm.who': 'Choose a colleague who took part and agreed to be named in statements.',
  'credit.confirm.waits': 'Asked on',
  'credit.confirm.drop': 'Remove',
  'credit.confirmedBy': 'Confirmed by',
  'credit.confirm.summary': 'A colleague asks you to confirm a consultation',
  'credit.confirm.question': ({ minutes }: { minutes: number }) =>
    `asks: were you there for ${minutes === 1 ? '1 minute' : `${minutes} minutes`} on`,
  'credit.confirm.what':
    'A yes adds your name, credential, and today’s date to their statement. No answer is needed, and a no isn’t shown to anyone.',
  'credit.confirm.yes': 'Yes, I was there',
  'credit.confirm.no': 'Don’t confirm',
  'credit.confirm.yes.done': 'Confirmed. It’s in their statement.',
  'credit.confirm.no.done': 'All right. Nothing is sent.',
  'credit.confirm.given': 'You confirmed for colleagues',
  'credit.confirm.gave': 'You confirmed',
  'credit.confirm.takeBack': 'Take back',
  'credit.confirm.takeBack.confirm': 'Take this back? Their next statement won’t show that you confirmed.',
  'credit.naming': 'Colleagues may name me in their statements',
  'credit.naming.on': 'Allow my name',
  'credit.naming.hint': 'Otherwise statements show your credential only, and nobody can ask you to confirm.',
  'refusal.notNameable': 'Confirming adds your name to a colleague’s statement. Allow that first, then confirm.',
  'credit.reflections': 'Reflections',
  'credit.reflections.intro':
    'Some boards want a written reflection. Write about your practice, not about a case. Only those you include go into a statement.',
  'credit.reflections.private': 'Only you see these.',
  'credit.reflections.left': ({ n }: { n: number }) =>
    `${n === 1 ? '1 reflection was' : `${n} reflections were`} left out: it may identify a client. Please check under Reflections.`,
  'credit.reflection': 'Reflection',
  'credit.reflection.intro': 'Checked for identifiers now, and again when you make a statement.',
  'credit.reflection.hint': 'What you learned, and what you do differently. Leave it empty to remove it.',
  'credit.reflection.include': 'Include in statements',
  'credit.reflection.in': 'Included in statements',
  'credit.reflection.out': 'Not included',
  'credit.reflection.write': 'Write',
  'credit.reflection.edit': 'Edit',
};
