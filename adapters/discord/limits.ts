/**
 * What Discord accepts, as its API reference states it (discord.com/developers/docs: components reference, message
 * resource, application commands, interactions). Lengths are in UTF-16 units; Discord counts characters, so a text
 * with emoji keeps a little room.
 */
export const limits = {
  /** Components of one message, nested ones included, and the characters of all its text together. */
  components: 40,
  text: 4000,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectPlaceholder: 150,
  optionLabel: 100,
  optionValue: 100,
  optionDescription: 100,
  /** A modal holds five labels or texts. */
  modalComponents: 5,
  modalTitle: 45,
  fieldLabel: 45,
  fieldDescription: 100,
  textInput: 4000,
  /** Radio and checkbox groups: radios need two options at least. */
  groupOptions: 10,
  radioLeast: 2,
  peopleSelect: 25,
  threadName: 100,
  nonce: 25,
  /** Files of one message, and the alternative text of a picture in it. */
  files: 10,
  mediaDescription: 1024,
  commandDescription: 100,
  commandOptions: 25,
  choices: 25,
  choiceName: 100,
} as const;

/** For how long Discord recognizes a repeated `nonce` ("the past few minutes"); two minutes is on the safe side. */
export const nonceMs = 120_000;

/** Cuts to `max` characters with a visible mark, never inside a surrogate pair. */
export function clamp(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
