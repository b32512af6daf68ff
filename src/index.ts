/** The only door of the core: everything outside `src` imports from here. */

export { createCurbside } from './app.ts';
export * from './deidentify/index.ts';
export { InstrumentFile, OperatorFile } from './features/checkin/settings.ts';
export { Duty } from './features/consultation/templates/duty.ts';
export { Template } from './features/consultation/templates/template.ts';
export { RenewalPack } from './features/credit/renewal-pack.ts';
export { channelsInUse } from './features/group/channels.ts';
export { AddOn } from './features/group/clauses.ts';
export { slashRoutes } from './features/group/help.ts';
export { onItsWay } from './features/lifecycle/moving.ts';
export { type Column, columns, type RowProblem, readRow } from './features/supervision/csv-row.ts';
export { readCode } from './features/supervision/leaving/model.ts';
export { redeemCode, useCode } from './features/supervision/leaving/redeem.ts';
export { ruleSetFor } from './features/supervision/rules/application.ts';
export { calculate, type Standing } from './features/supervision/rules/calculate.ts';
export { dateOfDay, isDate } from './features/supervision/rules/calendar.ts';
export { comparedRules } from './features/supervision/rules/compare.ts';
export type { HoursEntry } from './features/supervision/rules/entry.ts';
export { type Ledger, ledgerOf, withEntry } from './features/supervision/rules/ledger.ts';
export { Pack } from './features/supervision/rules/pack.ts';
export type { Rule } from './features/supervision/rules/rule.ts';
export { outsideWindow } from './features/supervision/rules/span.ts';
export { hoursText } from './features/supervision/rules/totals.ts';
export type { Outcome, Verdict } from './features/supervision/rules/verdict.ts';
export { type Warning, warningsOf } from './features/supervision/rules/warnings.ts';
export { contentHash, firstAltered, type Link } from './features/supervision/sign-off/chain.ts';
export type { Format } from './i18n/format.ts';
export { chooseLocale, defaultLocale, languageOf } from './i18n/locale.ts';
export { type Msg, ownWords, type PlainKey, plain, wordsOf } from './i18n/message.ts';
export { kinds, storedKinds } from './kinds.ts';
export { migrations } from './migrations.ts';
export { arriving, leaving } from './moving.ts';
export type * from './ports/chat.ts';
export type * from './ports/checkins.ts';
export type * from './ports/clock.ts';
export type * from './ports/consultation-files.ts';
export type * from './ports/draft-cache.ts';
export type * from './ports/ids.ts';
export type * from './ports/log.ts';
export type * from './ports/search-index.ts';
export * from './ports/store.ts';
export type * from './ports/vault.ts';
export { routes } from './routes.ts';
export { readSlash, type Spoken, slashLeftOut, slashTable } from './runtime/command-line.ts';
export { didYouMean } from './runtime/did-you-mean.ts';
export { traceOf } from './runtime/error-trace.ts';
export { timeKey } from './runtime/jobs.ts';
export { type Depth, outboxDepth } from './runtime/outbox/depth.ts';
export { type CsvRecord, csvRecords, delimiterOf } from './runtime/pasted/csv.ts';
export { type RateLimits, usualLimits } from './runtime/rate-limit.ts';
export type { Route, Slash, SlashOption } from './runtime/route.ts';
export { shownDate } from './runtime/typed-fields.ts';
export { allOf } from './storage/find-all.ts';
export { fitted, frozen } from './storage/fitted.ts';
export { type Doc, Id, type Kind, kind } from './storage/kind.ts';
export { asRead, parsing } from './storage/parsing.ts';
export { NewerStore, ownScope, upgraded, Version } from './storage/upgrade.ts';
export { nextDay } from './time/time.ts';
export { shownZone, zonesLike } from './time/typed-zone.ts';
export type * from './view/document.ts';
export { peopleOfView } from './view/people.ts';
export {
  calendarDay,
  clockTime,
  colleagueWords,
  formerWords,
  goesOn,
  instant,
  plainChart,
  plainSpans,
  plainText,
  type Reader,
} from './view/plain.ts';
export type * from './view/view.ts';
