package no.grenselos.feed.facebook;

import java.util.Optional;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.FeedProvider;
import no.grenselos.feed.Source;
import no.grenselos.mention.Network;

/**
 * What is said on a Facebook Page of ours, and posts that tag it: told by webhook at {@code
 * /in/feeds/<name of the entry>}, completed and caught up with by the Graph API; answers as the
 * page.
 *
 * <pre>
 * facebook:
 *   page: 100000000000001       # the page's number
 *   token: FACEBOOK_PAGE_TOKEN  # name of the environment variable with the page's token; default
 *   version: v27.0              # of the Graph API; default
 *   since: 24h                  # how far the first look goes back; default
 *   watch: 30d                  # how old posts may be to be looked at for new comments; default
 *   poll: 2m                    # default
 *   timeout: 20s                # of a request; default
 * </pre>
 *
 * <p>The webhook's signature and each call's proof need {@code FACEBOOK_APP_SECRET}; {@code
 * FACEBOOK_VERIFY_TOKEN} is what was typed into the app's dashboard, where the object {@code page}
 * is subscribed with the fields {@code feed} and {@code mention}.
 */
public final class FacebookFeedProvider implements FeedProvider {
  @Override
  public Network network() {
    return FacebookWebhook.FACEBOOK;
  }

  @Override
  public Source open(String name, Settings settings, FeedContext context) {
    MetaSettings read = MetaSettings.read(settings, "page", context);
    FacebookPage page = new FacebookPage(read.account(), "");
    FacebookWebhook webhook =
        new FacebookWebhook(
            false, Optional.of(new FacebookWebhook.Addressee(page.id(), page)), Optional.empty());
    return new GraphSource(name, page, read, context).open(webhook);
  }
}
