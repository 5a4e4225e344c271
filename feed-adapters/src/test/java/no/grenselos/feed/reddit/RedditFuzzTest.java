package no.grenselos.feed.reddit;

import static no.grenselos.feed.reddit.RedditJson.bytes;
import static no.grenselos.feed.reddit.RedditJson.comment;
import static no.grenselos.feed.reddit.RedditJson.inInbox;
import static no.grenselos.feed.reddit.RedditJson.listing;
import static no.grenselos.feed.reddit.RedditJson.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Mutations;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class RedditFuzzTest {
  @Test
  void whateverComesIsReadOrSaidToBeUnreadableWithinASecond() {
    List<byte[]> good =
        List.of(
            bytes(listing(post(3, ""), post(2, ",\"edited\":1772439000.0"), post(1, ""))),
            bytes(listing(comment(3, "t3_aa1", ""), inInbox(2))),
            bytes("[" + listing(post(1, "")) + "," + listing(comment(1, "t3_aa1", "")) + "]"));

    good.forEach(file ->
        assertThat(((Fetch.Page) new RedditFeedProvider().replay(file)).skipped()).isEmpty());
    Mutations.of(
        good.stream().map(Body::of).toList(),
        file ->
            assertThat(new RedditFeedProvider().replay(file))
                .isInstanceOfAny(Fetch.Page.class, Fetch.Failed.class));
  }
}
