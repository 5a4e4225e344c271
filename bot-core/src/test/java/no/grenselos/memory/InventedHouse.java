package no.grenselos.memory;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.grenselos.expert.Colleague;
import no.grenselos.reading.Language;
import no.grenselos.reading.Resource;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.meaning.Meanings;

/** Answers of an invented power company, and posts that some of them answer. */
public final class InventedHouse {
  private static final Instant MARCH = Instant.parse("2026-03-04T09:00:00Z");

  private InventedHouse() {}

  /**
   * @param expected the kept text that answers it; 0 when none does
   */
  public record Case(long expected, Suggestions.Post post) {}

  public static List<Suggestions.Candidate> kept() {
    return lines("kept.tsv").map(InventedHouse::candidate).toList();
  }

  public static List<Case> posts() {
    return lines("posts.tsv").map(InventedHouse::post).toList();
  }

  /** What is suggested first for a post; 0 when nothing is. */
  public static long first(Meanings meanings, Suggestions.Post post) {
    return new Suggestions(meanings)
        .of(post, "ana", kept()).stream().findFirst().map(s -> s.kept().id().number()).orElse(0L);
  }

  private static Stream<String[]> lines(String file) {
    return Resource.lines(InventedHouse.class, file).stream().map(line -> line.split("\t", -1));
  }

  private static Suggestions.Candidate candidate(String[] row) {
    Kept kept =
        new Kept(
            new KeptId(Long.parseLong(row[0])),
            new Colleague(Long.parseLong(row[0]) % 2 == 1 ? "ana" : "ben", "Somebody"),
            List.of(new TopicId(row[2])),
            new Language(row[1]),
            row[3],
            new Source(Source.Kind.ANSWERED, "", null, null, "answer:" + row[0]),
            MARCH);
    return new Suggestions.Candidate(kept, row[4]);
  }

  private static Case post(String[] row) {
    List<TopicId> topics = row[2].equals("-") ? List.of() : List.of(new TopicId(row[2]));
    return new Case(
        Long.parseLong(row[0]), new Suggestions.Post(row[3], new Language(row[1]), topics));
  }
}
