package no.grenselos.reading.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import no.grenselos.reading.meaning.FakeEncoder;
import no.grenselos.reading.meaning.Meanings;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final int TOPICS = 20;
  private static final List<String> PARTS =
      List.of("heat", "sun", "wind", "pump", "panel", "roof", "meter", "price", "cable", "lamp");

  private final Random random = new Random(20);

  @Test
  void whatIsLearntDoesNotDependOnTheNumberOfCores() {
    List<Topic> topics = IntStream.range(0, TOPICS).mapToObj(this::topic).toList();
    try (ForkJoinPool alone = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(4)) {
      TopicModel one = alone.submit(() -> learnt(topics)).join();
      TopicModel four = many.submit(() -> learnt(topics)).join();

      for (int i = 0; i < 10; i++) {
        String text = text(i);
        assertThat(four.judge(text)).isEqualTo(one.judge(text));
      }
      assertThat(four.mark()).isEqualTo(one.mark());
    }
  }

  private static TopicModel learnt(List<Topic> topics) {
    Meanings meanings = new Meanings(new Gloss(Lexicon.ours()), Optional.of(new FakeEncoder()));
    List<LabelledText> outcomes =
        IntStream.range(0, TOPICS)
            .mapToObj(i -> LabelledText.of("lovely bread and cheese " + i, List.of()))
            .toList();
    return TopicModel.of(topics, new Teaching(List.of(), outcomes, List.of()), meanings);
  }

  // more than 500 together, from where on words that stand once are left out
  private Topic topic(int number) {
    List<String> examples = IntStream.range(0, 30).mapToObj(i -> text(number)).toList();
    Map<String, String> name = Map.of("en", word(number));
    TopicId id = new TopicId("topic-" + number);
    return new Topic(id, name, Map.of(), List.of(word(number)), List.of(), examples, List.of());
  }

  private String text(int topic) {
    List<String> text = new ArrayList<>(List.of(word(topic)));
    for (int i = 0; i < 9; i++) text.add(word(random.nextInt(PARTS.size() * PARTS.size())));
    return String.join(" ", text);
  }

  private static String word(int number) {
    return PARTS.get(number % PARTS.size()) + PARTS.get(number / PARTS.size());
  }
}
