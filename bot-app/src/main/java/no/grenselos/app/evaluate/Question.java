package no.grenselos.app.evaluate;

import java.time.Instant;
import java.util.List;

/**
 * One question of an experts pack and who answered it.
 *
 * @param created when it was asked. A pack that gives a share of its span instead (0 to 1) may be
 *     read as any span of time: only its order and proportions count
 * @param asker may be empty
 * @param answers the users who answered, in any order
 * @param site the field it belongs to; empty where a pack has one field only
 */
public record Question(
    String id,
    Instant created,
    String title,
    String body,
    List<String> tags,
    String asker,
    List<String> answers,
    String site) {
  private static final int FIRST_SENTENCES = 500;

  public Question {
    if (id.isBlank()) throw new IllegalArgumentException("question has no id");
    tags = List.copyOf(tags);
    answers = List.copyOf(answers);
  }

  /** Those who answered and did not ask; answering oneself is no help to route by. */
  List<String> helpers() {
    return answers.stream().filter(user -> !user.equals(asker)).distinct().sorted().toList();
  }

  /** What an encoder is given: the title and the first 500 UTF-16 units of the body. */
  String beginning() {
    return title + " " + body.substring(0, Math.min(body.length(), FIRST_SENTENCES));
  }

  /** What is compared word by word: the same with the title once more, and the tags. */
  String words() {
    return title + " " + beginning() + " " + String.join(" ", tags);
  }
}
