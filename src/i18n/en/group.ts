import type { Format } from '../format.ts';

const featureWords = { consultation: 'Consultation', checkin: 'Check-ins', supervision: 'Supervision' } as const;
type Feature = keyof typeof featureWords;

const otherLanguageWords = { ask: 'Post after the author checks every line', forbid: 'Don’t allow' } as const;

/** Setup, agreement, help, guide, privacy, status and the home page. */
export const group = {
  'setup.title': 'Set up this group',
  'settings.title': 'Group settings',
  'setup.intro':
    'This turns the channel you are in into a consultation group. The defaults suit most groups, and you can change them later in /curbside settings.',
  'setup.owners': 'Other owners',
  'setup.owners.hint':
    'Owners can change these settings. They can’t see drafts, records, check-ins, or who asked anonymously.',
  'setup.owners.error': 'Owners: choose at least one.',
  'setup.zone': 'Time zone',
  'setup.language': 'Language of posts in the channel',
  'setup.quietFrom': 'Quiet hours start',
  'setup.quietTo': 'Quiet hours end',
  'setup.quiet.hint': 'Reminders and private messages wait. For no quiet hours, leave both times empty.',
  'setup.quiet.both': 'Quiet hours: enter both times, or leave both empty for no quiet hours.',
  'setup.quiet.same': 'Quiet hours end: enter a time other than the start, or leave both empty for no quiet hours.',
  'setup.weekends': 'Quiet on weekends too',
  'setup.features': 'Features',
  'setup.nudge': 'Reminder after (hours without a reply)',
  'setup.nudge.error': 'Reminder: enter a whole number of hours from 1 to 168.',
  'setup.otherLanguages': 'Case text in other languages',
  'setup.otherLanguage': ({ may }: { may: keyof typeof otherLanguageWords }) => otherLanguageWords[may],
  'setup.place': 'Where members practice',
  'setup.place.varies': 'It varies',
  'setup.place.hint': 'Changes what the guide and the statement say, and which emergency number is shown.',
  'setup.save': 'Set up this group',
  'setup.saveChanges': 'Save settings',
  'setup.ready': 'The group is ready.',
  'setup.ready.next':
    'Read and accept its agreement to take part. Nothing was posted in the channel, so let your colleagues know they can run /consult.',
  'setup.ready.read': 'Read the agreement',
  'setup.saved': 'Your settings were saved.',
  'setup.here': 'Run /curbside setup in the channel that the group will use.',
  'successor.title': 'Choose a new owner',
  'successor.field': 'New owner',
  'successor.hint':
    'Owners can change the group’s settings. They can’t see drafts, records, check-ins, or who asked anonymously.',
  'successor.self': 'New owner: choose someone other than yourself.',
  'successor.member': 'New owner: choose one member of this group. They join with /curbside agreement.',
  'successor.save': 'Transfer ownership',
  'successor.done': 'The group has a new owner.',
  'successor.you': 'You are now the owner of a consultation group',
  'successor.youText':
    'Its previous owner chose you. You can change its settings with /curbside settings in its channel. You can’t see drafts, records, check-ins, or who asked anonymously.',
  'successor.first': 'Choose a new owner first',
  'successor.erase':
    'Nothing was erased yet. A group can’t be left without an owner, and you are the only one here. Choose a colleague to take over, then erase your data.',
  'successor.left':
    'You left a group that only you own. Please choose a colleague to take over. If you don’t within a week, Curbside posts in its channel that someone who manages this workspace or server can take over.',
  'successor.none': 'This group’s only owner has left.',
  'successor.takeOver':
    'Someone who manages this workspace or server can take over by running /curbside setup in its channel. Owners can change the settings. They can’t see drafts, records, check-ins, or who asked anonymously.',
  'successor.setup': 'Take over',
  'feature.name': ({ feature }: { feature: Feature }) => featureWords[feature],
  'agreement.summary': 'Group agreement',
  'agreement.first':
    'This group has a short agreement. Please read and accept it once. After that, you’ll continue where you left off.',
  'agreement.again': 'The agreement has changed since you accepted it. Please read it and accept it again to continue.',
  'agreement.changedNow':
    'The agreement changed while you were reading it. Nothing was accepted yet. Please read the current version.',
  'agreement.accepted': ({ version }: { version: number }) => `You have accepted version ${version}.`,
  'agreement.purpose':
    'Purpose. Colleagues advise one another as equals, by choice. Nobody is evaluated, rated, or ranked here.',
  'agreement.notSupervision':
    'This is not supervision or therapy. It doesn’t count toward licensure hours, and nobody here takes on a duty to your client.',
  'agreement.responsible': 'The person who asks decides and remains responsible for the client’s care.',
  'agreement.deidentify':
    'Leave out identifiers, and share only as much detail as the question needs. Curbside removes the identifiers it finds, but it doesn’t find everything.',
  'agreement.confidential': 'What is said here, and who is here, stays here. No screenshots or recordings.',
  'agreement.exceptions':
    'Exceptions: what the law requires, imminent harm, and mandated reporting. The member concerned is asked to act first.',
  'agreement.recognise': 'If you think you may know the client, say so without details and leave that thread.',
  'agreement.conflicts': 'Disclose conflicts of interest. Disagree with respect.',
  'agreement.keeps':
    'Curbside keeps de-identified posts, and keeps your own records for you alone. Run /curbside privacy to see or erase your data.',
  'agreement.licence': 'Everyone practices under their own license and insurance. You may leave at any time.',
  'agreement.joinThere': 'To join, run /consult in',
  'agreement.go': 'Accept and continue',
  'agreement.accept': 'Accept',
  'agreement.join': 'Join',
  'agreement.formTitle': 'Join this group',
  'agreement.formIntro': 'We ask this once. Colleagues see your credential beside your name.',
  'agreement.credential': 'Credential',
  'agreement.credential.hint': 'For example LMFT, LPC Associate, or PsyD.',
  'agreement.licensed': 'Licensure',
  'agreement.licensed.yes': 'Licensed',
  'agreement.licensed.no': 'Pre-licensed, under supervision',
  'agreement.addOns': 'Add-ons',
  'agreement.addOns.intro':
    'The agreement that every group has stays the same. After a change, everyone reads and accepts the agreement again before continuing.',
  'agreement.addOns.field': 'Add to the agreement',
  'agreement.addOns.tooLong': ({ max }: { max: number }, { number }: Format) =>
    `Add-ons: together at most ${number(max)} characters, so the agreement fits in one message. Choose fewer.`,
  'agreement.addOns.saved': 'The agreement was changed. Everyone reads and accepts it again.',
  'agreement.addOns.same': 'Nothing was changed.',
  'agreement.done': 'Thank you. You are now a member of this group.',
  'agreement.renewed': 'Thank you. You accepted the current agreement.',
  'help.summary': 'What Curbside does',
  'help.intro':
    'Ask colleagues about a de-identified case, get answers in a thread, close it with your decision, and keep a record.',
  'help.task.ask': 'Ask about a case',
  'help.task.follow': 'See what needs your attention, and follow up on questions',
  'help.task.meet': 'Meet as a group',
  'help.task.record': 'Keep a record of a consultation',
  'help.task.guide': 'Choose between consultation and supervision',
  'help.task.rules': 'Read the agreement, and see who owns this group',
  'help.task.own': 'See, export, or erase your data, or be away for a while',
  'help.task.run': 'Set up and run a group',
  'help.line': ({ command, word }: { command: string; word: string }) => `/${command} ${word}`,
  'help.meant': ({ command, word }: { command: string; word: string }) => `Did you mean /${command} ${word}?`,
  'help.of': ({ command }: { command: string }) => `What /${command} does`,
  'help.unknown': 'Curbside doesn’t know that command. These are the ones it knows.',
  'help.all': 'All commands',
  'help.notHere': 'This group doesn’t use these commands.',
  'help.setup': 'Start a group in this channel, or change its settings',
  'help.help': 'See what you can do here, by task',
  'help.guide': 'Find out whether you need consultation or supervision',
  'help.agreement': 'Read this group’s agreement',
  'help.settings': 'Change this group’s time zone, quiet hours, owners, and features',
  'help.words': 'Edit the words this group never flags',
  'words.title': 'Words to keep',
  'words.label': 'Words to keep, one per line',
  'words.hint':
    'For words that are often flagged but name nobody, such as a method or a meeting. Clear identifiers are still removed.',
  'words.tooMany': ({ max }: { max: number }) => `Words: enter at most ${max} lines.`,
  'words.notWords': ({ line, max }: { line: number; max: number }) =>
    `Line ${line}: enter one or a few words in letters, at most ${max} characters.`,
  'words.saved': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      0: 'Your list was saved. It’s empty.',
      one: 'Your list was saved. It has 1 word.',
      other: 'Your list was saved. It has # words.',
    }),
  'help.privacy': 'See, export, or erase what is kept about you',
  'help.status': 'Check that everything works, and see who owns this group',
  'help.home': 'See what needs your attention, and where to start',
  'status.summary': 'Curbside status',
  'status.writesStopped':
    'Nothing can be saved: the last attempt was refused. Whoever runs Curbside needs to look at its disk or database, and its log.',
  'status.oldFiles':
    'Older files still hold something that was removed, because they couldn’t be cleaned. Curbside tries again every hour. Whoever runs Curbside finds the reason in its log.',
  'status.ok': 'All systems normal.',
  'status.stuck': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: 'One message has not been delivered.', other: '# messages have not been delivered.' }),
  'status.fine': 'OK:',
  'status.look': 'Needs attention:',
  'status.owners': 'Group owners',
  'status.members': 'Members',
  'status.count': ({ n }: { n: number }, { number }: Format) => number(n),
  'status.zone': 'Time zone',
  'status.zoneIs': ({ zone }: { zone: string }) => zone,
  'status.quiet': 'Quiet hours',
  'status.to': 'to',
  'status.weekends': 'and weekends',
  'status.quiet.none': ({ weekends }: { weekends: boolean }) => (weekends ? 'Weekends only' : 'None'),
  'status.features': 'Features',
  'status.open': 'Open questions',
  'status.waiting': 'Messages in queue',
  'privacy.summary': 'Your privacy',
  'privacy.typed':
    'What you type passes through this platform before Curbside de-identifies it. Curbside keeps raw text in memory only, for at most 30 minutes.',
  'privacy.kept': 'Kept about you in this community',
  'privacy.memberships': 'Group memberships',
  'privacy.drafts': 'Drafts (kept 7 days; only you can open them)',
  'privacy.questions': 'Questions and replies under your name',
  'privacy.records': 'Consultation records (kept until you delete them; only you can open them)',
  'privacy.anonymous':
    'What you asked anonymously is not in this count, because nothing stored says it was you. Only your own key can show you what is yours, and that ends 30 days after closing.',
  'privacy.operator':
    'Whoever runs this server and holds its key could technically read the database. Curbside has no command for that.',
  'privacy.miss': 'The filter doesn’t find everything. You remain responsible for what you post.',
  'privacy.byCredential': 'Show only my credential, not my name, in colleagues’ consultation records',
  'privacy.export': 'Export my data',
  'privacy.exportTitle': 'Everything Curbside holds for you here, as text',
  'privacy.copy': 'Copy all',
  'privacy.erase': 'Erase my data',
  'privacy.erase.confirm':
    'Erase your drafts, records, check-ins, and memberships here? What you posted stays, under “a former member”. Colleagues’ own records show you as “a colleague”; names they typed themselves stay. Signed supervision hours stay, without your name. This can’t be undone.',
  'privacy.eraseAll': 'Erase my data and posts',
  'privacy.eraseAll.confirm':
    'Erase everything here, and take down what you posted under your name, with the replies to your questions? Anonymous posts stay: if they left with you, everyone would know whose they were. Take those down first. Signed supervision hours stay, without your name. This can’t be undone.',
  'privacy.erased': ({ files }: { files: boolean }) =>
    `Your data here was erased${files ? ', including from older files on disk' : ''}. Thank you for being part of this group.`,
  'privacy.former': 'a former member',
  'privacy.formerFirst': 'A former member',
  'home.summary': 'Your Curbside page',
  'home.open': 'Open my page',
  'home.hello': 'Needs your attention',
  'home.nothing': 'Nothing needs your attention. Ask a question, or see how Curbside works.',
  'home.mine': 'My open questions',
  'home.group': 'Open questions in the group',
  'home.groupNone': 'No open questions in the group.',
  'home.othersNone': 'No other open questions in the group.',
  'home.ask': 'Ask your colleagues',
  'home.log': 'Log a consultation',
  'home.help': 'How it works',
  'home.records': 'My records',
  'home.settings': 'Settings',
};
