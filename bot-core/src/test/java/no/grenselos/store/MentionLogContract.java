package no.grenselos.store;

import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.ask;
import static no.grenselos.store.Samples.because;
import static no.grenselos.store.Samples.draft;
import static no.grenselos.store.Samples.id;
import static no.grenselos.store.Samples.mention;
import static no.grenselos.store.Samples.terms;
import static no.grenselos.store.Samples.understood;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.route.Decision;
import org.junit.jupiter.api.Test;

/** What {@link MentionLog} promises. */
public interface MentionLogContract extends StoreUnderTest {
  @Test
  default void aPostIsFoundByItsAddress() {
    write(books -> books.mentions().add(mention("1"), understood(), ask(), T0));
    write(books -> books.mentions().add(mention("1", "2", "Newer"), understood(), ask(), T0));
    URI link = mention("1").link();

    assertThat(reading(books -> books.mentions().at(link)).result().orElseThrow().mention().text())
        .isEqualTo("Newer");
    assertThat(reading(books -> books.mentions().at(URI.create("https://x.example/"))).result())
        .isEmpty();
  }

  @Test
  default void aMentionIsKeptWithWhatWasUnderstoodAndDecided() {
    Mention mention = mention("1", "", HOSTILE);

    assertThat(writing(books -> books.mentions().add(mention, understood(), ask(), T0)).result())
        .isTrue();

    assertThat(reading(books -> books.mentions().find(id("1"))).result())
        .contains(new MentionLog.Logged(mention, understood(), ask(), T0, false));
    assertThat(reading(books -> books.mentions().find(id("2"))).result()).isEmpty();
  }

  @Test
  default void everyDecisionIsKept() {
    List<Decision> decisions =
        List.of(
            ask(),
            new Decision.Queue(terms(), because()),
            new Decision.Both(Samples.HEAT_PUMPS, terms(), because()),
            new Decision.Hold(T0, "storm", because()),
            new Decision.Drop("nobody's topic", because()));

    for (Decision decision : decisions) {
      String number = Integer.toString(decisions.indexOf(decision));
      change(books -> books.mentions().add(mention(number), understood(), decision, T0));
      assertThat(read(books -> books.mentions().find(id(number))).orElseThrow().decision())
          .isEqualTo(decision);
    }
  }

  @Test
  default void aRevisionIsHandledOnceAndTheNewestIsFound() {
    assertThat(add(mention("1", "", "first"))).isTrue();
    assertThat(add(mention("1", "", "first"))).isFalse();
    assertThat(add(mention("1", "r2", "second"))).isTrue();
    assertThat(add(mention("1", "", "first"))).isFalse();

    assertThat(read(books -> books.mentions().find(id("1"))).orElseThrow().mention().text())
        .isEqualTo("second");
  }

  @Test
  default void oneOf16ThreadsHandlesARevision() {
    assertThat(Race.of(16, i -> add(mention("1")))).containsOnlyOnce(true);
  }

  @Test
  default void erasingTakesTextAuthorAndCitedWordsOfAllRevisions() {
    add(mention("1", "", "first"));
    add(mention("1", "r2", "second"));
    add(mention("2"));
    change(books -> books.tickets().open(draft("1")));

    change(books -> books.mentions().erase(id("1"), T0));

    MentionLog.Logged left = read(books -> books.mentions().find(id("1"))).orElseThrow();
    assertThat(left.erased()).isTrue();
    assertThat(left.mention().text()).isEmpty();
    assertThat(left.mention().author()).isEqualTo(Author.UNKNOWN);
    assertThat(left.reading().intentEvidence()).isEmpty();
    assertThat(left.reading().topics()).allSatisfy(t -> assertThat(t.evidence()).isEmpty());
    assertThat(left.decision())
        .isEqualTo(new Decision.Ask(Samples.HEAT_PUMPS, terms(), because().withoutWords()));
    assertThat(read(books -> books.tickets().of(id("1"))).orElseThrow().because().evidence())
        .isEmpty();
    assertThat(read(books -> books.mentions().find(id("2"))).orElseThrow().erased()).isFalse();
  }

  @Test
  default void whatIsErasedBeforeItWasSeenIsNotTakenIn() {
    change(books -> books.mentions().erase(id("9"), T0));

    assertThat(add(mention("9"))).isFalse();
    assertThat(reading(books -> books.mentions().find(id("9"))).result()).isEmpty();
  }

  @Test
  default void whatIsErasedIsNotTakenInAnew() {
    add(mention("1"));
    change(books -> books.mentions().erase(id("1"), T0));

    assertThat(add(mention("1"))).isFalse();
    assertThat(add(mention("1", "r2", "again"))).isFalse();
    assertThat(read(books -> books.mentions().find(id("1"))).orElseThrow().mention().text())
        .isEmpty();
  }

  @Test
  default void aReshareCountsOnce() {
    assertThat(reshare("1", "7")).isTrue();
    assertThat(reshare("1", "7")).isFalse();
    assertThat(reshare("1", "8")).isTrue();
    assertThat(reshare("2", "7")).isTrue();

    assertThat(reading(books -> books.mentions().reshares(id("1"))).result()).isEqualTo(2);
    assertThat(reading(books -> books.mentions().reshares(id("3"))).result()).isZero();
  }

  @Test
  default void whatCameInIsReadPageByPageOldestFirst() {
    addAt(mention("late"), 300);
    addAt(mention("b"), 200);
    addAt(mention("c"), 200);
    addAt(mention("early"), 100);
    addAt(mention("after"), 400);

    MentionLog.Page first = received(MentionLog.Mark.from(after(100)), 400, 2);
    MentionLog.Page second = received(first.next(), 400, 2);
    MentionLog.Page third = received(second.next(), 400, 2);

    assertThat(ids(first)).containsExactly("early", "b");
    assertThat(ids(second)).containsExactly("c", "late");
    assertThat(third.posts()).isEmpty();
    assertThat(third.next()).isEqualTo(second.next());
    assertThat(first.posts().getFirst())
        .isEqualTo(new MentionLog.Received(mention("early"), understood(), after(100)));
    assertThat(ids(received(MentionLog.Mark.from(after(201)), 900, 9)))
        .containsExactly("late", "after");
  }

  @Test
  default void ofWhatCameInEachPostIsReadAsItIsNowAndErasedOnesAreNot() {
    addAt(mention("1", "", "first"), 100);
    addAt(mention("2"), 200);
    addAt(mention("1", "r2", "second"), 300);
    change(books -> books.mentions().erase(id("2"), T0));

    MentionLog.Page page = received(MentionLog.Mark.from(T0), 900, 9);

    assertThat(page.posts()).extracting(post -> post.mention().text()).containsExactly("second");
  }

  private void addAt(Mention mention, long seconds) {
    write(books -> books.mentions().add(mention, understood(), ask(), after(seconds)));
  }

  private MentionLog.Page received(MentionLog.Mark from, long before, int most) {
    return read(books -> books.mentions().received(from, after(before), most));
  }

  private static List<String> ids(MentionLog.Page page) {
    return page.posts().stream().map(post -> post.mention().id().id()).toList();
  }

  private boolean add(Mention mention) {
    return write(books -> books.mentions().add(mention, understood(), ask(), T0));
  }

  private boolean reshare(String original, String reshare) {
    return write(books -> books.mentions().addReshare(id(original), id(reshare), T0));
  }
}
