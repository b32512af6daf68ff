import type { FirstWord } from './slash.ts';

/** Words that people try, each with the command's own word for what they want. */
export const otherWords: Readonly<Record<FirstWord, Readonly<Record<string, readonly string[]>>>> = {
  consult: {
    ask: ['new', 'start', 'create', 'question', 'post', 'case'],
    mine: ['reopen', 'edit', 'delete', 'remove', 'draft', 'drafts', 'my'],
    list: ['open', 'show', 'questions', 'reply', 'answer'],
    find: ['search'],
    close: ['done', 'end', 'finish'],
    records: ['record', 'export', 'notes'],
    log: ['document', 'add'],
    structures: ['template', 'templates', 'present'],
    statement: ['hours', 'credit'],
  },
  experts: { find: ['list', 'search', 'who'], me: ['add', 'join', 'mine', 'profile'] },
  meeting: {
    next: ['when', 'show', 'date'],
    bring: ['present', 'add'],
    pass: ['skip'],
    series: ['new', 'start', 'create', 'schedule', 'cancel'],
    calendar: ['ics', 'export'],
  },
  checkin: {
    now: ['start', 'on', 'answer', 'begin'],
    schedule: ['settings', 'time', 'when'],
    history: ['mine', 'results', 'export', 'delete'],
    pause: ['skip', 'resume'],
    stop: ['off', 'end', 'leave', 'quit'],
  },
  supervision: {
    log: ['hours', 'add', 'new'],
    totals: ['total', 'progress', 'mine'],
    sign: ['approve', 'review'],
    records: ['list', 'entries', 'agreements'],
    rules: ['packs', 'pack', 'board', 'boards'],
    meeting: ['notes', 'note'],
    pair: ['start', 'propose', 'agreement'],
    evaluate: ['evaluation', 'evaluations'],
    documents: ['export', 'print', 'download'],
  },
  curbside: {
    setup: ['start', 'install', 'new'],
    settings: ['config', 'configure', 'options'],
    privacy: ['erase', 'delete', 'export', 'leave', 'data'],
    agreement: ['rules', 'join'],
    help: ['commands', 'about'],
    away: ['vacation', 'absent', 'back', 'pause'],
  },
};
