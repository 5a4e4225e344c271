package no.grenselos.feed.youtube;

/**
 * Where comments are read.
 *
 * @param filter parameter of the API that names such a place
 * @param id of the channel or the video
 */
record Place(String filter, String id) {
  static Place channel(String id) {
    return new Place("allThreadsRelatedToChannelId", id);
  }

  static Place video(String id) {
    return new Place("videoId", id);
  }

  boolean isVideo() {
    return filter.equals("videoId");
  }

  /** As {@code the video "dQ-..."}. */
  String shown() {
    return (isVideo() ? "the video \"" : "the channel \"") + id + "\"";
  }

  /** The key in config that names it. */
  String key() {
    return isVideo() ? "`videos`" : "`channel`";
  }
}
