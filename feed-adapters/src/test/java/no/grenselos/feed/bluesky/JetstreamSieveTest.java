package no.grenselos.feed.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.LiveFrames;
import no.grenselos.feed.http.Mutations;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class JetstreamSieveTest {
  private static final Words WORDS =
      new Words(
          Stream.concat(
                  Stream.of("lyngheia", "lyngheia kraft", "varmepumpe*", "#strøm", "fjernvarme"),
                  IntStream.range(0, 45).mapToObj(n -> "stikkord" + n + "*"))
              .toList());

  private static final JetstreamSieve SIEVE =
      JetstreamSieve.of(new PostReader(false), Optional.empty(), "host", "did:plc:lyngheia", WORDS);

  private static JetstreamReading reading() {
    return new JetstreamReading(
        Cursor.START, StreamPlace.of(Cursor.START), SIEVE, new StreamStart(0));
  }

  /** The goal is fifty thousand on two processors; one of them must do. */
  @Test
  void fiftyThousandEventsOfOthersTakeLessThanASecond() {
    Stream<String> posts =
        Stream.of(
            Jets.create(1, "a", "We put the new shelves up today and they look ".repeat(3)),
            Jets.older(2, "create", "b", Jets.answer("Ærlig talt, så søt! 🥶🥶", "did:plc:per")),
            Jets.newer(3, "create", "c", Jets.naming("日本語の投稿です。寒い", "did:plc:per")));
    List<String> three = posts.toList();
    // about one in ten is a delete, which costs the most
    List<byte[]> events =
        Stream.of(three, three, three, List.of(Jets.delete(4, "d")))
            .flatMap(List::stream)
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();
    Gathering gathering = new Gathering();
    for (int round = 0; round < 2; round++) pass(events, 20_000, gathering);

    Duration taken = pass(events, 50_000, gathering);

    assertThat(taken).isLessThan(Duration.ofSeconds(1));
    assertThat(gathering.events()).isEmpty();
  }

  private static Duration pass(List<byte[]> events, int many, Gathering gathering) {
    JetstreamReading reading = reading();
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < many; i++) {
      var unused = reading.take(LiveFrames.of(events.get(i % events.size())), gathering);
    }
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin);
  }

  @Test
  void noEventIsTooBrokenToBeLookedAt() {
    List<Body> events =
        Stream.of(
                Jets.create(1, "a", "Lyngheia og varmepumper"),
                Jets.newer(2, "update", "b", Jets.answer("lyngheia", "did:plc:lyngheia")),
                Jets.older(3, "create", "c", Jets.naming("@oss lyngheia", "did:plc:lyngheia")),
                Jets.delete(4, "a"),
                "{\"$type\":\"error\",\"error\":\"ConsumerTooSlow\"}")
            .map(Body::of)
            .toList();

    Mutations.of(
        events,
        bytes -> {
          JetstreamReading reading = reading();
          var unused = reading.take(LiveFrames.of(bytes), new Gathering());
          assertThat(reading.cursor()).isNotNull();
        });
  }
}
