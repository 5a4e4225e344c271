package no.grenselos.feed.facebook;

import java.util.Optional;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Source;
import no.grenselos.mention.Network;

/**
 * Comments on the pictures and films of our Instagram account, and mentions of it elsewhere: told
 * by webhook at {@code /in/feeds/<name of the entry>}, completed and caught up with by the Graph
 * API with the token of the page it is connected to; answers as the account. Meta calls one address
 * for each object, so the object {@code instagram}, with the fields {@code comments} and {@code
 * mentions}, gets this entry's.
 *
 * <pre>
 * instagram:
 *   account: 17840000000000001  # the account's number in the Graph API
 *   token, version, since, watch, poll, timeout   # as of facebook
 * </pre>
 */
public final class InstagramFeedProvider implements FeedProvider {
  @Override
  public Network network() {
    return FacebookWebhook.INSTAGRAM;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    MetaSettings read = MetaSettings.read(settings, "account", context);
    InstagramAccount account = new InstagramAccount(read.account(), "");
    // its number in webhooks need not be the one of Graph, so none is asked for
    FacebookWebhook webhook =
        new FacebookWebhook(
            false, Optional.empty(), Optional.of(new FacebookWebhook.Addressee("", account)));
    return new GraphSource(name, account, read, context).open(webhook);
  }
}
