/** A person inside one community: random, not ordered by time, no meaning outside this installation. */
export type PersonRef = string;

/** An adapter's own address of a channel or message. The core stores it and hands it back; it never looks inside. */
export type Ref = string;
