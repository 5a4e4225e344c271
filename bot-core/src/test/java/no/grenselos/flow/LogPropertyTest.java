package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import no.grenselos.feed.Cursor;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;

/** Whatever two nodes do with a partition, each event is stored once and none is left out. */
class LogPropertyTest {
  /** What may happen, in any order. */
  enum Deed {
    ONE_READS,
    OTHER_READS,
    A_POST_COMES,
    /** The log gives it to the other, and the one is told. */
    HANDED_OVER,
    /** The log gives it to the other, and the one sleeps and is not told. */
    TAKEN_UNTOLD,
    ONE_DIES,
    SET_BACK,
    TIME_PASSES
  }

  private static final class Node {
    final ScriptedLog.Reader reader;
    final LogReading reading;

    Node(ScriptedLog log, TimeLine line, String name) {
      this.reader = log.reader();
      this.reading = new LogReading(reader, line.desk.room(), name);
    }

    void round() {
      Duration unused = reading.round();
    }
  }

  @Property(tries = 60)
  void eachEventIsStoredOnce(@ForAll @Size(max = 80) List<Deed> deeds) {
    ScriptedLog log = new ScriptedLog();
    try (TimeLine line = new TimeLine()) {
      Node one = new Node(log, line, "one");
      Node other = new Node(log, line, "other");
      one.reader.gets(0);
      int names = 0;
      for (Deed deed : deeds) {
        switch (deed) {
          case ONE_READS -> one.round();
          case OTHER_READS -> other.round();
          case A_POST_COMES -> log.partitions.getFirst().add(post(line, log));
          case HANDED_OVER -> {
            one.reader.loses(0);
            other.reader.gets(0);
          }
          case TAKEN_UNTOLD -> other.reader.gets(0);
          case ONE_DIES -> {
            one = new Node(log, line, "one" + ++names);
            one.reader.gets(0);
          }
          case SET_BACK -> setBack(line);
          case TIME_PASSES -> line.passInSilence(Duration.ofSeconds(7));
        }
      }
      int posts = log.partitions.getFirst().size();
      Node last = new Node(log, line, "last");
      last.reader.gets(0);
      for (int i = 0; i <= posts; i++) last.round();

      assertThat(told(line, "mention.received")).isEqualTo(posts);
      List<String> position =
          line.store.read(books -> books.logPositions().all()).stream()
              .map(row -> row.position().text())
              .toList();
      assertThat(position).containsExactly(posts == 0 ? "" : "" + posts);
    }
  }

  private static MentionEvent post(TimeLine line, ScriptedLog log) {
    String id = "p" + log.partitions.getFirst().size();
    return new MentionEvent.Posted(line.mention(id, "", "varmepumpe?", MentionKind.POST, null));
  }

  private static void setBack(TimeLine line) {
    boolean unused =
        line.store.write(books -> {
          books.logPositions().set(ScriptedLog.name(0), Cursor.START);
          return true;
        });
  }

  private static long told(TimeLine line, String what) {
    return line.journal.stream().filter(entry -> entry.what().equals(what)).count();
  }
}
