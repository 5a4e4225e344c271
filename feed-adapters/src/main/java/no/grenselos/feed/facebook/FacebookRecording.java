package no.grenselos.feed.facebook;

import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.mention.Network;

/**
 * Reads recorded webhooks of Facebook Pages and Instagram, one in a file. What the page wrote
 * itself is shown too.
 */
public final class FacebookRecording implements Recording {
  private static final FacebookWebhook WEBHOOK =
      new FacebookWebhook(true, "This post was read from a recording.");

  @Override
  public Network network() {
    return FacebookWebhook.FACEBOOK;
  }

  @Override
  public Fetch replay(byte[] file) {
    return WEBHOOK.read(file);
  }
}
