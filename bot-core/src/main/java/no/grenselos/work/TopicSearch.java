package no.grenselos.work;

/** Which posts are looked through for topics, by words and by meaning. */
public enum TopicSearch {
  /** All, so that statistics and trials of other rules know what every post was about. */
  ALWAYS,
  /**
   * Those that the rules do not drop whatever they are about. What is dropped so counts as about
   * nothing.
   */
  WHERE_NEEDED
}
