package no.grenselos.mention;

import java.net.URI;

/** How this post can be answered in public. */
public sealed interface ReplyWay {
  /** Through the network's API, as the company's account. */
  record Api() implements ReplyWay {}

  /**
   * By a person, in the network's own page.
   *
   * @param box opens the reply box, or the post itself where the network has no such link
   * @param reason why not through the API, in plain English
   */
  record ByHand(URI box, String reason) implements ReplyWay {}
}
