/** Tells open pages that something they show has changed. */
export interface Changes {
  announce(): void;
  /** How many there have been. */
  count(): number;
  /** Calls `heard` at every change until the returned function is called. */
  listen(heard: () => void): () => void;
}

export function openChanges(): Changes {
  const listeners = new Set<() => void>();
  let count = 0;
  return {
    count: () => count,
    announce: () => {
      count += 1;
      for (const heard of listeners) heard();
    },
    listen(heard) {
      listeners.add(heard);
      return () => {
        listeners.delete(heard);
      };
    },
  };
}
