package no.grenselos.flow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Budget;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Feed;
import no.grenselos.feed.Fetch;
import no.grenselos.mention.Network;

/** A feed that brings what the test says; nothing new where it says nothing. */
final class ScriptedFeed implements Feed {
  private final Deque<Fetch> next = new ArrayDeque<>();
  private final List<Cursor> asked = new ArrayList<>();
  private Optional<Budget> budget = Optional.empty();
  private Runnable meanwhile = () -> {};
  private int released;

  void then(Fetch fetch) {
    next.add(fetch);
  }

  void costs(Budget money) {
    budget = Optional.of(money);
  }

  /** What happens while it is asked the next time. */
  void meanwhile(Runnable happens) {
    meanwhile = happens;
  }

  /** From where it was read. */
  List<Cursor> asked() {
    return asked;
  }

  int released() {
    return released;
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Network network() {
    return ScriptedNetwork.NAME;
  }

  @Override
  public Duration poll() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Optional<Budget> budget() {
    return budget;
  }

  @Override
  public int mostPosts() {
    return 10;
  }

  @Override
  public Fetch fetch(Cursor cursor) {
    asked.add(cursor);
    meanwhile.run();
    return next.isEmpty()
        ? new Fetch.Page(List.of(), cursor, false, List.of())
        : next.removeFirst();
  }

  @Override
  public void release() {
    released++;
  }

  @Override
  public void close() {}
}
