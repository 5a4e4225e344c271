package no.grenselos.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.app.config.Known;
import no.grenselos.app.config.YamlRuleTexts;
import no.grenselos.config.ConfigProblem;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.people.Directory;
import no.grenselos.people.PeopleImport;
import no.grenselos.people.Plan;
import no.grenselos.reading.TopicId;
import no.grenselos.revise.RuleTexts;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.io.TempDir;

/** A small rule book, and what lists of people make of it. */
abstract class ListOfPeople {
  static final Set<String> HOUSES = Set.of("slack", "teams");
  static final RuleTexts TEXTS =
      new YamlRuleTexts(
          new Known(Set.of("sqlite"), HOUSES, Set.of("rss"), Set.of("bge-small")), List.of());
  static final TopicId HEAT = new TopicId("heat");
  static final TopicId SOLAR = new TopicId("solar");

  @TempDir Path folder;

  static Source book() {
    return new Source(
        3,
        Instant.EPOCH,
        "dina",
        "",
        Map.of(
            "grenselos.yml",
            "company: Fjord\nfallback-channel: \"#care\"\nchats: {slack: {mode: http}}\n",
            "experts.yml",
            """
            experts:
              - id: ana   # knows it all
                name: Ana Berg
                slack: U01
                topics: [heat]
                cap: {day: 1, week: 3}
              - {id: ben, name: Ben Lie, slack: U02, email: ben@fjord.example, topics: [solar], invite: [heat]}
            teams:
              - id: care
                name: Care
                channel: "#care"
                members:
                  - {name: Lene Moe, slack: U21}
            """,
            "topics/heat.yml",
            "id: heat\nname: {en: Heat}\nphrases: [heat pump]\n",
            "topics/solar.yml",
            "id: solar\nname: {en: Solar}\nphrases: [solar panel]\n",
            "routes.yml",
            "routes:\n  - {name: heat, topic: heat, lane: expert}\n"));
  }

  ListFile.Read read(String name, String text) {
    return read(name, text, StandardCharsets.UTF_8);
  }

  ListFile.Read read(String name, String text, Charset charset) {
    try {
      Path file = Files.write(folder.resolve(name), text.getBytes(charset));
      return ListFile.of(file, name, HOUSES);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Plan plan(String name, String text) {
    return new PeopleImport(TEXTS, HOUSES).plan(book(), read(name, text).sheet(), Directory.EMPTY);
  }

  Plan.Ready ready(String text) {
    Plan plan = plan("people.csv", text);
    assertThat(plan).as(plan.toString()).isInstanceOf(Plan.Ready.class);
    return (Plan.Ready) plan;
  }

  List<String> mistakes(String text) {
    Plan plan = plan("people.csv", text);
    assertThat(plan).as(plan.toString()).isInstanceOf(Plan.Mistaken.class);
    return ((Plan.Mistaken) plan).problems().stream().map(ConfigProblem::toString).toList();
  }

  static RuleBook after(Plan.Ready ready) {
    return TEXTS
        .check(new Source(ready.base() + 1, Instant.EPOCH, "", "", ready.files()))
        .book()
        .orElseThrow();
  }

  static Expert expert(Plan.Ready ready, String id) {
    return after(ready).expert(new ExpertId(id)).orElseThrow();
  }
}
