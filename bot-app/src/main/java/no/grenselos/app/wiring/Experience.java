package no.grenselos.app.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import no.grenselos.expert.Affinity;
import no.grenselos.expert.Did;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Gist;
import no.grenselos.expert.Knowledge;
import no.grenselos.expert.Standings;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Taught;
import no.grenselos.mention.Mention;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.meaning.Meanings;
import org.jspecify.annotations.Nullable;

/** What the lessons say of experts: who did what with which post. Safe for many threads. */
final class Experience implements Knowledge {
  private final Meanings meanings;
  private final Affinity affinity = new Affinity();
  private final SortedMap<Long, Did> deeds = new TreeMap<>();

  Experience(Meanings meanings) {
    this.meanings = meanings;
  }

  /** In the order of their numbers; those that come again change nothing. */
  synchronized void learn(List<Taught> fresh) {
    fresh.forEach(this::learn);
  }

  private void learn(Taught taught) {
    Lesson lesson = taught.lesson();
    switch (lesson.kind()) {
      case CLAIMED -> did(taught, lesson.expert(), Did.Kind.CLAIMED);
      case ANSWERED -> did(taught, lesson.expert(), Did.Kind.ANSWERED);
      case PASSED -> did(taught, lesson.expert(), Did.Kind.PASSED);
      case LAPSED -> did(taught, lesson.expert(), Did.Kind.LAPSED);
      case NAMED -> did(taught, lesson.named(), Did.Kind.NAMED_BY_OTHER);
      case TAKEN_BACK -> {
        Did undone = deeds.remove(lesson.undoes());
        if (undone != null) affinity.unlearn(undone);
      }
      case FORGOTTEN -> {
        affinity.forget(lesson.mention());
        deeds.values().removeIf(did -> did.post().equals(lesson.mention()));
      }
      case WRONG_TOPIC, MORE_LIKE_THIS, LESS_LIKE_THIS, NOBODYS -> {}
    }
  }

  private void did(Taught taught, @Nullable ExpertId expert, Did.Kind kind) {
    if (expert == null || taught.text().isBlank()) return;
    Lesson lesson = taught.lesson();
    Did did =
        new Did(expert, kind, lesson.mention(), lesson.topic(), gist(taught.text()), lesson.at());
    deeds.put(taught.number(), did);
    affinity.learn(did);
  }

  private Gist gist(String text) {
    return Gist.of(text, meanings.of(text).vector());
  }

  /** Waits for no learning: what it looks at locks for microseconds. */
  @Override
  public Optional<Standings> of(Mention post, TopicId topic, Instant now) {
    return Optional.of(affinity.standings(post.id(), gist(post.text()), topic, now));
  }

  /** Adds all that counts to a check sum, in the order of the log. */
  synchronized void addTo(CRC32 sum) {
    deeds.forEach((number, did) -> {
      String deed = number + did.kind().name() + did.expert() + did.post() + did.at();
      sum.update(deed.getBytes(StandardCharsets.UTF_8));
    });
  }
}
