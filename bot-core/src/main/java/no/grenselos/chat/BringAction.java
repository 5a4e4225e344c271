package no.grenselos.chat;

import java.net.URI;

/** Something outside that somebody inside came across. */
public sealed interface BringAction extends ChatAction {
  /** The post behind the link is to be looked at, and gone about as one that a feed brought. */
  record BringPost(URI link) implements BringAction {}
}
