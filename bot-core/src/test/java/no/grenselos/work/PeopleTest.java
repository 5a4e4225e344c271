package no.grenselos.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Choices;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Profile;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.MemoryStore;
import org.junit.jupiter.api.Test;

class PeopleTest {
  private static final Instant NOW = Instant.parse("2026-09-15T09:00:00Z");
  private static final TopicId HEAT = new TopicId("heat");
  private static final Handle PAL = new Handle("slack", "UPAL");

  private final MemoryStore store = new MemoryStore();
  private final People people = new People();
  private final RuleBook base = book("ana", "ben");

  private static RuleBook book(String... experts) {
    List<Expert> all = new ArrayList<>();
    for (String id : experts) all.add(expert(id));
    Topic heat =
        new Topic(HEAT, Map.of("en", "Heat"), Map.of(), List.of(), List.of(), List.of(), List.of());
    RuleBook.House house =
        new RuleBook.House(
            "Firma", Locale.ENGLISH, ZoneId.of("UTC"), List.of(), "#x", Duration.ofMinutes(30));
    return new RuleBook(1, house, List.of(), List.of(), List.of(heat), all, List.of());
  }

  private static Expert expert(String id) {
    return new Expert(
        new ExpertId(id),
        id,
        "",
        List.of(new Handle("slack", "U" + id.toUpperCase(Locale.ROOT))),
        Set.of(HEAT),
        Set.of(),
        Hours.usual(ZoneId.of("UTC")),
        Cap.DEFAULT,
        Locale.ENGLISH);
  }

  private void save(Profile profile) {
    assertThat((boolean) store.write((Books books) -> books.profiles().save(profile))).isTrue();
  }

  private RuleBook read() {
    People.Present present = store.read(books -> people.now(books, base));
    people.keep(present);
    return present.book();
  }

  private static Profile pal(Profile.Consent consent) {
    return new Profile(
        Profile.idOf(PAL),
        new Profile.Person(PAL, "Pål"),
        new Profile.Proposal(consent, NOW, Set.of(), Set.of(), ""),
        Choices.NONE.topics(Set.of(HEAT, new TopicId("gone"))),
        Profile.Seen.NOTHING,
        0);
  }

  @Test
  void bookIsTheSameObjectUntilSomebodyChangesSomething() {
    assertThat(read()).isSameAs(base);
    save(Profile.of(new ExpertId("ana"), NOW).with(Choices.NONE.cap(new Cap(5, 9))));

    RuleBook changed = read();

    assertThat(changed.expert(new ExpertId("ana")).orElseThrow().cap()).isEqualTo(new Cap(5, 9));
    assertThat(changed.expert(new ExpertId("ben")).orElseThrow().cap()).isEqualTo(Cap.DEFAULT);
    assertThat(read()).isSameAs(changed);
  }

  @Test
  void whoSaidYesInChatIsAnExpertWithoutStandingInTheRuleBook() {
    save(pal(Profile.Consent.ASKED));
    assertThat(read().expert(PAL)).isEmpty();
    Profile asked = store.read(books -> books.profiles().find(Profile.idOf(PAL))).orElseThrow();
    save(asked.with(pal(Profile.Consent.YES).proposal()));

    Expert pal = read().expert(PAL).orElseThrow();

    assertThat(pal.name()).isEqualTo("Pål");
    assertThat(pal.topics()).containsExactly(HEAT);
    assertThat(read().colleague(PAL, "").id()).isEqualTo("slack:UPAL");
  }

  @Test
  void whatSomebodySaidHoldsWhenTheyComeIntoTheRuleBook() {
    save(
        new Profile(
            Profile.idOf(new Handle("slack", "UANA")),
            new Profile.Person(new Handle("slack", "UANA"), "Ana"),
            Profile.Proposal.agreed(NOW),
            Choices.NONE.cap(new Cap(1, 1)),
            Profile.Seen.NOTHING,
            0));

    assertThat(read().experts()).extracting(e -> e.id().id()).containsExactly("ana", "ben");
    assertThat(read().experts().getFirst().cap()).isEqualTo(new Cap(1, 1));
  }

  @Test
  void whatATransactionReadThatIsNotKeptIsNotShown() {
    Profile changed = Profile.of(new ExpertId("ana"), NOW).with(Choices.NONE.cap(new Cap(5, 9)));
    try {
      store.write(books -> {
        books.profiles().save(changed);
        assertThat(people.now(books, base).book().experts().getFirst().cap().day()).isEqualTo(5);
        throw new IllegalStateException("broken off");
      });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("broken off");
    }
    assertThat(read().experts().getFirst().cap()).isEqualTo(Cap.DEFAULT);

    save(Profile.of(new ExpertId("ana"), NOW).with(Choices.NONE.cap(new Cap(7, 9))));
    assertThat(read().experts().getFirst().cap().day()).isEqualTo(7);
  }

  @Test
  void newBookHasThePeopleAsTheyChose() {
    save(Profile.of(new ExpertId("ana"), NOW).with(Choices.NONE.cap(new Cap(5, 9))));
    assertThat(read().experts()).hasSize(2);
    RuleBook next = book("ana");

    People.Present present = store.read(books -> people.now(books, next));

    assertThat(present.book().experts())
        .singleElement()
        .extracting(Expert::cap)
        .isEqualTo(new Cap(5, 9));
  }
}
