import { RESTJSONErrorCodes as Code } from 'discord.js';
import type { Problem } from '../../../src/index.ts';

/** What a JSON error code of Discord means for the message that was to be sent. */
export type Meaning =
  | { readonly why: 'rate' | 'later' | 'locked out' }
  | { readonly why: 'gone' | 'forbidden' | 'rejected'; readonly problem: Problem };

/**
 * Discord's JSON error codes (docs.discord.com/developers/topics/opcodes-and-status-codes, August 2026, as typed in
 * discord-api-types) that can come back from the calls that Curbside makes: create, edit and delete a message, start a
 * thread or a forum post, open a direct message. Discord documents them together and not by call; all others concern
 * other resources, and where one comes all the same, the message was not taken as it is (`unfit`).
 */
const classes: readonly (readonly [Meaning, ...(readonly Code[])])[] = [
  // Slow mode and its like: a 429 without being a rate limit of the route.
  [{ why: 'rate' }, Code.ActionCannotBePerformedDueToSlowmodeRateLimit, Code.ChannelSendRateLimit],
  [{ why: 'rate' }, Code.ServerSendRateLimit, Code.ServiceResourceIsBeingRateLimited],
  [{ why: 'rate' }, Code.OpeningDirectMessagesTooFast, Code.AnnouncementEditLimitExceeded],
  [{ why: 'rate' }, Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached],
  [{ why: 'later' }, Code.SendMessagesHasBeenTemporarilyDisabled, Code.FeatureTemporarilyDisabledServerSide],
  [{ why: 'later' }, Code.APIResourceOverloaded, Code.CloudflareIsBlockingYourRequest, Code.IndexNotYetAvailable],
  // The token was replaced, or the application is held up; nothing is wrong with the message.
  [{ why: 'locked out' }, Code.InvalidToken, Code.ApplicationNotYetAvailable, Code.VerifyYourAccount],
  [{ why: 'gone', problem: 'deleted' }, Code.UnknownChannel],
  [{ why: 'gone', problem: 'removed' }, Code.UnknownGuild],
  [{ why: 'gone', problem: 'messageGone' }, Code.UnknownMessage],
  [{ why: 'gone', problem: 'personGone' }, Code.UnknownMember, Code.UnknownUser],
  [{ why: 'forbidden', problem: 'removed' }, Code.MissingAccess],
  [{ why: 'forbidden', problem: 'readOnly' }, Code.MissingPermissions],
  [{ why: 'forbidden', problem: 'readOnly' }, Code.ChannelVerificationLevelTooHighForYouToGainAccess],
  [{ why: 'forbidden', problem: 'readOnly' }, Code.CannotReplyWithoutPermissionToReadMessageHistory],
  [{ why: 'forbidden', problem: 'threadLocked' }, Code.ThreadLocked, Code.InvalidActionOnArchivedThread],
  [{ why: 'forbidden', problem: 'needsTag' }, Code.TagRequiredToCreateAForumPostInThisChannel],
  [{ why: 'forbidden', problem: 'needsTag' }, Code.ThereAreNoTagsAvailableThatCanBeSetByNonModerators],
  [{ why: 'forbidden', problem: 'full' }, Code.MaximumActiveThreads, Code.MaximumActiveAnnouncementThreads],
  [{ why: 'forbidden', problem: 'noDirect' }, Code.CannotSendMessagesToThisUser, Code.UserBannedFromThisGuild],
  [{ why: 'forbidden', problem: 'noDirect' }, Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds],
  [{ why: 'forbidden', problem: 'noDirect' }, Code.ConnectionHasBeenRevoked, Code.InvalidRecipients],
  [{ why: 'forbidden', problem: 'setup' }, Code.Unauthorized, Code.TwoFactorAuthenticationIsRequired],
  [{ why: 'forbidden', problem: 'setup' }, Code.NotAuthorizedToPerformThisActionOnThisApplication],
  [{ why: 'forbidden', problem: 'setup' }, Code.MissingRequiredOAuth2Scope, Code.ServerNotAvailableInYourLocation],
  [{ why: 'forbidden', problem: 'cannotChange' }, Code.CannotEditMessageAuthoredByAnotherUser],
  [{ why: 'forbidden', problem: 'cannotChange' }, Code.CannotExecuteActionOnSystemMessage],
  [{ why: 'rejected', problem: 'tooLong' }, Code.RequestEntityTooLarge, Code.FileUploadedExceedsMaximumSize],
  [{ why: 'rejected', problem: 'tooLong' }, Code.MaximumNumberOfAttachmentsInAMessageReached],
  [{ why: 'rejected', problem: 'filtered' }, Code.MessageWasBlockedByAutomaticModeration],
  [{ why: 'rejected', problem: 'filtered' }, Code.TitleWasBlockedByAutomaticModeration],
  [{ why: 'rejected', problem: 'filtered' }, Code.MessageBlockedByHarmfulLinksFilter],
  [{ why: 'rejected', problem: 'filtered' }, Code.ExplicitContentCannotBeSentToTheDesiredRecipient],
  [
    { why: 'rejected', problem: 'filtered' },
    Code.StageTopicServerNameServerDescriptionOrChannelNamesContainDisallowedWords,
  ],
  // The wrong kind of channel, or a body that Discord does not read.
  [
    { why: 'rejected', problem: 'unfit' },
    Code.CannotSendMessagesInNonTextChannel,
    Code.CannotSendAMessageInAForumChannel,
  ],
  [{ why: 'rejected', problem: 'unfit' }, Code.CannotExecuteActionOnThisChannelType, Code.InvalidMessageType],
  [{ why: 'rejected', problem: 'unfit' }, Code.CannotExecuteActionOnDMChannel, Code.CannotSendAnEmptyMessage],
  [{ why: 'rejected', problem: 'unfit' }, Code.InvalidFormBodyOrContentType, Code.RequestBodyContainsInvalidJSON],
  [{ why: 'rejected', problem: 'unfit' }, Code.InvalidAPIVersion, Code.BotsCannotUseThisEndpoint],
];

export const errorCodes: ReadonlyMap<number | string, Meaning> = new Map(
  classes.flatMap(([meaning, ...codes]) => codes.map((code) => [code, meaning] as const)),
);
