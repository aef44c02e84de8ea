package dev.dryboot.simulator.systemd.core;

/** What a unit answers when it is told to start, stop or reload (the errno values of systemd). */
public enum Answer {
  /** It is being done. */
  OK,
  /** Not now: ask again when something has changed (EAGAIN). */
  AGAIN,
  /** That is how it is already (EALREADY). */
  ALREADY,
  /** A condition is not met (ECOMM). */
  CONDITION_UNMET,
  /** The unit is not active, or cannot do it (EBADR). */
  NOT_APPLICABLE,
  /** It makes no sense in this state (ENOEXEC). */
  INVALID,
  /** An assertion does not hold (EPROTO). */
  ASSERT_FAILED,
  /** Units of this type are not supported here (EOPNOTSUPP). */
  UNSUPPORTED,
  /** A unit it is bound to is not active (ENOLINK). */
  DEPENDENCY_INACTIVE,
  /** Units of this type start once only (ESTALE). */
  ONCE_ONLY,
  /** It failed (any other error). */
  FAILED
}
