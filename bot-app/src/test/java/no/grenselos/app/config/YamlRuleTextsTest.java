package no.grenselos.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.revise.Checked;
import no.grenselos.revise.Difference;
import no.grenselos.revise.Edit;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.Test;

class YamlRuleTextsTest {
  private static final String ROUTES =
      """
      # Read top to bottom.
      routes:
        # the worst first
        - name: danger
          when: text:gnister   # sparks
          lane: care
          answer-within: 15m   # somebody may get hurt
          # fact: Is it ours?

        - {name: heat, topic: heat, lane: expert}

        # for later
        # (two lines)
        - name: last
          topic: heat
          lane: expert

      # Name who decided.
      silences:
        - when: text:"cup"
          until: "2027-01-01"
          why: We sponsor it
          by: Ragnhild
      """;

  private final RuleTexts texts = new YamlRuleTexts(Samples.KNOWN, List.of());

  @Test
  void anEntryIsChangedKeyByKeyAndItsCommentsStay() {
    Node.Mapping danger =
        entry(
            "name",
            "danger",
            "when",
            "text:(gnister OR \"lukter svidd\")",
            "lane",
            "care",
            "answer-within",
            "10m",
            "channel",
            "#kundeservice");

    String changed = routes(new Edit.Put(Section.ROUTES, "danger", 0, danger));

    assertThat(changed)
        .isEqualTo(
            ROUTES
                .replace("text:gnister ", "'text:(gnister OR \"lukter svidd\")' ")
                .replace("15m", "10m")
                .replace("get hurt\n", "get hurt\n    channel: \"#kundeservice\"\n"));
  }

  @Test
  void whatIsNoLongerSaidGoesAlone() {
    String changed =
        routes(
            new Edit.Put(
                Section.ROUTES,
                "danger",
                0,
                entry("name", "danger", "when", "text:gnister", "lane", "care")));

    assertThat(changed)
        .isEqualTo(ROUTES.replace("    answer-within: 15m   # somebody may get hurt\n", ""));
  }

  @Test
  void anEntryInBracesStaysInBraces() {
    String changed =
        routes(
            new Edit.Put(
                Section.ROUTES,
                "heat",
                0,
                entry("name", "heat pumps", "lane", "both", "go-on", "true")));

    assertThat(changed)
        .isEqualTo(
            ROUTES.replace(
                "{name: heat, topic: heat, lane: expert}",
                "{name: heat pumps, lane: both, go-on: true}"));
  }

  @Test
  void aNewEntryStandsInItsPlaceWithTheUsualEmptyLine() {
    Node.Mapping entry = entry("name", "press", "when", "intent:news", "lane", "care");

    String changed = routes(new Edit.Put(Section.ROUTES, "", 1, entry));

    String before = "    # fact: Is it ours?\n";
    String added = "\n  - name: press\n    when: \"intent:news\"\n    lane: care\n";
    assertThat(changed).isEqualTo(ROUTES.replace(before, before + added));
  }

  @Test
  void aNewEntryMayBeTheFirstOrTheLast() {
    Node.Mapping entry = entry("name", "new", "topic", "heat", "lane", "expert");

    assertThat(names(edited(new Edit.Put(Section.ROUTES, "", 0, entry))))
        .containsExactly("new", "danger", "heat", "last");
    assertThat(names(edited(new Edit.Put(Section.ROUTES, "", 99, entry))))
        .containsExactly("danger", "heat", "last", "new");
    assertThat(routes(new Edit.Put(Section.ROUTES, "", 99, entry)))
        .contains(
            "    lane: expert\n\n  - name: new\n    topic: heat\n    lane: expert\n\n# Name who");
  }

  @Test
  void aMovedEntryTakesItsCommentsAlong() {
    assertThat(routes(new Edit.Move(Section.ROUTES, "last", 0)))
        .isEqualTo(
            """
            # Read top to bottom.
            routes:
              # for later
              # (two lines)
              - name: last
                topic: heat
                lane: expert

              # the worst first
              - name: danger
                when: text:gnister   # sparks
                lane: care
                answer-within: 15m   # somebody may get hurt
                # fact: Is it ours?

              - {name: heat, topic: heat, lane: expert}
            """
                + ROUTES.substring(ROUTES.indexOf("\n# Name who")));
  }

  @Test
  void aRemovedEntryTakesItsCommentsAlong() {
    String last =
        "\n  # for later\n  # (two lines)\n  - name: last\n    topic: heat\n    lane: expert\n";

    assertThat(ROUTES).contains(last);
    assertThat(routes(new Edit.Remove(Section.ROUTES, "last"))).isEqualTo(ROUTES.replace(last, ""));
  }

  @Test
  void theLastSilenceLeavesAnEmptyListThatCanBeFilledAgain() {
    Map<String, String> none = edited(new Edit.Remove(Section.SILENCES, "0"));
    assertThat(none.get("routes.yml")).endsWith("# Name who decided.\nsilences: []\n");

    Node.Mapping again = entry("when", "text:cup", "until", "2027-01-01", "why", "x", "by", "Bo");
    Map<String, String> one = texts.edited(none, new Edit.Put(Section.SILENCES, "", 0, again));

    assertThat(one.get("routes.yml"))
        .endsWith(
            "silences:\n  - when: \"text:cup\"\n    until: 2027-01-01\n    why: x\n    by: Bo\n");
  }

