/** The rules of a board for one credential, as a file holds them. Which rules there are is the business of `supervision`. */
export type PackFile = object;
