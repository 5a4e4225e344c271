package no.grenselos.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.SamplePost;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Reading;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;

/** The stored queries find exactly what each query finds alone. */
class MonitorOracleTest {
  private static final int BOOKS = 60;
  private static final int RULES = 15;
  private static final int POSTS = 40;
  private static final List<String> WORDS =
      List.of(
          "strøm",
          "strømmen",
          "strømbrudd",
          "varmepumpe",
          "varmepumpa",
          "varmepumpestøy",
          "støy",
          "sol",
          "solceller",
          "regning",
          "regningen",
          "bill",
          "bills",
          "charger",
          "charging",
          "legal",
          "action",
          "ærlig",
          "får",
          "for",
          "Øya",
          "hei",
          "snø",
          "snøen",
          "a",
          "b2",
          "😀");
  private static final List<String> NETWORKS = List.of("x", "mastodon", "facebook");
  private static final List<String> AUTHORS = List.of("troll", "bot2000", "kari@other.example", "");
  private static final List<String> LANGUAGES = List.of("nb", "nn", "en", "da", "und", "fr");
  private static final List<String> TOPICS = List.of("heat-pumps", "solar");

  private final Random random = new Random(20261123);

  @Test
  void storedQueriesMatchExactlyWhatEachQueryMatchesAlone() {
    int pairs = 0;
    int matches = 0;
    for (int book = 0; book < BOOKS; book++) {
      Map<String, Query> queries = queries();
      try (StoredQueries stored = new StoredQueries(queries)) {
        for (int i = 0; i < POSTS; i++) {
          MentionDocument post = post();

          Set<String> found = stored.matching(post).keySet();

          assertThat(found)
              .as("%s among %s", post.mention(), queries)
              .isEqualTo(alone(queries, post));
          pairs++;
          matches += found.size();
        }
      }
    }
    // a test without matches, or where everything matches, would prove nothing
    assertThat(pairs).isEqualTo(2_400);
    assertThat(matches).isBetween(pairs * RULES / 20, pairs * RULES * 3 / 4);
  }

  private static Set<String> alone(Map<String, Query> queries, MentionDocument post) {
    MemoryIndex index =
        MemoryIndex.fromDocument(post.document(), new KeywordAnalyzer(), true, true);
    Set<String> found = new TreeSet<>();
    queries.forEach((name, query) -> {
      if (index.search(query) > 0) found.add(name);
    });
    return found;
  }

  private Map<String, Query> queries() {
    Map<String, Query> queries = new LinkedHashMap<>();
    while (queries.size() < RULES) {
      String source = query(2);
      QueryReader.Read read = new QueryReader(source, Set.of()).read();
      if (read.problems().isEmpty()) queries.put(queries.size() + " " + source, read.query());
    }
    return queries;
  }

  private String query(int depth) {
    if (depth == 0) return leaf();
    return switch (random.nextInt(6)) {
      case 0 -> "(" + query(depth - 1) + " AND " + query(depth - 1) + ")";
      case 1 -> "(" + query(depth - 1) + " OR " + query(depth - 1) + " OR " + leaf() + ")";
      case 2 -> "(" + query(depth - 1) + " AND NOT " + leaf() + ")";
      case 3 -> "(+" + leaf() + " " + leaf() + " -" + leaf() + ")";
      case 4 -> "(*:* -" + leaf() + ")";
      default -> leaf();
    };
  }

  private String leaf() {
    return switch (random.nextInt(14)) {
      case 0 -> "network:" + one(NETWORKS);
      case 1 -> "author:@" + one(List.of("troll", "BOT2000", "kari"));
      case 2 -> "lang:" + one(List.of("no", "nn", "en", "da"));
      case 3 -> "topic:(" + one(TOPICS) + " OR solar)";
      case 4 -> "followers:[" + random.nextInt(200) + " TO *]";
      case 5 -> "intent:" + Intent.values()[random.nextInt(6)].word();
      case 6 -> "kind:(reply OR quote)";
      case 7 -> "text:\"" + one(WORDS) + " " + one(WORDS) + "\"";
      case 8 -> "text:\"" + one(WORDS) + " " + one(WORDS) + "\"~3";
      case 9 -> "text:" + beginning() + "*";
      case 10 -> "author:" + one(List.of("bot*", "tr?ll", "k*i"));
      case 11 -> "text:" + one(List.of("varme*støy", "s?l", "str?m*", "strømmer~", "varmepumpu~"));
      case 12 -> "text:(" + one(WORDS) + " " + one(WORDS) + " \"legal action\")";
      default -> one(WORDS) + " " + one(WORDS);
    };
  }

  private String beginning() {
    String word = one(WORDS);
    return word.charAt(0) > 0x2000 ? "snø" : word.substring(0, 1 + random.nextInt(word.length()));
  }

  private MentionDocument post() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append(one(List.of(" ", " ", " #", ", "))).append(one(WORDS));
    }
    SamplePost post =
        SamplePost.saying(text.toString())
            .on(one(NETWORKS))
            .by(one(AUTHORS), random.nextInt(250))
            .as(MentionKind.values()[random.nextInt(4)]);
    String[] topics = random.nextBoolean() ? new String[] {one(TOPICS)} : new String[0];
    Reading reading =
        BookOfRules.reading(one(LANGUAGES), Intent.values()[random.nextInt(6)], topics);
    return new MentionDocument(post.mention(), reading);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
