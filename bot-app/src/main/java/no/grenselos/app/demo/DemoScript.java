package no.grenselos.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Our own play: who lives outside, what they do there in which order, and what people inside would
 * answer.
 */
record DemoScript(List<Person> people, List<Deed> deeds, JsonNode answers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  DemoScript {
    people = List.copyOf(people);
    deeds = List.copyOf(deeds);
  }

  /** Somebody outside. */
  record Person(String acct, String name, int followers) {}

  /** What a deed does. */
  enum Kind {
    POST,
    REPLY,
    RESHARE,
    EDIT,
    DELETE
  }

  /**
   * One thing somebody outside does.
   *
   * @param text the new words; empty for a delete, unused for a reshare
   * @param of id of the deed whose post it is about; null for a post
   * @param about the topic it was written for; null for none
   */
  record Deed(
      String id,
      String account,
      String text,
      String lang,
      Kind kind,
      @Nullable String of,
      @Nullable String about) {}

  static DemoScript load() {
    List<Person> people =
        StreamSupport.stream(tree("accounts.json").spliterator(), false)
            .map(node ->
                new Person(
                    node.path("acct").asText(),
                    node.path("display_name").asText(),
                    node.path("followers").asInt()))
            .toList();
    List<Deed> deeds = text("posts.jsonl").lines().map(DemoScript::deed).toList();
    return new DemoScript(people, deeds, tree("answers.json"));
  }

  /**
   * What somebody who knows the topic writes.
   *
   * @param topic a topic's id, or {@code care}
   * @param lang of the post; Norwegian for all but English
   * @param nth any number; the same gives the same
   */
  Optional<String> answer(String topic, String lang, int nth) {
    JsonNode texts = answers.path(topic).path(lang.equals("en") ? "en" : "nb");
    if (texts.isEmpty()) return Optional.empty();
    return Optional.of(texts.path(Math.floorMod(nth, texts.size())).asText());
  }

  private static Deed deed(String line) {
    JsonNode node = read(line);
    return new Deed(
        node.path("id").asText(),
        node.path("account").asText(),
        node.path("text").asText(),
        node.path("lang").asText(),
        Kind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT)),
        orNull(node.path("of")),
        orNull(node.path("about")));
  }

  private static @Nullable String orNull(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private static JsonNode tree(String name) {
    return read(text(name));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    try (InputStream in = DemoScript.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) throw new IllegalStateException("the application lacks demo/" + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
