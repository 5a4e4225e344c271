package no.grenselos.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.revise.Difference;
import no.grenselos.revise.Draft;
import no.grenselos.revise.Edit;
import no.grenselos.revise.Prepared;
import no.grenselos.revise.Revised;
import no.grenselos.revise.Revising;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.store.AuditLog;
import no.grenselos.store.MemoryStore;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.Store;
import no.grenselos.store.StoreProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final RuleTexts texts = new YamlRuleTexts(Samples.KNOWN, List.of());
  private final Revising revising = new Revising(texts);
  private final Store store = new MemoryStore();

  @BeforeEach
  void first() {
    begin(store);
  }

  @Test
  void aDraftBecomesTheNextRevisionAndTheAuditSaysWhy() {
    Revised saved = save(changed("heat", "both"), 1);

    assertThat(saved)
        .isInstanceOfSatisfying(
            Revised.Saved.class, one -> assertThat(one.source().revision()).isEqualTo(2));
    List<AuditLog.Entry> audit = store.read(books -> books.audit().latest(1));
    assertThat(audit)
        .extracting(AuditLog.Entry::what, AuditLog.Entry::who, AuditLog.Entry::detail)
        .containsExactly(tuple("rules.revised", "ana", "revision 2: because"));
  }

  @Test
  void whoChangesDifferentEntriesBothGetTheirWay() {
    Map<String, String> mine = changed("heat", "both");
    Map<String, String> theirs = changed("complaints", "both");
    save(theirs, 1);

    save(mine, 1);

    assertThat(lanes(newest())).containsExactly("both", "both");
    assertThat(newest().revision()).isEqualTo(3);
  }

  @Test
  void whoChangesTheSameEntrySecondIsShownWhatTheFirstDid() {
    Map<String, String> mine = changed("heat", "both");
    save(changed("heat", "care"), 1);

    Revised second = save(mine, 1);

    assertThat(second)
        .isInstanceOfSatisfying(
            Revised.Overtaken.class,
            one -> {
              assertThat(one.newest().revision()).isEqualTo(2);
              assertThat(added(one.theirs())).containsExactly("    lane: care");
              assertThat(added(one.mine())).containsExactly("    lane: both");
            });
    assertThat(newest().revision()).isEqualTo(2);
  }

  @Test
  void aBrokenDraftIsRefusedWholeWithAllProblems() {
    Map<String, String> broken = new LinkedHashMap<>(newest().files());
    broken.put("routes.yml", "routes:\n  - {name: a, lane: cares}\n  - {name: a, topic: haet}\n");

    assertThat(save(broken, 1))
        .isInstanceOfSatisfying(
            Revised.Broken.class,
            one ->
                assertThat(one.problems())
                    .extracting(ConfigProblem::path)
                    .contains("routes[0].lane", "routes[1].name", "routes[1].topic"));
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void whatSaysTheSameMakesNoRevision() {
    assertThat(save(newest().files(), 1)).isEqualTo(new Revised.Same(1));
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void anEarlierRevisionComesBackAsANewOne() {
    Map<String, String> before = newest().files();
    save(changed("heat", "both"), 1);

    Revised back = revising.revert(store, 1, new Draft(2, Map.of(), "bo", "too loud", NOW));

    assertThat(back).isInstanceOf(Revised.Saved.class);
    assertThat(newest().revision()).isEqualTo(3);
    assertThat(newest().files()).isEqualTo(before);
    assertThat(newest().by()).isEqualTo("bo");
  }

  @Test
  void whatWasPreparedIsNotKeptWhenSomebodyWasFaster() {
    Draft draft = new Draft(1, changed("heat", "both"), "ana", "", NOW);
    Prepared prepared = revising.prepare(store, draft);
    save(changed("complaints", "both"), 1);

    Revised late = store.write(books -> revising.commit(books, (Prepared.Ready) prepared));

    assertThat(late).isInstanceOf(Revised.Overtaken.class);
    assertThat(newest().revision()).isEqualTo(2);
    assertThat(revising.save(store, draft)).isInstanceOf(Revised.Saved.class);
    assertThat(lanes(newest())).containsExactly("both", "both");
  }

  @Test
  void eightWhoAddARouteAtOnceOnOneStoreAllGetTheirWay(@TempDir Path folder) throws Exception {
    Settings settings =
        new Settings(
            new Node.Mapping(
                Map.of("file", new Node.Scalar(folder.resolve("r.db").toString(), 1)), 1),
            "store.sqlite",
            new Problems("test"));
    try (Store sqlite = sqlite().open(settings, name -> Optional.empty());
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      begin(sqlite);
      List<Future<Revised>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Edit add = new Edit.Put(Section.ROUTES, "", 99, route("new " + i, "care"));
        Draft draft = new Draft(1, texts.edited(Samples.base().ruleBook(), add), "ana", "", NOW);
        all.add(threads.submit(() -> new Revising(texts).save(sqlite, draft)));
      }

      for (Future<Revised> one : all) assertThat(one.get()).isInstanceOf(Revised.Saved.class);
      Source newest = sqlite.read(books -> books.ruleBooks().latest()).orElseThrow();
      assertThat(newest.revision()).isEqualTo(9);
      assertThat(names(newest))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("heat", "complaints"),
                      IntStream.range(0, 8).mapToObj(i -> "new " + i))
                  .toList());
    }
  }

  private static StoreProvider sqlite() {
    return ServiceLoader.load(StoreProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(one -> one.engine().equals("sqlite"))
        .findFirst()
        .orElseThrow();
  }

  private static void begin(Store store) {
    Source first = RuleBookFiles.source(1, Samples.base(), "first start", NOW);
    assertThat(store.<Boolean>write(books -> books.ruleBooks().add(first))).isTrue();
  }

  private Revised save(Map<String, String> files, int base) {
    return revising.save(store, new Draft(base, files, "ana", "because", NOW));
  }

  private Map<String, String> changed(String route, String lane) {
    Node.Mapping entry =
        texts.entries(newest().files(), Section.ROUTES).stream()
            .filter(one -> text(one, "name").equals(route))
            .findFirst()
            .orElseThrow();
    Map<String, Node> keys = new LinkedHashMap<>(entry.entries());
    keys.put("lane", new Node.Scalar(lane, 0));
    return texts.edited(
        newest().files(), new Edit.Put(Section.ROUTES, route, 0, new Node.Mapping(keys, 0)));
  }

  private static Node.Mapping route(String name, String lane) {
    return new Node.Mapping(
        Map.of(
            "name", new Node.Scalar(name, 0),
            "topic", new Node.Scalar("heat", 0),
            "lane", new Node.Scalar(lane, 0)),
        0);
  }

  private Source newest() {
    return store.read(books -> books.ruleBooks().latest()).orElseThrow();
  }

  private List<String> lanes(Source source) {
    return texts.entries(source.files(), Section.ROUTES).stream()
        .map(one -> text(one, "lane"))
        .toList();
  }

  private List<String> names(Source source) {
    return texts.entries(source.files(), Section.ROUTES).stream()
        .map(one -> text(one, "name"))
        .toList();
  }

  private static String text(Node.Mapping entry, String key) {
    return ((Node.Scalar) entry.entries().get(key)).text();
  }

  private static List<String> added(List<Difference> differences) {
    return differences.stream()
        .filter(one -> one.kind() == Difference.Kind.ADDED)
        .map(Difference::text)
        .toList();
  }
}
