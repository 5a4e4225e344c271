package no.grenselos.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.reading.Topic;

/**
 * The rule book of a house with so many routes and experts, as its admin's files, and what people
 * outside say to it. Twenty topics of twenty examples lead to experts, each by a route that asks
 * for the company's name as well; all other routes drop what they match. All from one seed.
 */
final class PipelineFiles {
  static final int TOPICS = 20;

  /** The company's name; in no other post. */
  private static final String NAME = "lyngheia";

  private static final long SEED = 20261127;
  private static final int EXAMPLES = 20;

  private final int routes;
  private final int experts;
  private final TopicMix mix = new TopicMix(SEED);
  private final Random random = new Random(SEED);
  private final List<Topic> topics = mix.topics(TOPICS, EXAMPLES);

  /**
   * @param routes more than {@link #TOPICS}
   * @param experts at least one
   */
  PipelineFiles(int routes, int experts) {
    this.routes = routes;
    this.experts = experts;
  }

  /** Words about one of the topics, and the company's name. Not thread safe. */
  String spokenToUs() {
    return NAME + " " + mix.text(topics.get(random.nextInt(TOPICS)).keywords());
  }

  /** Where the experts are in Slack. */
  List<String> members() {
    return IntStream.range(0, experts).mapToObj(PipelineFiles::member).toList();
  }

  private static String member(int expert) {
    return "U0BENCH%05d".formatted(expert);
  }

  ConfigFiles files(String main) {
    Map<String, String> files = new TreeMap<>();
    files.put("grenselos.yml", main);
    files.put("routes.yml", routesFile());
    files.put("experts.yml", expertsFile());
    topics.forEach(topic -> files.put("topics/" + topic.id() + ".yml", topicFile(topic)));
    return new ConfigFiles("bench", files);
  }

  private String routesFile() {
    StringBuilder file = new StringBuilder("routes:\n");
    for (Topic topic : topics) {
      file.append(
          "  - {name: ask about %1$s, when: \"text:%2$s\", topic: %1$s, lane: expert}\n"
              .formatted(topic.id(), NAME));
    }
    List<RuleMix> rules = RuleMix.rules(routes - TOPICS, new Vocabulary(SEED));
    for (int i = 0; i < rules.size(); i++) {
      file.append(
          "  - {name: drop %d, when: '%s', drop: of no concern to us}\n"
              .formatted(i, rules.get(i).query()));
    }
    return file.toString();
  }

  private String expertsFile() {
    StringBuilder file = new StringBuilder("experts:\n");
    for (int i = 0; i < experts; i++) {
      List<String> own = new ArrayList<>(List.of("topic-" + i % TOPICS));
      int second = (7 * i + 1) % TOPICS;
      if (second != i % TOPICS) own.add("topic-" + second);
      // few experts have all topics between them
      for (int topic = i + experts; topic < TOPICS; topic += experts) own.add("topic-" + topic);
      file.append(expert(i, own.stream().distinct().toList()));
    }
    return file.toString();
  }

  /** At work at any hour, and asked as often as there is something. */
  private static String expert(int number, List<String> topics) {
    return """
      - id: e%1$d
        name: Expert %1$d
        slack: %2$s
        topics: %3$s
        hours: {days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "23:59", zone: UTC}
        cap: {day: 100000, week: 100000}
        speaks: nb
    """
        .formatted(number, member(number), topics);
  }

  private static String topicFile(Topic topic) {
    StringBuilder file = new StringBuilder("id: " + topic.id() + "\n");
    file.append("name: {nb: ").append(topic.keywords().getFirst()).append("}\n");
    file.append("describe: {nb: Om ").append(String.join(" og ", topic.keywords())).append("}\n");
    file.append("keywords: [").append(String.join(", ", topic.keywords())).append("]\n");
    file.append("examples:\n");
    topic.examples().forEach(text -> file.append("  - \"").append(text).append("\"\n"));
    return file.toString();
  }
}
