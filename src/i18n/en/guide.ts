/** The guide, the page of a month, and what the home page says by stage. */
export const guide = {
  'guide.summary': 'Consultation or supervision?',
  'guide.risk': 'Is anyone at risk right now?',
  'guide.place': 'Where do you practice?',
  'guide.place.us': 'United States',
  'guide.place.uk': 'UK or Ireland',
  'guide.place.au': 'Australia',
  'guide.place.other': 'Somewhere else',
  'guide.elsewhere': 'I practice somewhere else',
  'guide.licence': 'Where are you in your career?',
  'guide.need': 'What do you need right now?',
  'guide.supervisor': 'Does your supervisor know about this case?',
  'guide.reachable': 'Is your supervisor reachable today?',
  'guide.licensed': 'Licensed or fully qualified',
  'guide.prelicensed': 'Pre-licensed or in training',
  'guide.need.case': 'A colleague’s view on a case',
  'guide.need.ethics': 'Help with an ethical or complex question',
  'guide.need.hours': 'Hours or sign-off for a license',
  'guide.said.no': 'Not yet',
  'guide.supervision': 'Supervision fits.',
  'guide.consultation': 'Consultation fits.',
  'guide.either': 'Either fits, and using both often helps most.',
  'guide.why.hours':
    'Licensure hours come only from supervision, which is hierarchical, required for a license, and evaluative. Consultation never counts toward them.',
  'guide.why.prelicensed':
    'Before licensure, clinicians must have supervision, and your supervisor shares responsibility for your clients. Colleagues may add ideas; bring them to supervision before you act.',
  'guide.why.tellFirst':
    'Take this case to your supervisor first, since they share responsibility for it. After that, colleagues here may add ideas.',
  'guide.why.onCall':
    'Reach the backup or on-call supervisor that your agreement or site names. Colleagues here can’t stand in for a supervisor.',
  'guide.why.unreachable':
    'Try the backup or on-call supervisor that your agreement or site names. Meanwhile colleagues may add ideas, but they can’t stand in for a supervisor.',
  'guide.why.licensed':
    'Licensed clinicians may choose consultation: collaborative, voluntary, between equals, and never evaluated. You decide and remain responsible.',
  'guide.why.ethics':
    'Ethical and complex cases may go to either. Consultation brings several views and a record of your rationale. Supervision brings someone who shares responsibility.',
  'guide.why.uk':
    'In the UK and Ireland, supervision continues for a whole career, and some bodies count peer supervision toward it. Check with your professional body.',
  'guide.why.au':
    'In Australia, peer consultation is part of yearly professional development for psychologists. Check with your board.',
  'guide.board': 'Rules differ by place and license. Check with your board or professional body.',
  'guide.ask': 'Ask colleagues',
  'guide.restart': 'Start again',

  'month.title': 'This month',
  'month.help': 'See your consultation, supervision, and check-ins of this month side by side',
  'month.since': 'Since',
  'month.private': 'Only you can see this page.',
  'month.consultation': 'Consultation',
  'month.asked': 'Questions asked by name',
  'month.answered': 'Replies given by name',
  'month.records': 'Consultation records',
  'month.minutes': 'Time in those records',
  'month.consultation.note': 'What you asked or answered without your name isn’t counted here.',
  'month.supervision': 'Supervision',
  'month.received': 'Supervision logged',
  'month.work': 'Other hours logged',
  'month.waiting': 'Entries waiting for your signature',
  'month.meetings': 'Meeting notes',
  'month.supervision.note': 'Consultation is in none of these hours.',
  'month.checkin': 'Check-in',
  'month.checkin.week': ({ date }: { date: string }) => `Week of ${date}`,
  'month.checkin.answer': ({ answered }: { answered: boolean }) => (answered ? 'Answered' : 'No answer'),
  'month.checkin.note': 'Answers aren’t shown here.',
  'month.count': ({ n }: { n: number }) => String(n),
  'month.none': 'None of these features is on in this group.',

  'home.stage': ({ stage }: { stage: 'associate' | 'supervisor' }) =>
    stage === 'associate'
      ? 'Your supervisor shares responsibility for your clients: take urgent questions there first.'
      : 'You supervise in this group. What your supervisees log comes to you for review.',
};
