/** The page (from 1) of a list that holds something by its id; the first where it is on none. */
export function pageWith(all: readonly { readonly id: string }[], id: string, onPage: number): number {
  const at = all.findIndex((one) => one.id === id);
  return at < 0 ? 1 : Math.floor(at / onPage) + 1;
}
