package no.grenselos.store;

import static no.grenselos.store.Samples.HEAT_PUMPS;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.memory.Kept;
import no.grenselos.memory.KeptId;
import no.grenselos.memory.Source;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Memory.Search;
import org.junit.jupiter.api.Test;

/** What {@link Memory} promises. */
public interface MemoryContract extends StoreUnderTest {
  TopicId TARIFFS = new TopicId("tariffs");

  @Test
  default void aTextIsKeptWithAllThatIsKnownOfIt() {
    Source source =
        new Source(
            Source.Kind.ANSWERED,
            HOSTILE.strip(),
            URI.create("https://mastodon.example/@us/1"),
            id("1"),
            "answer:1");
    Kept.Draft draft =
        new Kept.Draft(
            Samples.ANA, List.of(TARIFFS, HEAT_PUMPS), new Language("nb"), HOSTILE, source, T0);

    Kept kept = write(books -> books.memory().keep(draft)).orElseThrow();

    assertThat(kept).isEqualTo(draft.as(new KeptId(1)));
    assertThat(reading(books -> books.memory().find(kept.id())).result()).contains(kept);
    assertThat(reading(books -> books.memory().answersTo(id("1"))).result()).containsExactly(kept);
    assertThat(reading(books -> books.memory().answersTo(id("2"))).result()).isEmpty();
  }

  @Test
  default void oneCauseKeepsOnceEvenAfterItWasForgotten() {
    Kept kept = keep("e1", "Ta ned varmen om natta.").orElseThrow();

    assertThat(keep("e1", "Noe annet.")).isEmpty();
    assertThat(writing(books -> books.memory().forget(kept.id())).result()).isTrue();
    assertThat(keep("e1", "Noe annet.")).isEmpty();
    assertThat(keep("e2", "Noe annet.")).isPresent();
  }

  @Test
  default void oneOf16ThreadsKeeps() {
    assertThat(Race.of(16, i -> keep("e1", "Ta ned varmen om natta.").isPresent()))
        .containsOnlyOnce(true);
    assertThat(texts(Search.words(""))).hasSize(1);
  }

  @Test
  default void aForgottenTextLeavesNothingToFind() {
    Kept kept = keep("e1", "Ta ned varmen om natta.").orElseThrow();

    assertThat(writing(books -> books.memory().forget(kept.id())).result()).isTrue();
    assertThat(writing(books -> books.memory().forget(kept.id())).result()).isFalse();

    assertThat(reading(books -> books.memory().find(kept.id())).result()).isEmpty();
    assertThat(texts(Search.words("varmen"))).isEmpty();
    assertThat(texts(Search.on(HEAT_PUMPS))).isEmpty();
  }

  @Test
  default void allOfAPersonIsForgottenAtOnce() {
    keep("e1", "Ta ned varmen om natta.");
    keep("e2", "Sett den på hjul.");
    keep(Samples.BEN, "nb", "e3", "Ring oss.");

    assertThat(writing(books -> books.memory().forgetAllOf("ana")).result()).isEqualTo(2);
    assertThat(writing(books -> books.memory().forgetAllOf("ana")).result()).isZero();

    assertThat(texts(Search.words(""))).containsExactly("Ring oss.");
  }

  @Test
  default void theMostWordsComeFirstThenTheNewest() {
    keep("e1", "Varmepumpa bråker om natta.");
    keep("e2", "En varmepumpe bråker når den er skitten.");
    keep("e3", "Varmepumper i nord.");
    keep("e4", "Nettleia går opp.");

    assertThat(texts(Search.words("Bråker varmepumpen deres?")))
        .containsExactly(
            "En varmepumpe bråker når den er skitten.",
            "Varmepumpa bråker om natta.",
            "Varmepumper i nord.");
    assertThat(reading(b -> b.memory().search(Search.words("varmepumpe"), 2)).result()).hasSize(2);
    assertThat(texts(Search.words(""))).hasSize(4).first().isEqualTo("Nettleia går opp.");
  }

  @Test
  default void aWordBeingTypedFindsWhatBeginsWithIt() {
    keep("e1", "Varmepumpa bråker.");

    assertThat(texts(Search.words("varmep"))).hasSize(1);
    assertThat(texts(Search.words("VAR"))).hasSize(1);
    assertThat(texts(Search.words("va"))).isEmpty();
    assertThat(texts(Search.words("100% _ ' \" % \u0000"))).isEmpty();
  }

  @Test
  default void theTitleIsSearchedToo() {
    change(books ->
        books
            .memory()
            .keep(
                new Kept.Draft(
                    Samples.ANA,
                    List.of(),
                    new Language("en"),
                    "Clean the filter.",
                    new Source(Source.Kind.TALK, "Talk in Bergen", null, null, "e1"),
                    T0)));

    assertThat(texts(Search.words("bergen"))).containsExactly("Clean the filter.");
  }

  @Test
  default void searchKeepsToTopicLanguageAndPerson() {
    keep("e1", "Varmepumpa bråker.");
    keep(Samples.ANA, "nn", "e2", "Varmepumpa bråkar.");
    keep(Samples.BEN, "en", "e3", "Varmepumpa is noisy.");

    assertThat(texts(Search.words("varmepumpe").in(new Language("nb")))).hasSize(2);
    assertThat(texts(Search.words("varmepumpe").in(new Language("en")))).hasSize(1);
    assertThat(texts(Search.words("varmepumpe").by("ben"))).hasSize(1);
    assertThat(texts(Search.words("varmepumpe").about(HEAT_PUMPS))).hasSize(3);
    assertThat(texts(Search.words("varmepumpe").about(TARIFFS))).isEmpty();
    assertThat(texts(Search.of("ana").in(new Language("nn")).about(HEAT_PUMPS)))
        .containsExactly("Varmepumpa bråkar.", "Varmepumpa bråker.");
  }

  @Test
  default void anErasedPostLeavesOurOwnWords() {
    Kept kept = keep("e1", "Ta ned varmen om natta.").orElseThrow();

    change(books -> books.mentions().erase(Objects.requireNonNull(kept.source().post()), T0));

    assertThat(reading(books -> books.memory().find(kept.id())).result()).contains(kept);
  }

  private Optional<Kept> keep(String cause, String text) {
    return keep(Samples.ANA, "nb", cause, text);
  }

  /** Kept as many seconds after the beginning as its cause says. */
  private Optional<Kept> keep(Colleague by, String language, String cause, String text) {
    Kept.Draft draft =
        new Kept.Draft(
            by,
            List.of(HEAT_PUMPS),
            new Language(language),
            text,
            new Source(Source.Kind.ANSWERED, "", null, id("1"), cause),
            after(Long.parseLong(cause.substring(1))));
    return write(books -> books.memory().keep(draft));
  }

  private List<String> texts(Search search) {
    return read(books -> books.memory().search(search, 10)).stream().map(Kept::text).toList();
  }
}
