/** Tells open pages that something they show has changed. */
export interface Changes {
  announce(): void;
  /** Calls `heard` at every change until the returned function is called. */
  listen(heard: () => void): () => void;
}

export function openChanges(): Changes {
  const listeners = new Set<() => void>();
  return {
    announce: () => {
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
