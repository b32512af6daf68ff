let files: readonly string[] = [];

/** Font files for scripts that the fonts at hand lack, in the order in which they are asked. */
export function useMoreFonts(given: readonly string[]): void {
  files = given;
}

export const moreFonts = (): readonly string[] => files;
