package no.grenselos.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.PostLookup;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.store.MentionLog;
import no.grenselos.store.MentionLog.Mark;
import no.grenselos.store.MentionLog.Received;
import no.grenselos.store.Store;

/**
 * Looks once a day at every post of a network that we still hold: what was changed outside is
 * changed here, and what is gone is erased (X Developer Policy, "Content compliance": within 24
 * hours). A feed like others, so that one node does it, its money counts and its troubles are told.
 * The cursor says when the round began and up to where the log was gone through.
 */
public final class SecondLook implements Feed {
  private static final Duration EVERY = Duration.ofHours(20);
  private static final Duration REST = Duration.ofMinutes(10);

  /** So many pages of the log are gone through for one that holds posts of the network. */
  private static final int MOST_PAGES = 50;

  private final String name;
  private final PostLookup lookup;
  private final Duration age;
  private final Supplier<Store> store;
  private final Clock clock;

  /**
   * @param age posts that came in longer ago are left alone
   * @param store asked for at each look
   */
  public SecondLook(
      String name, PostLookup lookup, Duration age, Supplier<Store> store, Clock clock) {
    this.name = name;
    this.lookup = lookup;
    this.age = age;
    this.store = store;
    this.clock = clock;
  }

  /** A round through the log, as the cursor tells of it. */
  private record Round(Instant began, Mark after) {
    static Round of(Cursor cursor, Instant now, Duration age) {
      String[] parts = cursor.text().split(" ", -1);
      if (parts.length != 3) return new Round(now, Mark.from(now.minus(age)));
      Instant began = Instant.parse(parts[0]);
      Mark after = new Mark(Instant.parse(parts[1]), Long.parseLong(parts[2]));
      return new Round(began, after);
    }

    Cursor cursor() {
      return new Cursor(began + " " + after.at() + " " + after.number());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Network network() {
    return lookup.network();
  }

  @Override
  public Duration poll() {
    return REST;
  }

  @Override
  public int mostPosts() {
    return lookup.most();
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    Instant now = clock.instant();
    Round round = Round.of(cursor, now, age);
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      MentionLog.Page page = page(round);
      if (page.posts().isEmpty()) return ended(round, now);
      round = new Round(round.began(), page.next());
      List<MentionId> posts = ofNetwork(page);
      if (!posts.isEmpty()) return again(posts, round.cursor());
    }
    return new Fetch.Page(List.of(), round.cursor(), true, List.of());
  }

  private MentionLog.Page page(Round round) {
    return store
        .get()
        .read(books -> books.mentions().received(round.after(), round.began(), lookup.most()));
  }

  private Fetch again(List<MentionId> posts, Cursor next) {
    return switch (lookup.again(posts)) {
      case PostLookup.Seen seen -> new Fetch.Page(seen.events(), next, true, seen.skipped());
      case Fetch.Wait wait -> wait;
      case Fetch.Failed failed -> failed;
      case Fetch.Refused refused -> refused;
    };
  }

  private List<MentionId> ofNetwork(MentionLog.Page page) {
    return page.posts().stream()
        .map(Received::mention)
        .filter(mention -> mention.network().equals(lookup.network()))
        .map(Mention::id)
        .toList();
  }

  private Fetch ended(Round round, Instant now) {
    boolean rested = !now.isBefore(round.began().plus(EVERY));
    Round next = rested ? new Round(now, Mark.from(now.minus(age))) : round;
    return new Fetch.Page(List.of(), next.cursor(), rested, List.of());
  }

  @Override
  public void close() {
    lookup.close();
  }
}
