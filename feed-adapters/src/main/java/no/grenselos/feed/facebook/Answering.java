package no.grenselos.feed.facebook;

import java.net.URI;
import no.grenselos.mention.ReplyWay;

/** How something that stands below a post can be answered. */
@FunctionalInterface
interface Answering {
  /**
   * @param post it stands below, or is
   * @param link opens it
   */
  ReplyWay way(String post, URI link);

  /**
   * @param reason in plain English
   */
  static Answering byHand(String reason) {
    return (post, link) -> new ReplyWay.ByHand(link, reason);
  }
}