  @Test
  void aListThatIsNotThereIsBegun() {
    Map<String, String> files = new TreeMap<>(files());
    files.put("routes.yml", "routes: [{name: a, topic: heat, lane: expert}]");
    Node.Mapping silence = entry("when", "text:cup", "until", "2027-01-01", "why", "x", "by", "Bo");

    Map<String, String> changed =
        texts.edited(files, new Edit.Put(Section.SILENCES, "", 0, silence));
    changed = texts.edited(changed, new Edit.Put(Section.CASES, "", 0, entry("post", "Hei")));

    assertThat(changed.get("routes.yml"))
        .startsWith("routes: [{name: a, topic: heat, lane: expert}]\n\nsilences:\n  - when: ");
    assertThat(changed.get("routes-test.yml")).isEqualTo("cases:\n  - post: Hei\n");
  }

  @Test
  void aListInBracketsStaysInBrackets() {
    Map<String, String> files = Map.of("routes.yml", "routes: [{name: a}, {name: b}] # all\n");
    Edit third = new Edit.Put(Section.ROUTES, "", 9, entry("name", "c, d"));

    Map<String, String> changed = texts.edited(files, third);
    assertThat(changed.get("routes.yml"))
        .isEqualTo("routes: [{name: a}, {name: b}, {name: \"c, d\"}] # all\n");

    changed = texts.edited(changed, new Edit.Move(Section.ROUTES, "c, d", 0));
    changed = texts.edited(changed, new Edit.Remove(Section.ROUTES, "b"));
    assertThat(changed.get("routes.yml"))
        .isEqualTo("routes: [{name: \"c, d\"}, {name: a}] # all\n");
  }

  @Test
  void linesEndAsTheyDoInTheFile() {
    Map<String, String> files = Map.of("routes.yml", "routes:\r\n- name: a\r\n  lane: care");

    Map<String, String> changed =
        texts.edited(
            files, new Edit.Put(Section.ROUTES, "", 1, entry("name", "b", "lane", "care")));

    assertThat(changed.get("routes.yml"))
        .isEqualTo("routes:\r\n- name: a\r\n  lane: care\r\n- name: b\r\n  lane: care\r\n");
  }

  @Test
  void aTopicIsAFileOfItsOwnWhateverItsIdClaims() {
    Node.Mapping solar = entry("id", "solar", "keywords", "sol");
    Node.Mapping evil = entry("id", "../../etc/passwd", "keywords", "x");
    Map<String, String> before = files();

    assertThat(texts.edited(before, new Edit.Put(Section.TOPICS, "", 0, solar)))
        .containsEntry("topics/solar.yml", "id: solar\nkeywords: sol\n")
        .hasSize(before.size() + 1);
    Map<String, String> refused = texts.edited(before, new Edit.Put(Section.TOPICS, "", 0, evil));
    assertThat(refused.keySet()).contains("topics/new.yml").hasSize(before.size() + 1);
    assertThat(problems(refused))
        .anyMatch(text -> text.contains("topics/new.yml:1 id: \"../../etc/passwd\" must be"));
    assertThat(texts.edited(before, new Edit.Put(Section.TOPICS, "", 0, entry("id", "heat"))))
        .containsKeys("topics/heat.yml", "topics/heat-2.yml");
  }

  @Test
  void aTopicIsChangedKeyByKeyAndRemovedWithItsFile() {
    String heat = "# hot\nid: heat\nname:\n  en: Heat   # plain\nkeywords: [varme]\n";
    Map<String, String> files = Map.of("topics/heat.yml", heat);
    Node.Mapping more = texts.entries(files, Section.TOPICS).getFirst();
    Map<String, Node> entries = new LinkedHashMap<>(more.entries());
    entries.put(
        "keywords",
        new Node.Sequence(List.of(new Node.Scalar("varme", 0), new Node.Scalar("ovn", 0)), 0));

    Map<String, String> changed =
        texts.edited(files, new Edit.Put(Section.TOPICS, "heat", 0, new Node.Mapping(entries, 0)));

    assertThat(changed.get("topics/heat.yml")).isEqualTo(heat.replace("[varme]", "[varme, ovn]"));
    assertThat(texts.edited(changed, new Edit.Remove(Section.TOPICS, "heat"))).isEmpty();
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    assertThatThrownBy(() -> edited(new Edit.Remove(Section.ROUTES, "nothing")))
        .isInstanceOf(RuleTexts.UnknownEntry.class);
    assertThatThrownBy(() -> edited(new Edit.Move(Section.SILENCES, "1", 0)))
        .isInstanceOf(RuleTexts.UnknownEntry.class);
    assertThatThrownBy(() -> edited(new Edit.Remove(Section.TOPICS, "nothing")))
        .isInstanceOf(RuleTexts.UnknownEntry.class);
  }

