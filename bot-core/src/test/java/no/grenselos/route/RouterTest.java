package no.grenselos.route;

import static no.grenselos.mention.SamplePost.saying;
import static no.grenselos.route.BookOfRules.NOW;
import static no.grenselos.route.BookOfRules.care;
import static no.grenselos.route.BookOfRules.drop;
import static no.grenselos.route.BookOfRules.expert;
import static no.grenselos.route.BookOfRules.goOn;
import static no.grenselos.route.BookOfRules.in;
import static no.grenselos.route.BookOfRules.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import no.grenselos.config.ConfigException;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.SamplePost;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Reading;
import no.grenselos.reading.TopicId;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final Reading CHATTER = reading("nb", Intent.OTHER);
  private static final Reading HEAT = reading("nb", Intent.QUESTION, "heat-pumps");
  private static final Reading ANGRY_HEAT = reading("nb", Intent.COMPLAINT, "heat-pumps");

  @Test
  void withoutRoutesNobodyIsDisturbed() {
    Decision decision = decide(new BookOfRules(), saying("Varmepumpa bråker"), HEAT);

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Drop.class,
            drop -> {
              assertThat(drop.reason()).isEqualTo("no rule asks for it");
              assertThat(drop.because().routes()).isEmpty();
              assertThat(drop.because().revision()).isEqualTo(7);
            });
  }

  @Test
  void ourOwnPostsAreDroppedBeforeAnythingElse() {
    BookOfRules rules = new BookOfRules().silence("*:*", NOW.plusSeconds(60));

    Decision decision = decide(rules, saying("Varmepumpe").by("Lyngheia", 9), HEAT);

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Drop.class, d -> assertThat(d.reason()).isEqualTo("our own account"));
  }

  @Test
  void theFirstRouteThatMatchesDecides() {
    BookOfRules rules =
        new BookOfRules()
            .route(care("snow", "text:snø"))
            .route(care("cold", "text:kaldt"))
            .route(expert("heat", null, "heat-pumps"));

    assertThat(decide(rules, saying("Så kaldt i dag"), HEAT).because().routes())
        .containsExactly("cold");
  }

  @Test
  void anExpertIsAskedWithTheRoutesTermsAndTheHousesWhereItHasNone() {
    Decision decision =
        decide(
            new BookOfRules().route(expert("heat", null, "heat-pumps")), saying("Varme på?"), HEAT);

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Ask.class,
            ask -> {
              assertThat(ask.topic()).isEqualTo(new TopicId("heat-pumps"));
              assertThat(ask.terms())
                  .isEqualTo(
                      new Terms(
                          "#kommunikasjon",
                          Goal.SELL,
                          Duration.ofHours(2),
                          Duration.ofMinutes(30)));
              assertThat(ask.because().evidence())
                  .containsExactly(new Evidence(0, 5, "Varme", "keyword"));
            });
  }

  @Test
  void careFirstAndAnExpertLaterIsBothAndTheFirstRoutesTermsWin() {
    BookOfRules rules =
        new BookOfRules()
            .route(goOn(care("complaints", "intent:complaint")))
            .route(expert("heat", null, "heat-pumps"));

    Decision decision = decide(rules, saying("Varme bad"), ANGRY_HEAT);

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Both.class,
            both -> {
              assertThat(both.topic()).isEqualTo(new TopicId("heat-pumps"));
              assertThat(both.terms().channel()).isEqualTo("#kundeservice");
              assertThat(both.terms().goal()).isEqualTo(Goal.SELL);
              assertThat(both.because().routes()).containsExactly("complaints", "heat");
            });
  }

  @Test
  void whatTheQueryFoundInTheReadingIsShownDownToTheWords() {
    BookOfRules rules =
        new BookOfRules().route(care("c", "intent:complaint AND topic:(heat-pumps OR solar)"));

    assertThat(decide(rules, saying("Varme bad"), ANGRY_HEAT).because().evidence())
        .containsExactlyInAnyOrder(
            new Evidence(0, 5, "Varme", "keyword"),
            new Evidence(6, 9, "bad", "intent:complaint"),
            new Evidence(-1, -1, "complaint", "intent"),
            new Evidence(-1, -1, "heat-pumps", "topic"));
  }

  @Test
  void aRouteMayAskForTheSeverity() {
    BookOfRules urgent = new BookOfRules().route(care("c", "intent:complaint AND severity:urgent"));
    BookOfRules normal =
        new BookOfRules().route(care("c", "intent:complaint AND severity:(normal OR high)"));

    assertThat(decide(urgent, saying("Fy"), ANGRY_HEAT)).isInstanceOf(Decision.Drop.class);
    assertThat(decide(normal, saying("Fy"), ANGRY_HEAT)).isInstanceOf(Decision.Queue.class);
  }

  @Test
  void goingOnWithoutASecondMatchKeepsTheFirstDecision() {
    BookOfRules rules =
        new BookOfRules()
            .route(goOn(care("complaints", "intent:complaint")))
            .route(expert("heat", null, "heat-pumps"));

    assertThat(decide(rules, saying("Fy"), reading("nb", Intent.COMPLAINT)))
        .isInstanceOf(Decision.Queue.class);
  }

  @Test
  void aRouteWithQueryAndTopicNeedsBoth() {
    BookOfRules rules = new BookOfRules().route(expert("heat", "text:støy", "heat-pumps"));

    assertThat(decide(rules, saying("Varmepumpe"), HEAT)).isInstanceOf(Decision.Drop.class);
    assertThat(decide(rules, saying("Støy"), CHATTER)).isInstanceOf(Decision.Drop.class);
    assertThat(decide(rules, saying("Støy"), HEAT)).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void anExpertRouteWithoutTopicTakesTheBestTopicOrPassesOn() {
    BookOfRules rules =
        new BookOfRules()
            .route(expert("any", "intent:question", null))
            .route(care("rest", "intent:question"));

    assertThat(decide(rules, saying("?"), reading("nb", Intent.QUESTION, "solar", "heat-pumps")))
        .isInstanceOfSatisfying(
            Decision.Ask.class, ask -> assertThat(ask.topic().id()).isEqualTo("solar"));
    assertThat(decide(rules, saying("?"), reading("nb", Intent.QUESTION)).because().routes())
        .containsExactly("rest");
  }

  @Test
  void bothWithoutATopicIsOnlyTheQueue() {
    BookOfRules rules = new BookOfRules().route(in(Lane.BOTH, care("all", "*:*")));

    assertThat(decide(rules, saying("Hei"), CHATTER)).isInstanceOf(Decision.Queue.class);
    assertThat(decide(rules, saying("Hei"), HEAT)).isInstanceOf(Decision.Both.class);
  }

  @Test
  void aDropEndsTheWalkAndSaysWhy() {
    BookOfRules rules =
        new BookOfRules()
            .route(drop("spam", "text:bitcoin"))
            .route(expert("heat", null, "heat-pumps"));

    assertThat(decide(rules, saying("Bitcoin og varmepumpe"), HEAT))
        .isInstanceOfSatisfying(
            Decision.Drop.class,
            d -> {
              assertThat(d.reason()).isEqualTo("not for us");
              assertThat(d.because().routes()).containsExactly("spam");
              assertThat(d.because().evidence())
                  .containsExactly(new Evidence(0, 7, "Bitcoin", "text"));
            });
  }

  @Test
  void aDropCannotTakeBackWhatIsDecidedButNobodyMoreIsAsked() {
    BookOfRules rules =
        new BookOfRules()
            .route(goOn(care("complaints", "intent:complaint")))
            .route(drop("legal", "text:søksmål"))
            .route(expert("heat", null, "heat-pumps"));

    Decision decision = decide(rules, saying("Det blir søksmål"), ANGRY_HEAT);

    assertThat(decision).isInstanceOf(Decision.Queue.class);
    assertThat(decision.because().routes()).containsExactly("complaints");
  }

  @Test
  void anActiveSilenceDropsWithItsReason() {
    BookOfRules rules =
        new BookOfRules().silence("text:cup", NOW.plusSeconds(60)).route(care("all", "*:*"));

    assertThat(decide(rules, saying("Lyngheia cup"), CHATTER))
        .isInstanceOfSatisfying(
            Decision.Drop.class,
            drop -> assertThat(drop.reason()).isEqualTo("silenced: a quiet week"));
  }

  @Test
  void aSilenceThatKeepsHoldsUntilTheLastOneEnds() {
    BookOfRules rules =
        new BookOfRules()
            .silence("text:lyngheia", NOW.plusSeconds(120))
            .keepingSilence("text:cup", NOW.plusSeconds(60))
            .keepingSilence("network:mastodon", NOW.plusSeconds(90))
            .route(care("all", "*:*"));

    assertThat(decide(rules, saying("Lyngheia cup"), CHATTER))
        .isInstanceOfSatisfying(
            Decision.Hold.class,
            hold -> {
              assertThat(hold.until()).isEqualTo(NOW.plusSeconds(90));
              assertThat(hold.reason()).isEqualTo("a busy hour");
            });
  }

  @Test
  void aSilenceThatIsOverHoldsNothing() {
    BookOfRules rules = new BookOfRules().silence("text:cup", NOW).route(care("all", "*:*"));

    assertThat(decide(rules, saying("Lyngheia cup"), CHATTER)).isInstanceOf(Decision.Queue.class);
  }

  @Test
  void atMostEightPiecesOfEvidenceAreKeptWithoutDoubles() {
    BookOfRules rules = new BookOfRules().route(care("many", "text:(a b c d e f g h i j)"));

    assertThat(
            decide(rules, saying("a, x b x c x d x e x f x g x h x i x j x a x b"), CHATTER)
                .because()
                .evidence())
        .hasSize(8)
        .doesNotHaveDuplicates();
  }

  @Test
  void theExplanationTellsOfEveryRoute() {
    BookOfRules rules =
        new BookOfRules()
            .silence("text:cup", NOW.plusSeconds(60))
            .route(care("snow", "text:snø"))
            .route(expert("solar", null, "solar"))
            .route(goOn(care("cold", "text:kaldt")))
            .route(expert("heat", null, "heat-pumps"))
            .route(care("rest", "*:*"));

    try (Router router = rules.router()) {
      Explanation explanation = router.explain(saying("Så kaldt").mention(), HEAT);

      assertThat(explanation.steps())
          .extracting(step -> step.name() + ": " + step.text())
          .containsExactly(
              "silence \"a quiet week\": does not match",
              "snow: does not match",
              "solar: the post is not about solar",
              "cold: matches: goes to care, goes on",
              "heat: matches: an expert is asked",
              "rest: not reached");
      assertThat(explanation.decision()).isInstanceOf(Decision.Both.class);
    }
  }

  @Test
  void aWordMatchesItsInflectedFormsInNorwegianAndEnglish() {
    assertThat(matches("text:varmepumpe", saying("Varmepumpa vår"), "nb")).isTrue();
    assertThat(matches("text:varmepumpe", saying("alle VARMEPUMPENE"), "nn")).isTrue();
    assertThat(matches("text:strøm", saying("Strømmen gikk"), "nb")).isTrue();
    assertThat(matches("text:bills", saying("One bill for me"), "en")).isTrue();
    assertThat(matches("text:søksmål", saying("det blir SØKSMÅL"), "und")).isTrue();
  }

  @Test
  void quotedWordsMatchAsTheyStandAndInOrder() {
    assertThat(matches("text:\"legal action\"", saying("Legal action it is"), "en")).isTrue();
    assertThat(matches("text:\"legal action\"", saying("legal actions"), "en")).isFalse();
    assertThat(matches("text:\"legal action\"", saying("action, legal"), "en")).isFalse();
    assertThat(matches("text:\"varmepumpe\"", saying("varmepumpa"), "nb")).isFalse();
  }

  @Test
  void groupsInTextAreAlternatives() {
    String when = "text:(\"legal action\" søksmål)";

    assertThat(matches(when, saying("søksmål"), "nb")).isTrue();
    assertThat(matches(when, saying("legal action"), "en")).isTrue();
    assertThat(matches(when, saying("legal"), "en")).isFalse();
    assertThat(matches("text:(søksmål advokat rett)", saying("Snakk med en advokat"), "nb"))
        .isTrue();
    assertThat(matches("søksmål advokat", saying("Snakk med en advokat"), "nb")).isTrue();
  }

  @Test
  void authorsAreFoundWithAndWithoutAtInAnyCase() {
    String when = "author:(@Troll OR bot2000)";

    assertThat(matches(when, saying("hei").by("troll", 1), "nb")).isTrue();
    assertThat(matches(when, saying("hei").by("BOT2000", 1), "nb")).isTrue();
    assertThat(matches(when, saying("hei").by("troll@other.example", 1), "nb")).isTrue();
    assertThat(matches(when, saying("hei").by("trolls", 1), "nb")).isFalse();
    assertThat(matches("author:bot*", saying("hei").by("bot77", 1), "nb")).isTrue();
    assertThat(matches("author:\"@troll@other.example\"", saying("hei").by("troll", 1), "nb"))
        .isFalse();
  }

  @Test
  void hashtagsAndNorwegianLettersAreWords() {
    assertThat(matches("text:#Ærlig", saying("helt #ærlig"), "nb")).isTrue();
    assertThat(matches("text:#StrømKrise", saying("#strømkrise"), "nb")).isTrue();
    assertThat(matches("text:krise", saying("#StrømKrise"), "nb")).isTrue();
    assertThat(matches("#æøå", saying("æøå"), "nb")).isTrue();
  }

  @Test
  void bothWrittenNorwegiansAreNo() {
    assertThat(matches("lang:no", saying("hei"), "nb")).isTrue();
    assertThat(matches("lang:no", saying("hei"), "nn")).isTrue();
    assertThat(matches("lang:no", saying("hei"), "no")).isTrue();
    assertThat(matches("lang:NN", saying("hei"), "nn")).isTrue();
    assertThat(matches("lang:no", saying("hei"), "da")).isFalse();
  }

  @Test
  void followersAreARange() {
    SamplePost known = saying("hei").by("kari", 1_000);

    assertThat(matches("followers:[1000 TO *]", known, "nb")).isTrue();
    assertThat(matches("followers:{1000 TO *]", known, "nb")).isFalse();
    assertThat(matches("followers:[* TO 999]", known, "nb")).isFalse();
    assertThat(matches("followers:1000", known, "nb")).isTrue();
    assertThat(decide(care("f", "followers:[10 TO *]"), known, "nb").because().evidence())
        .containsExactly(new Evidence(-1, -1, "1000", "followers"));
  }

  @Test
  void networkKindAndPrefixMatch() {
    SamplePost post = saying("Varmepumpestøy").on("x").as(MentionKind.REPLY);

    assertThat(matches("network:(X OR facebook) AND kind:reply", post, "nb")).isTrue();
    assertThat(matches("text:varmepumpe*", post, "nb")).isTrue();
    assertThat(matches("text:varme*støy", post, "nb")).isTrue();
    assertThat(matches("text:varmepumpest?y", post, "nb")).isTrue();
    assertThat(matches("text:varme* AND NOT network:x", post, "nb")).isFalse();
    assertThat(matches("text:varmepumpestøi~", post, "nb")).isTrue();
  }

  @Test
  void evidencePointsIntoTheOriginalText() {
    String text = "😀 Se @kari: https://a.example/strøm STRØMMEN er borte";

    Decision decision =
        decide(care("power", "text:strøm AND network:mastodon"), saying(text), "nb");

    assertThat(decision.because().evidence())
        .contains(
            new Evidence(text.indexOf("STRØMMEN"), text.indexOf(" er borte"), "STRØMMEN", "text"),
            new Evidence(-1, -1, "mastodon", "network"));
  }

  @Test
  @SuppressWarnings("try") // closed early on purpose
  void aRevisionTakesOverWholeAndTheOldOneEndsWhatItBegan() {
    BookOfRules before = new BookOfRules().route(care("snow", "text:snø"));
    BookOfRules after =
        new BookOfRules().route(care("ice", "text:is")).route(care("snow", "text:snø"));

    Router first = before.router();
    try (Router second = first.revised(after.book())) {
      first.close();

      assertThat(first.decide(saying("snø og is").mention(), CHATTER).because().routes())
          .containsExactly("snow");
      assertThat(second.decide(saying("snø og is").mention(), CHATTER).because().routes())
          .containsExactly("ice");
    }
  }

  @Test
  void aBrokenRevisionIsRefusedWholeAndTheOldOneStays() {
    RuleBook broken =
        new BookOfRules().route(care("ice", "text:is")).route(care("bad", "colour:blue")).book();

    try (Router router = new BookOfRules().route(care("snow", "text:snø")).router()) {
      assertThatThrownBy(() -> router.check(broken)).isInstanceOf(ConfigException.class);
      assertThatThrownBy(() -> router.revised(broken)).isInstanceOf(ConfigException.class);

      assertThat(router.decide(saying("snø og is").mention(), CHATTER).because().routes())
          .containsExactly("snow");
    }
  }

  @Test
  void aRuleThatFitsNearlyEveryPostIsToldWithItsPlace() {
    RuleBook book = new BookOfRules().route(care("all", "text:(sol og)")).book();

    assertThat(Router.lint(book))
        .singleElement()
        .asString()
        .startsWith("config/routes.yml:14 routes[0].when: matches nearly every post");
  }

  private static boolean matches(String when, SamplePost post, String language) {
    return decide(care("it", when), post, language) instanceof Decision.Queue;
  }

  private static Decision decide(Route route, SamplePost post, String language) {
    return decide(new BookOfRules().route(route), post, reading(language, Intent.OTHER));
  }

  private static Decision decide(BookOfRules rules, SamplePost post, Reading reading) {
    try (Router router = rules.router()) {
      return router.decide(post.mention(), reading);
    }
  }

  @Test
  void aMomentAgoASilenceThatIsOverNowStillMuted() {
    try (Router router =
        new BookOfRules()
            .route(care("all", "text:sol"))
            .silence("text:sol", NOW.minusSeconds(60))
            .router()) {
      Mention post = SamplePost.saying("sol").mention();
      Reading reading = BookOfRules.reading("nb", Intent.OTHER);

      assertThat(router.decide(post, reading)).isInstanceOf(Decision.Queue.class);
      assertThat(router.decide(post, reading, NOW.minusSeconds(61)))
          .isInstanceOf(Decision.Drop.class);
      assertThat(router.explain(post, reading, NOW.minusSeconds(61)).decision())
          .isInstanceOf(Decision.Drop.class);
    }
  }
}
