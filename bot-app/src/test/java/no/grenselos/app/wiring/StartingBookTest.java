package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Known;
import no.grenselos.app.config.YamlRuleTexts;
import no.grenselos.config.Finding;
import no.grenselos.revise.Draft;
import no.grenselos.revise.Revised;
import no.grenselos.revise.Revising;
import no.grenselos.revise.RuleTexts;
import no.grenselos.store.MemoryStore;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.Test;

class StartingBookTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
  private static final String ROUTES =
      """
      routes:
        - name: first
          when: text:en
          lane: care

        - name: second
          when: text:to
          lane: care

        - name: third
          when: text:tre
          lane: care
      """;
  private static final ConfigFiles FILES =
      new ConfigFiles(
          "config",
          Map.of(
              "grenselos.yml", "company: Fjordbygg\nfallback-channel: \"#press\"\n",
              "experts.yml",
                  """
                  experts:
                    - {id: ana, name: Ana, house: U01, topics: [heat]}
                  teams:
                    - {id: press, name: Press, channel: "#press"}
                  """,
              "topics/heat.yml", "id: heat\nname: {en: Heat}\nkeywords: [heat]\n",
              "routes.yml", ROUTES));

  private final MemoryStore store = new MemoryStore();
  private final RuleTexts texts =
      new YamlRuleTexts(new Known(Set.of(), Set.of("house"), Set.of(), Set.of()), List.of());

  @Test
  void theFilesAreTheFirstRevision() {
    StartingBook begun = start(FILES);

    assertThat(begun.source().revision()).isEqualTo(1);
    assertThat(begun.source().by()).isEqualTo("config/");
    assertThat(start(FILES).added()).isEmpty();
    assertThat(audit()).containsExactly("revision 1: first start");
  }

  @Test
  void changedFilesAreTheNextRevisionWhereNobodyElseMadeOne() {
    start(FILES);

    StartingBook begun = start(routes("text:to", "text:toget"));

    assertThat(begun.source().revision()).isEqualTo(2);
    assertThat(begun.source().why()).isEqualTo("files changed");
    assertThat(begun.source().files().get("routes.yml")).contains("toget");
  }

  @Test
  void unchangedFilesUndoNothing() {
    start(FILES);
    save("text:en", "text:ene", 1);
    save("text:tre", "text:trei", 2);

    StartingBook begun = start(FILES);

    assertThat(begun.added()).isEmpty();
    assertThat(begun.finding()).isEmpty();
    assertThat(begun.source().revision()).isEqualTo(3);
  }

  @Test
  void whatTheFilesAndOthersChangedGoesTogether() {
    start(FILES);
    save("text:en", "text:ene", 1);
    ConfigFiles changed = routes("text:tre", "text:trei");

    StartingBook begun = start(changed);

    assertThat(begun.finding()).isEmpty();
    assertThat(begun.source().revision()).isEqualTo(4);
    assertThat(begun.source().files().get("routes.yml")).contains("text:ene", "text:trei");
    assertThat(audit())
        .startsWith(
            "revision 4: files changed, together with revision 2", "revision 3: files changed");
    assertThat(start(changed).added()).as("the next start").isEmpty();
    assertThat(newest().revision()).isEqualTo(4);
  }

  @Test
  void whenBothChangedTheSameTheStoresNewestStaysAndTheAdminIsTold() {
    start(FILES);
    save("text:en", "text:ene", 1);

    StartingBook begun = start(routes("text:en", "text:einer"));

    assertThat(begun.added()).isEmpty();
    assertThat(begun.source().revision()).isEqualTo(2);
    assertThat(begun.finding().map(Finding::text).orElseThrow())
        .contains("by ana in revision 2", "grenselos rules pull", "grenselos rules push");
    assertThat(newest().revision()).isEqualTo(2);
  }

  @Test
  void filesThatWerePushedAreNoChange() {
    start(FILES);
    ConfigFiles pushed = routes("text:en", "text:ene");
    save("text:en", "text:ene", 1);
    save("text:ene", "text:enda", 2);

    StartingBook begun = start(pushed);

    assertThat(begun.added()).isEmpty();
    assertThat(begun.source().revision()).isEqualTo(3);
  }

  @Test
  void filesThatArePutBackAreAChange() {
    start(FILES);
    start(routes("text:en", "text:ene"));

    StartingBook begun = start(FILES);

    assertThat(begun.source().revision()).isEqualTo(3);
    assertThat(begun.source().files()).isEqualTo(FILES.ruleBook());
  }

  @Test
  void filesThatWerePulledAndChangedAreComparedWithWhatWasPulled() {
    start(FILES);
    save("text:en", "text:ene", 1);
    ConfigFiles pulled =
        new ConfigFiles("config", newest().files()).with(ConfigFiles.PULLED, "2\n");
    save("text:tre", "text:trei", 2);
    String mine = pulled.texts().get("routes.yml").replace("text:ene", "text:enda");

    StartingBook begun = start(pulled.with("routes.yml", mine));

    assertThat(begun.finding()).isEmpty();
    assertThat(begun.source().files().get("routes.yml")).contains("text:enda", "text:trei");
  }

  @Test
  void whatIsOnlyPlannedIsNotKept() {
    StartingBook planned = StartingBook.planned(store, FILES, texts, NOW);

    assertThat(planned.source().revision()).isEqualTo(1);
    assertThat(store.<Integer>read(books -> books.ruleBooks().newest())).isZero();
  }

  private StartingBook start(ConfigFiles files) {
    return StartingBook.taken(store, files, texts, NOW);
  }

  private void save(String before, String after, int base) {
    Map<String, String> files = new TreeMap<>(newest().files());
    files.compute("routes.yml", (name, text) -> text.replace(before + "\n", after + "\n"));
    Revised revised =
        new Revising(texts).save(store, new Draft(base, files, "ana", "", NOW.instant()));
    assertThat(revised).isInstanceOf(Revised.Saved.class);
  }

  private Source newest() {
    return store.read(books -> books.ruleBooks().latest()).orElseThrow();
  }

  private List<String> audit() {
    return store.read(books -> books.audit().latest(9)).stream()
        .map(entry -> entry.detail())
        .toList();
  }

  private static ConfigFiles routes(String before, String after) {
    return FILES.with("routes.yml", ROUTES.replace(before + "\n", after + "\n"));
  }
}
