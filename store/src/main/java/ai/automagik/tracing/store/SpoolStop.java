package ai.automagik.tracing.store;

/**
 * Where and why reading a spool file came to an end.
 *
 * @param reason what was met
 * @param offset bytes from the start of the file to the end of the last good frame; reading can go
 *     on there later
 * @param detail what was met, in a few words; empty when the file is complete
 */
public record SpoolStop(Reason reason, long offset, String detail) {

  /** What ended the reading. */
  public enum Reason {
    /** The file ends with its last frame; a live writer may append more. */
    COMPLETE,
    /** The file ends inside a frame: being written right now, or its writer was killed. */
    TORN,
    /** The bytes at the offset are not a frame; nothing after it can be trusted. */
    CORRUPT,
    /** The file has a format version that this reader does not know. */
    NEWER_VERSION,
    /** The file could not be opened or read. */
    UNREADABLE
  }
}
