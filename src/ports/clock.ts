/** Time in milliseconds since 1970-01-01 UTC. */
export interface Clock {
  now(): number;
}
