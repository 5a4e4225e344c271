package no.grenselos.reading;

import java.util.List;
import no.grenselos.mention.Mention;

/** Understands mentions. Safe for many threads; never fails on any text. */
@FunctionalInterface
public interface Reader {
  Reading read(Mention mention);

  /**
   * Takes the post up, to be read later. Posts are to be taken up in their order, as a copy is
   * known by what came before; what was taken up may then be read side by side.
   */
  default TakenUp takeUp(Mention mention) {
    Reading all = read(mention);
    return new TakenUp() {
      @Override
      public Reading withoutTopics() {
        return all;
      }

      @Override
      public String about() {
        return mention.text();
      }

      @Override
      public Reading whole(Reading begun, List<TopicScore> topics) {
        return all;
      }
    };
  }

  /** What texts are about, each for itself, in their order; faster for many at once. */
  default List<List<TopicScore>> topics(List<String> texts) {
    return texts.stream().map(text -> List.<TopicScore>of()).toList();
  }

  /** The same of a text that nobody posted: it is not remembered. */
  default Reading look(Mention mention) {
    return read(mention);
  }

  /** A post to be read; for one thread. */
  interface TakenUp {
    /** All but what it is about, which takes most of the time. */
    Reading withoutTopics();

    /** The text whose {@link #topics} are the post's: that of its original, for a copy. */
    String about();

    /**
     * All of it.
     *
     * @param begun what {@link #withoutTopics} said
     * @param topics of {@link #about}
     */
    Reading whole(Reading begun, List<TopicScore> topics);
  }
}
