/** Time in milliseconds since 1970-01-01 UTC. */
export interface Clock {
  now(): number;
  /**
   * Microseconds that are later, in a transaction of a scope, than in all of that scope before it, whichever process they
   * were in. Only for clocks that several processes share; one alone has `now`.
   */
  position?(): number;
}