  @Test
  void allThatIsWrongIsSaidAtOnceAndWarningsAreAdded() {
    RuleTexts advising =
        new YamlRuleTexts(
            Samples.KNOWN, List.of(book -> List.of(new ConfigProblem("x", 1, "", "looks odd"))));
    Map<String, String> files = new TreeMap<>(files());

    Checked fine = advising.check(source(files));
    files.put("routes.yml", "routes:\n  - {name: a, wehn: b}\n");
    files.put("routes-test.yml", "cases:\n  - {pots: Hei}\n");
    Checked broken = advising.check(source(files));

    assertThat(fine.book()).isPresent();
    assertThat(fine.warnings()).extracting(ConfigProblem::text).contains("looks odd");
    assertThat(broken.book()).isEmpty();
    assertThat(broken.problems())
        .extracting(ConfigProblem::path)
        .contains("routes[0].wehn", "cases[0].pots", "cases[0].post");
  }

  @Test
  void differencesAreToldWithTheLinesAround() {
    Map<String, String> after = edited(new Edit.Remove(Section.ROUTES, "heat"));

    List<Difference> found = texts.differences(files(), after);

    assertThat(texts.differences(files(), files())).isEmpty();
    assertThat(found).extracting(Difference::file).containsOnly("routes.yml");
    assertThat(found)
        .filteredOn(one -> one.kind() == Difference.Kind.REMOVED)
        .extracting(Difference::text)
        .containsExactlyInAnyOrder("", "  - {name: heat, topic: heat, lane: expert}");
    assertThat(found).hasSize(8);
  }

  @Test
  void changesOfDifferentEntriesGoTogether() {
    Map<String, String> mine =
        edited(
            new Edit.Put(
                Section.ROUTES, "heat", 0, entry("name", "heat", "topic", "heat", "lane", "both")));
    Map<String, String> theirs =
        edited(
            new Edit.Put(
                Section.ROUTES, "", 9, entry("name", "new", "topic", "heat", "lane", "care")));

    Map<String, String> merged = texts.merged(files(), mine, theirs).orElseThrow();

    assertThat(names(merged)).containsExactly("danger", "heat", "last", "new");
    assertThat(merged.get("routes.yml")).contains("{name: heat, topic: heat, lane: both}");
  }

  @Test
  void twoNewEntriesInOnePlaceAreBothKeptTheFirstToSaveFirst() {
    Map<String, String> mine = edited(new Edit.Put(Section.ROUTES, "", 9, entry("name", "mine")));
    Map<String, String> theirs =
        edited(new Edit.Put(Section.ROUTES, "", 9, entry("name", "theirs")));

    assertThat(names(texts.merged(files(), mine, theirs).orElseThrow()))
        .containsExactly("danger", "heat", "last", "theirs", "mine");
  }

  @Test
  void changesOfOneEntryDoNotGoTogether() {
    Map<String, String> lane =
        edited(
            new Edit.Put(
                Section.ROUTES,
                "danger",
                0,
                entry("name", "danger", "when", "text:gnister", "lane", "both")));
    Map<String, String> more =
        edited(
            new Edit.Put(
                Section.ROUTES,
                "last",
                0,
                entry("name", "last", "topic", "heat", "lane", "expert", "goal", "sell")));
    Map<String, String> gone = edited(new Edit.Remove(Section.ROUTES, "danger"));
    Map<String, String> lastGone = edited(new Edit.Remove(Section.ROUTES, "last"));

    assertThat(texts.merged(files(), lane, gone)).isEmpty();
    assertThat(texts.merged(files(), gone, lane)).isEmpty();
    assertThat(texts.merged(files(), more, lastGone)).isEmpty();
    assertThat(texts.merged(files(), lastGone, more)).isEmpty();
  }

  private Map<String, String> edited(Edit edit) {
    return texts.edited(files(), edit);
  }

  private String routes(Edit edit) {
    return edited(edit).get("routes.yml");
  }

  private List<String> names(Map<String, String> files) {
    return texts.entries(files, Section.ROUTES).stream()
        .map(entry -> ((Node.Scalar) entry.entries().get("name")).text())
        .toList();
  }

  private List<String> problems(Map<String, String> files) {
    return texts.check(source(files)).problems().stream().map(ConfigProblem::toString).toList();
  }

  private static Source source(Map<String, String> files) {
    return new Source(7, Instant.EPOCH, "ana", "", files);
  }

  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>(Samples.base().ruleBook());
    files.put("routes.yml", ROUTES);
    return files;
  }

  private static Node.Mapping entry(String... keysAndValues) {
    Map<String, Node> entries = new LinkedHashMap<>();
    List<String> all = new ArrayList<>(List.of(keysAndValues));
    for (int i = 0; i < all.size(); i += 2) {
      entries.put(all.get(i), new Node.Scalar(all.get(i + 1), 0));
    }
    return new Node.Mapping(entries, 0);
  }
}
