package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Posts that we hold are looked at once a day. */
class SecondLookTest {
  private static final Duration MONTH = Duration.ofDays(30);

  private final TimeLine line = new TimeLine();
  private final Outside outside = new Outside();

  @AfterEach
  void close() {
    line.close();
  }

  /** A network that knows which posts are gone; two at a time. */
  private final class Outside implements PostLookup {
    final Set<MentionId> gone = new HashSet<>();
    final List<List<MentionId>> asked = new ArrayList<>();

    @Override
    public Network network() {
      return ScriptedNetwork.NAME;
    }

    @Override
    public boolean knows(URI link) {
      return false;
    }

    @Override
    public Found find(URI link) {
      throw new AssertionError("nobody asks for " + link);
    }

    @Override
    public int most() {
      return 2;
    }

    @Override
    public Found again(List<MentionId> posts) {
      asked.add(posts);
      return new Seen(posts.stream().map(this::now).toList(), List.of());
    }

    private MentionEvent now(MentionId id) {
      return gone.contains(id)
          ? new MentionEvent.Deleted(id, line.now())
          : new MentionEvent.Edited(post(id.id()));
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private Mention post(String id) {
    return line.mention(id, "", "varmepumpe?", MentionKind.POST, null);
  }

  private void came(String... ids) {
    List<MentionEvent> events = new ArrayList<>();
    for (String id : ids) events.add(new MentionEvent.Posted(post(id)));
    line.feed.then(new Fetch.Page(events, new Cursor(ids[0]), false, List.of()));
    int unused = line.look();
    line.settle();
  }

  private Cursor round(SecondLook look, Cursor from) {
    Cursor at = from;
    for (int pages = 0; pages < 20; pages++) {
      Fetch.Page page = (Fetch.Page) look.fetch(at);
      at = page.next();
      if (!page.more()) return at;
    }
    throw new AssertionError("never at an end");
  }

  private SecondLook look() {
    return new SecondLook("test/again", outside, MONTH, () -> line.store, line.clock());
  }

  @Test
  void everyPostIsLookedAtOnceADay() {
    came("a", "b", "c");
    line.pass(Duration.ofHours(1));

    Cursor end = round(look(), Cursor.START);
    assertThat(outside.asked).extracting(List::size).containsExactly(2, 1);
    assertThat(round(look(), end)).isEqualTo(end);
    assertThat(outside.asked).hasSize(2);

    line.pass(Duration.ofHours(20));
    Cursor unused = round(look(), end);
    assertThat(outside.asked).hasSize(4);
  }

  @Test
  void whatIsGoneOutsideIsToldOnce() {
    came("a", "b");
    outside.gone.add(post("b").id());
    line.pass(Duration.ofHours(1));

    Fetch.Page page = (Fetch.Page) look().fetch(Cursor.START);

    assertThat(page.events().getLast()).isInstanceOf(MentionEvent.Deleted.class);
    assertThat(page.posts()).isEqualTo(1);
    assertThat(page.newest()).as("nothing new").isEmpty();
  }

  @Test
  void whatCameLongAgoIsLeftAlone() {
    came("a");
    line.pass(MONTH.plusDays(1));
    came("b");
    line.pass(Duration.ofHours(1));

    Cursor unused = round(look(), Cursor.START);

    assertThat(outside.asked).containsExactly(List.of(post("b").id()));
  }

  @Test
  void aRoundGoesOnWhereItWasWhateverHappens() {
    came("a", "b", "c");
    line.pass(Duration.ofHours(1));

    Fetch.Page first = (Fetch.Page) look().fetch(Cursor.START);
    Fetch.Page second = (Fetch.Page) look().fetch(first.next());

    assertThat(second.events()).extracting(MentionEvent::id).containsExactly(post("c").id());
  }
}
