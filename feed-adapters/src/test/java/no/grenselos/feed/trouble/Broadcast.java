package no.grenselos.feed.trouble;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Feed;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.Skipped;
import no.grenselos.feed.http.Ear;
import no.grenselos.feed.http.StreamPeer;

/**
 * Tells a program to the one who listens, and has trouble with it. What is told is heard before the
 * next thing happens, so that a run is the same each time. Safe for many threads.
 */
final class Broadcast {
  private static final int LATELY = 5;
  private static final int MOST_BEATLESS = 12;
  private static final int LONGEST_REST = 12;
  private static final Duration CALM_REST = Duration.ofSeconds(30);

  private final Mischief mischief;
  private final StreamForm form;
  private final Program program;
  private final List<String> lately = new ArrayList<>();
  private Optional<Feed> feed = Optional.empty();
  private Optional<StreamPeer> peer = Optional.empty();
  private int connections;
  private long said;
  private boolean silent;
  private int beatless;

  Broadcast(Mischief mischief, StreamForm form, Program program) {
    this.mischief = mischief;
    this.form = form;
    this.program = program;
  }

  /** The one who listens from now on, once it has opened a connection. */
  synchronized Feed heardBy(Feed listener) {
    feed = Optional.of(listener);
    return listener;
  }

  /** Whether it is skipped rightly, or is said about the stream itself. */
  boolean isAccountedFor(Skipped skipped) {
    return skipped.item().equals("stream") || program.complaints().contains(skipped.reason());
  }

  boolean isAskedFor(Request request) {
    return program.isAskedFor(request);
  }

  synchronized void open(Request request) {
    drop();
    Optional<Canned> refusal = program.refusal(request);
    if (refusal.isPresent()) {
      request.peer().answer(refusal.get());
      request.peer().close();
      return;
    }
    connections++;
    said = 0;
    silent = false;
    beatless = 0;
    lately.clear();
    peer = Optional.of(request.peer());
    form.begin(request.peer());
  }

  synchronized int connections() {
    return connections;
  }

  /** How long nothing happens after it has told. */
  Duration rest() {
    return mischief.isCalm() ? CALM_REST : Duration.ofSeconds(mischief.some(LONGEST_REST));
  }

  /** Tells what is due, to nobody if need be. */
  synchronized void tell() {
    if (feed.filter(Ear::listens).isEmpty()) drop();
    List<String> due = program.due();
    if (peer.isEmpty() || silent) return;
    try {
      tell(peer.get(), due);
      if (peer.isPresent()) Ear.await(feed.orElseThrow(), said);
    } catch (UncheckedIOException gone) {
      drop();
    }
  }

  private void tell(StreamPeer to, List<String> due) {
    Trouble trouble = trouble(due);
    switch (trouble) {
      case HALF_OPEN -> silent = true;
      case STREAM_ENDED -> {
        say(to, some(due));
        form.bye(to);
        end(to);
      }
      case STREAM_CUT -> {
        say(to, some(due));
        form.half(to, due.isEmpty() ? program.rubbish().getFirst() : due.getLast());
        end(to);
      }
      default -> whole(to, changed(trouble, due));
    }
  }

  private Trouble trouble(List<String> due) {
    Trouble trouble = mischief.ofStream(program.troubles());
    boolean comesAbout =
        switch (trouble) {
          case NONE -> false;
          case TWICE -> !lately.isEmpty();
          case SWALLOWED -> !due.isEmpty();
          case REORDERED -> due.size() > 1;
          default -> true;
        };
    if (!comesAbout) return Trouble.NONE;
    mischief.count(trouble);
    if (trouble == Trouble.NO_HEARTBEAT) beatless = mischief.some(MOST_BEATLESS);
    return trouble;
  }

  private List<String> changed(Trouble trouble, List<String> due) {
    if (trouble == Trouble.REORDERED) return mischief.shuffled(due);
    List<String> other = new ArrayList<>(due);
    switch (trouble) {
      case GARBLED -> other.add(mischief.some(due.size() + 1) - 1, rubbish());
      case TWICE -> other.addAll(0, lately);
      case SWALLOWED -> other.remove(mischief.some(due.size()) - 1);
      default -> {
        // all is told as it is
      }
    }
    return other;
  }

  /** Some of them, never the last. */
  private List<String> some(List<String> due) {
    return due.isEmpty() ? due : due.subList(0, mischief.some(due.size()) - 1);
  }

  private String rubbish() {
    List<String> all = program.rubbish();
    return all.get(mischief.some(all.size()) - 1);
  }

  private void whole(StreamPeer to, List<String> messages) {
    say(to, messages);
    if (beatless > 0) {
      beatless--;
      return;
    }
    form.beat(to);
    said++;
  }

  private void say(StreamPeer to, List<String> messages) {
    for (String message : messages) {
      said += form.say(to, message);
      lately.add(message);
    }
    while (lately.size() > LATELY) lately.removeFirst();
  }

  /** Whoever listens hears all that was said before it ends. */
  private void end(StreamPeer to) {
    Ear.await(feed.orElseThrow(), said);
    to.close();
    Ear.awaitEnd(feed.orElseThrow());
    peer = Optional.empty();
  }

  /** Nobody hears anything any more. */
  synchronized void breakOff() {
    if (peer.isEmpty()) return;
    peer.get().close();
    feed.filter(Ear::listens).ifPresent(Ear::awaitEnd);
    peer = Optional.empty();
  }

  private void drop() {
    peer.ifPresent(StreamPeer::close);
    peer = Optional.empty();
  }
}
