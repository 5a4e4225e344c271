package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.grenselos.app.config.YamlRuleTexts;
import no.grenselos.config.Node;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.revise.Edit;
import no.grenselos.revise.RouteCase;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.route.Explanation;
import no.grenselos.store.MentionLog;
import no.grenselos.trial.CaseMaker;
import no.grenselos.trial.Mismatch;
import no.grenselos.trial.Outcome;
import no.grenselos.trial.Suite;
import no.grenselos.work.Rules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuiteTest {
  private static final Instant BEFORE_THE_CUP_ENDS = Instant.parse("2026-11-23T11:00:00Z");

  private final Rules rules = Trials.rules();
  private final RuleTexts texts = new YamlRuleTexts(Trials.KNOWN, List.of());

  @AfterEach
  void close() {
    rules.router().close();
  }

  @Test
  void eachCaseHoldsOrSaysWhatDiffers() {
    assertThat(
            run(
                """
                cases:
                  - {name: asks, post: "hva koster varme", expect: {expert: ana, why: heat}}
                  - {post: "hva koster varme", expect: {not-expert: [ana], why: troll}}
                  - {post: "hva koster varme", author: "@troll", expect: {drop: true, why: known}}
                  - {post: "hva koster varme", expect: {not-expert: ben, silent: true}}
                """))
        .containsExactly(
            "asks: []",
            "config/routes-test.yml:3: [ana may be asked, why is heat, without \"troll\"]",
            "config/routes-test.yml:4: []",
            "config/routes-test.yml:5: [it is not left alone]");
  }

  @Test
  void aMomentDecidesWhetherASilenceHolds() {
    assertThat(
            run(
                """
                cases:
                  - {name: before, post: "cup og varme", at: "2026-12-31T23:59", expect: {silent: true}}
                  - {name: after, post: "cup, hva koster varme", at: "2027-01-01", expect: {lane: expert}}
                """))
        .containsExactly("before: []", "after: []");
  }

  @Test
  void aKeptPostHoldsNoMoreOfAPersonThanItsRuleAsksFor() {
    String text =
        "@fjordbygg @ola.nordmann hva koster varme? https://kari.example/me " + "og ".repeat(200);
    Node.Mapping kept = kept("kari", text);

    assertThat(text(kept, "post")).startsWith("hva koster varme? og").hasSizeLessThan(281);
    assertThat(kept.entries()).containsOnlyKeys("post", "network", "expect");
    assertThat(run(file(kept))).allMatch(line -> line.endsWith(": []"));
  }

  @Test
  void aLongPostIsKeptWholeWhereItsBeginningIsNotEnough() {
    Node.Mapping kept = kept("kari", "fin dag ".repeat(60) + "hva koster varme?");

    assertThat(text(kept, "post")).endsWith("hva koster varme?");
    assertThat(run(file(kept))).allMatch(line -> line.endsWith(": []"));
  }

  @Test
  void theAuthorIsKeptWhereARuleNamesThem() {
    Node.Mapping kept = kept("troll", "Bitcoin!");

    assertThat(text(kept, "author")).isEqualTo("@troll");
    assertThat(kept.entries().get("expect"))
        .isEqualTo(new Node.Mapping(Map.of("drop", new Node.Scalar("true", 0)), 0));
    assertThat(run(file(kept))).allMatch(line -> line.endsWith(": []"));
  }

  @Test
  void whatASilenceHeldIsKeptWithItsMoment() {
    Node.Mapping kept = kept("kari", "cup i helga");

    assertThat(text(kept, "at")).isEqualTo("2026-11-23T11:00:00Z");
    assertThat(run(file(kept))).allMatch(line -> line.endsWith(": []"));
  }

  private Node.Mapping kept(String author, String text) {
    Mention mention =
        new Mention(
            new MentionId(new Network("x"), "1"),
            "",
            "1",
            URI.create("https://x.example/1"),
            new Author(author, "Kari", null, 7),
            text,
            MentionKind.POST,
            "",
            null,
            null,
            new ReplyWay.ByHand(URI.create("https://x.example/1"), "test"),
            BEFORE_THE_CUP_ENDS);
    var reading = rules.reader().look(mention);
    Explanation explained = rules.router().explain(mention, reading, BEFORE_THE_CUP_ENDS);
    MentionLog.Logged logged =
        new MentionLog.Logged(mention, reading, explained.decision(), BEFORE_THE_CUP_ENDS, false);
    return new CaseMaker(rules, Trials.NOON).of(logged, CaseMaker.decided(explained.decision()));
  }

  private String file(Node.Mapping kept) {
    Edit put = new Edit.Put(Section.CASES, "", 0, kept);
    return texts.edited(Trials.FILES, put).get("routes-test.yml");
  }

  private List<String> run(String file) {
    Map<String, String> files = new TreeMap<>(Trials.FILES);
    files.put("routes-test.yml", file);
    List<RouteCase> cases = texts.cases(files);
    assertThat(cases).isNotEmpty();
    return Suite.run(rules, Trials.NOON, cases).stream().map(SuiteTest::line).toList();
  }

  private static String line(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Holds(var tried, var result) -> tried.shown() + ": []";
      case Outcome.Differs(var tried, var mismatches, var result) ->
          tried.shown() + ": " + mismatches.stream().map(Mismatch::toString).toList();
    };
  }

  private static String text(Node.Mapping entry, String key) {
    return ((Node.Scalar) entry.entries().get(key)).text();
  }
}
