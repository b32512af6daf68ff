/** The only door of the core: everything outside `src` imports from here. */

export { InstrumentFile, OperatorFile } from './checkin/settings.ts';
export { createCurbside } from './curbside.ts';
export * from './deidentify/index.ts';
export { channelsInUse } from './group/channels.ts';
export { slashRoutes } from './group/help.ts';
export { type Msg, type PlainKey, plain, wordsOf } from './i18n/message.ts';
export { type Doc, Id, type Kind, kind } from './kernel/kind.ts';
export type { Route, Slash, SlashOption } from './kernel/route.ts';
export { nextDay } from './kernel/time.ts';
export { kinds, storedKinds } from './kinds.ts';
export type * from './ports/chat.ts';
export type * from './ports/checkins.ts';
export type * from './ports/small.ts';
export * from './ports/store.ts';
export type * from './ports/vault.ts';
export { routes } from './routes.ts';
export { calendarDay, clockTime, instant, plainChart, plainSpans, plainText, type Reader } from './view/plain.ts';
export type * from './view/view.ts';
