/** Says where a long way stands: a line for each kind, and one in between for every ten thousand. */
export function progress(verb: string, say: (line: string) => void): { one(kind: string): void; end(): number } {
  let current = '';
  let ofKind = 0;
  let all = 0;
  const close = (): void => {
    if (ofKind > 0) say(`${verb} ${ofKind} × ${current}.`);
  };
  return {
    one(kind) {
      if (kind !== current) {
        close();
        current = kind;
        ofKind = 0;
      }
      ofKind += 1;
      all += 1;
      if (ofKind % 10_000 === 0) say(`${verb} ${ofKind} × ${kind} so far …`);
    },
    end() {
      close();
      return all;
    },
  };
}
