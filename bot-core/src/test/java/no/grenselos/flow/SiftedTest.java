package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.grenselos.lesson.Pupil;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reader;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Decision;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Inbox;
import no.grenselos.work.CrmPort;
import no.grenselos.work.Equipment;
import no.grenselos.work.Retention;
import no.grenselos.work.Rules;
import no.grenselos.work.TopicSearch;
import no.grenselos.work.Workroom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiftedTest {
  private final TimeLine line = new TimeLine();
  private final AtomicInteger searches = new AtomicInteger();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void topicsAreLookedForWhereTheWayHangsOnThem() {
    List<Sifted> posts = sifted(TopicSearch.WHERE_NEEDED, "krypto til salgs", "varmepumpe?");

    assertThat(posts.getFirst().decision())
        .isInstanceOfSatisfying(
            Decision.Drop.class, drop -> assertThat(drop.reason()).isEqualTo("spam"));
    assertThat(posts.getLast().decision()).isInstanceOf(Decision.Ask.class);
    assertThat(searches).hasValue(1);
  }

  @Test
  void topicsAreLookedForInEveryPostUnlessSaidOtherwise() {
    List<Sifted> posts = sifted(TopicSearch.ALWAYS, "krypto til salgs", "varmepumpe?");

    assertThat(posts).hasSize(2);
    assertThat(searches).hasValue(2);
  }

  @Test
  void manyKeepTheirOrder() {
    String[] texts = IntStream.range(0, 300).mapToObj(i -> "krypto " + i).toArray(String[]::new);

    List<Sifted> posts = sifted(TopicSearch.WHERE_NEEDED, texts);

    assertThat(posts).extracting(post -> post.mention().text()).containsExactly(texts);
  }

  @Test
  void eachIsAboutWhatItsOwnTextSays() {
    String[] texts = {"krypto", "pumpe", "krypto og pumpe", "en pumpe til"};

    List<Sifted> posts = sifted(TopicSearch.WHERE_NEEDED, texts);

    assertThat(posts)
        .extracting(post -> post.reading().topics())
        .containsExactly(
            List.of(), Counted.topics("pumpe"), List.of(), Counted.topics("en pumpe til"));
  }

  private List<Sifted> sifted(TopicSearch search, String... texts) {
    List<Inbox.Entry<MentionEvent>> entries =
        IntStream.range(0, texts.length).mapToObj(i -> entry(i, texts[i])).toList();
    try (Router router = Router.of(book(), line.node(Pupil.NOBODY).clock())) {
      return Sifted.all(entries, room(search, router));
    }
  }

  private Inbox.Entry<MentionEvent> entry(int number, String text) {
    Mention post = line.mention("" + number, "", text, MentionKind.POST, null);
    MentionEvent event = new MentionEvent.Posted(post);
    return new Inbox.Entry<>(number, event.key(), event, post.publishedAt(), 1, "lease");
  }

  private RuleBook book() {
    RuleBook usual = line.node(Pupil.NOBODY).rules().get().book();
    Route spam =
        new Route(
            "spam", "text:krypto", null, null, null, null, null, null, "spam", false, "routes:1");
    Route heat =
        new Route(
            "heat",
            null,
            TimeLine.HEAT_PUMPS,
            Lane.EXPERT,
            null,
            null,
            null,
            null,
            null,
            false,
            "routes:2");
    return new RuleBook(
        usual.revision(),
        usual.house(),
        List.of(spam, heat),
        List.of(),
        usual.topics(),
        usual.experts(),
        usual.teams());
  }

  private Workroom room(TopicSearch search, Router router) {
    Equipment e = line.node(Pupil.NOBODY);
    Rules rules = new Rules(book(), new Counted(), router);
    Equipment own =
        new Equipment(
            e.store(),
            () -> rules,
            e.outside(),
            e.channelHouse(),
            e.clock(),
            entry -> {},
            e.pupil(),
            e.lease(),
            CrmPort.NONE,
            e.aids(),
            Retention.USUAL,
            search);
    return new Desk(own).room();
  }

  /** Counts how often it is asked for topics. */
  private final class Counted implements Reader {
    @Override
    public Reading read(Mention mention) {
      throw new IllegalStateException("posts are taken up");
    }

    @Override
    public TakenUp takeUp(Mention mention) {
      return new TakenUp() {
        @Override
        public Reading withoutTopics() {
          return new Reading(
              new Language("nb"), Intent.OTHER, 0.9, Severity.NORMAL, List.of(), List.of(), null);
        }

        @Override
        public String about() {
          return mention.text();
        }

        @Override
        public Reading whole(Reading begun, List<TopicScore> topics) {
          return begun.about(topics);
        }
      };
    }

    @Override
    public List<List<TopicScore>> topics(List<String> texts) {
      searches.addAndGet(texts.size());
      return texts.stream().map(Counted::topics).toList();
    }

    private static List<TopicScore> topics(String text) {
      double sure = 0.9 - text.length() / 1000.0;
      return List.of(new TopicScore(TimeLine.HEAT_PUMPS, sure, List.of()));
    }
  }
}
