package no.grenselos.store;

import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.mention.MentionId;
import org.junit.jupiter.api.Test;

/** What {@link EarlyPosts} promises. */
public interface EarlyPostsContract extends StoreUnderTest {
  @Test
  default void whatCameBeforeThePostItSpeaksToIsKeptOnce() {
    early("8", "1", 2);
    early("9", "1", 1);
    early("8", "1", 0);
    early("8", "2", 3);

    assertThat(before("1")).containsExactly(id("9"), id("8"));
    assertThat(before("2")).containsExactly(id("8"));
    assertThat(before("3")).isEmpty();
  }

  @Test
  default void ofAllWhoHoldAPostAtOnceEachSeesWhatTheOneBeforeDid() {
    List<Integer> seen =
        Race.of(
            8,
            i ->
                write(books -> {
                  books.earlyPosts().hold(List.of(id("own " + i), id("1")));
                  int before = books.earlyPosts().before(id("1")).size();
                  books.earlyPosts().keep(id("own " + i), id("1"), after(i));
                  return before;
                }));

    assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  default void postsHeldInAnyOrderLetEachOtherGoOn() {
    List<Boolean> held =
        Race.of(
            8,
            i ->
                write(books -> {
                  List<MentionId> both = List.of(id("1"), id("2"));
                  books.earlyPosts().hold(i % 2 == 0 ? both : both.reversed());
                  return true;
                }));

    assertThat(held).hasSize(8).containsOnly(true);
  }

  private void early(String post, String to, long seconds) {
    change(books -> books.earlyPosts().keep(id(post), id(to), after(seconds)));
  }

  private List<MentionId> before(String post) {
    return read(books -> books.earlyPosts().before(id(post)));
  }
}
