const featureWords = { consultation: 'consultation', checkin: 'check-ins', supervision: 'supervision' } as const;
type Feature = keyof typeof featureWords;

/** Setup, agreement, help, guide, privacy, status and the home page. */
export const group = {
  'setup.title': 'Set up this group',
  'settings.title': 'Settings of this group',
  'setup.intro':
    'This makes the channel you are in a consultation group. The defaults suit most groups; you can change them later under /curbside settings.',
  'setup.owners': 'Owners besides you',
  'setup.owners.hint':
    'They can change these settings. They cannot see drafts, records, check-ins, or who asked anonymously.',
  'setup.owners.error': 'Owners of this group: choose at least one.',
  'setup.zone': 'Time zone',
  'setup.language': 'Language of posts in the channel',
  'setup.quietFrom': 'Quiet from',
  'setup.quietTo': 'Quiet until',
  'setup.quiet.hint': 'Reminders wait during these hours.',
  'setup.weekends': 'Quiet on weekends too',
  'setup.features': 'What this group uses',
  'setup.nudge': 'Remind the group about a question without a reply after (hours)',
  'setup.nudge.error': 'Hours: enter a whole number from 1 to 168.',
  'setup.save': 'Set up this group',
  'setup.saveChanges': 'Save the settings',
  'setup.done':
    'The group is ready. Nothing was posted in the channel. Tell your colleagues that they can run /consult.',
  'setup.saved': 'The settings are saved.',
  'setup.here': 'Run /curbside setup in the channel that the group will use.',
  'feature.name': ({ feature }: { feature: Feature }) => featureWords[feature],
  'agreement.summary': 'The agreement of this group',
  'agreement.first':
    'This group works by a few rules. Read and accept them once to go on; what you were about to do comes right after.',
  'agreement.again': 'The agreement has changed since you accepted it. Read it and accept it once more to go on.',
  'agreement.accepted': ({ version }: { version: number }) => `You have accepted version ${version}.`,
  'agreement.purpose':
    'Purpose. Colleagues advise one another, as equals and by choice. Nobody is evaluated, rated or ranked here.',
  'agreement.notSupervision':
    'This is not supervision and not therapy. It counts for no licensure hours, and nobody here takes on a duty to your client.',
  'agreement.responsible': 'The person who asks decides, and remains responsible for the client’s care.',
  'agreement.deidentify':
    'No identifiers, as little detail as the question needs. Curbside takes out what it finds; it does not find everything.',
  'agreement.confidential': 'What is said here and who is here stays here. No screenshots, no recording.',
  'agreement.exceptions':
    'Exceptions: what the law requires, imminent harm, mandated reporting. The member concerned is asked to act first.',
  'agreement.recognise': 'If you think you may know the person, say so without details and step out of that thread.',
  'agreement.conflicts': 'Name conflicts of interest. Disagree with respect.',
  'agreement.keeps':
    'Curbside keeps what was posted without identifiers, and your own records for you alone. /curbside privacy shows and erases it.',
  'agreement.licence': 'Everybody acts under their own licence and insurance. You may leave at any time.',
  'agreement.go': 'Accept and go on',
  'agreement.accept': 'I accept',
  'agreement.formTitle': 'Join this group',
  'agreement.formIntro': 'Asked once. Colleagues see your credential beside your name.',
  'agreement.credential': 'Your credential',
  'agreement.credential.hint': 'For example LMFT, LPC Associate, PsyD.',
  'agreement.licensed': 'You practise as',
  'agreement.licensed.yes': 'licensed',
  'agreement.licensed.no': 'pre-licensed, under supervision',
  'agreement.done': 'Thank you. You are a member of this group.',
  'help.summary': 'What Curbside does',
  'help.intro':
    'Ask colleagues about a case without identifiers, get answers in a thread, close it with your decision, keep the record.',
  'help.line': ({ command, word }: { command: string; word: string }) => `/${command} ${word}`,
  'help.setup': 'start a group in this channel, or change it',
  'help.help': 'this page',
  'help.guide': 'consultation or supervision: which do I need?',
  'help.agreement': 'read the rules of this group',
  'help.settings': 'zone, quiet hours, owners and features of this group',
  'help.words': 'words that are never asked about in this group',
  'words.title': 'Words to keep',
  'words.label': 'Words this group always keeps, one a line',
  'words.hint':
    'For words that are asked about again and again and name nobody, such as a method or a meeting. What is certain to identify is taken out all the same.',
  'words.tooMany': ({ max }: { max: number }) => `Words: at most ${max} lines fit. Please take some out.`,
  'words.notWords': ({ line, max }: { line: number; max: number }) =>
    `Line ${line}: please write a word or a few, in letters, at most ${max} of them.`,
  'words.saved': ({ n }: { n: number }) =>
    n === 0
      ? 'No words are kept for this group.'
      : n === 1
        ? 'One word is kept for this group.'
        : `${n} words are kept for this group.`,
  'help.privacy': 'what is kept about me; export it or erase it',
  'help.status': 'whether everything runs, and who owns this group',
  'help.home': 'what waits for me, and where to start',
  'guide.summary': 'Consultation or supervision?',
  'guide.licence': 'Where are you in your career?',
  'guide.need': 'What do you need right now?',
  'guide.supervisor': 'Does your supervisor know about this case?',
  'guide.licensed': 'Licensed',
  'guide.prelicensed': 'Pre-licensed',
  'guide.need.case': 'A colleague’s view on a case',
  'guide.need.ethics': 'Help with an ethical or complex question',
  'guide.need.hours': 'Hours or sign-off for a licence',
  'guide.said.yes': 'Yes',
  'guide.said.no': 'Not yet',
  'guide.supervision': 'Supervision fits.',
  'guide.consultation': 'Consultation fits.',
  'guide.either': 'Either fits, and both together often help most.',
  'guide.why.hours':
    'Licensure hours come from supervision only: it is hierarchical, required for a licence, and evaluated. Consultation never counts towards them.',
  'guide.why.prelicensed':
    'Before licensure, clinicians must have supervision, and your supervisor shares responsibility for your clients. Colleagues may add ideas; take them to supervision before you act.',
  'guide.why.tellFirst':
    'Take this case to your supervisor first, as they share responsibility for it. After that, colleagues here may add ideas.',
  'guide.why.licensed':
    'Licensed clinicians may choose consultation: collaborative, voluntary, between equals, never evaluated. You decide and remain responsible.',
  'guide.why.ethics':
    'Ethical and complex cases may go to either. Consultation brings several views and a record of your reasons; supervision brings somebody who shares responsibility.',
  'guide.board': 'Rules differ by state and licence. Check with your board.',
  'guide.ask': 'Ask colleagues',
  'guide.restart': 'Start again',
  'status.summary': 'How Curbside is doing',
  'status.ok': 'Everything runs.',
  'status.stuck': ({ n }: { n: number }) =>
    n === 1 ? 'One message has not been delivered.' : `${n} messages have not been delivered.`,
  'status.fine': 'Fine:',
  'status.look': 'Needs a look:',
  'status.owners': 'Owners of this group',
  'status.members': 'Members',
  'status.count': ({ n }: { n: number }) => String(n),
  'status.zone': 'Time zone',
  'status.zoneIs': ({ zone }: { zone: string }) => zone,
  'status.quiet': 'Quiet hours',
  'status.to': 'to',
  'status.weekends': 'and weekends',
  'status.features': 'Switched on',
  'status.open': 'Open questions',
  'status.waiting': 'Messages on their way',
  'privacy.summary': 'Your privacy here',
  'privacy.typed':
    'What you type passes through this platform before Curbside cleans it. Curbside keeps raw text in memory only, for 30 minutes at most.',
  'privacy.kept': 'Kept about you in this community:',
  'privacy.memberships': 'Group memberships',
  'privacy.drafts': 'Drafts (7 days, only you can open them)',
  'privacy.questions': 'Questions and replies under your name',
  'privacy.records': 'Consultation records (until you delete them, only you can open them)',
  'privacy.anonymous':
    'What you asked anonymously is not in this count: nothing that is stored says it was you. Only your own key can show you what is yours, and that stops 30 days after closing.',
  'privacy.operator':
    'Whoever runs this server and holds its key could technically read the database. Curbside gives nobody a command for it.',
  'privacy.miss': 'The filter does not find everything. You remain responsible for what you post.',
  'privacy.export': 'Export my data',
  'privacy.exportTitle': 'Everything Curbside holds for you here, as text',
  'privacy.copy': 'Copy all of it',
  'privacy.erase': 'Erase my data',
  'privacy.erase.confirm':
    'Erase your drafts, records, check-ins and memberships here? What you posted stays, under “a former member”. This cannot be undone.',
  'privacy.erased':
    'Your data here is erased, also from older files on disk. What you posted stays under “a former member”. Thank you for having been here.',
  'privacy.former': 'a former member',
  'home.summary': 'Your Curbside page',
  'home.hello': 'What waits for you',
  'home.nothing': 'Nothing waits for you. Ask a question, or read how this works.',
  'home.mine': 'My open questions',
  'home.group': 'The group’s open questions',
  'home.groupNone': 'No open questions in the group.',
  'home.ask': 'Ask your colleagues',
  'home.log': 'Log a consultation',
  'home.help': 'How this works',
  'home.records': 'My records',
  'home.settings': 'Settings',
};
