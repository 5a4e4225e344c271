package no.grenselos.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rules of the house by name, as DESIGN and the packages' own comments state them. */
final class HouseRules {
  /** bot-core's packages, each with its floor; a package imports lower floors only. */
  static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("config", 0),
          Map.entry("time", 0),
          Map.entry("chart", 0),
          Map.entry("calendar", 0),
          Map.entry("web", 0),
          Map.entry("regression", 0),
          Map.entry("mention", 1),
          Map.entry("reading", 2),
          Map.entry("feed", 2),
          Map.entry("log", 3),
          Map.entry("reading.language", 3),
          Map.entry("reading.gloss", 3),
          Map.entry("reading.copy", 3),
          Map.entry("reading.intent", 3),
          Map.entry("reading.meaning", 4),
          Map.entry("reading.topic", 5),
          Map.entry("reading.whole", 6),
          Map.entry("expert", 7),
          Map.entry("lesson", 8),
          Map.entry("memory", 8),
          Map.entry("route.query", 9),
          Map.entry("route.match", 10),
          Map.entry("route", 11),
          Map.entry("ticket", 12),
          Map.entry("chat", 13),
          Map.entry("chat.shown", 14),
          Map.entry("store", 14),
          Map.entry("revise", 15),
          Map.entry("work", 16),
          Map.entry("insight", 17),
          Map.entry("trail", 17),
          Map.entry("people", 17),
          Map.entry("forecast", 18),
          Map.entry("trial", 17),
          Map.entry("bring", 19),
          Map.entry("care", 19),
          Map.entry("conversation", 19),
          Map.entry("weekly", 19),
          Map.entry("nudge", 19),
          Map.entry("reply", 19),
          Map.entry("command", 19),
          Map.entry("invite", 19),
          Map.entry("storm", 19),
          Map.entry("thanks", 19),
          Map.entry("outcome", 19),
          Map.entry("privacy", 19),
          Map.entry("ruling", 19),
          Map.entry("flow", 20));

  /** From this floor on, bot-core is no business of an adapter. */
  static final int WORK = 15;

  /** Shared within one kind of adapter. */
  static final Set<String> SHARED =
      Set.of("no.grenselos.feed.http", "no.grenselos.store.jdbc", "no.grenselos.chat.shown");

  private static final String[] CORE =
      FLOORS.keySet().stream().map(name -> "no.grenselos." + name).toArray(String[]::new);
  private static final String[] ADAPTERS = {
    "no.grenselos.feed.*..",
    "no.grenselos.chat.*..",
    "no.grenselos.store.*..",
    "no.grenselos.log.*..",
    "no.grenselos.encoder.."
  };

  private HouseRules() {}

  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("floors", classes().that().resideInAnyPackage(CORE).should(new LowerFloorsOnly()));
    rules.put(
        "no package circles", slices().matching("no.grenselos.(**)").should().beFreeOfCycles());
    rules.put(
        "adapters see no other adapter, no flow, no application",
        classes().that().resideInAnyPackage(ADAPTERS).should(new SeeNoOtherAdapter()));
    walls(rules);
    core(rules);
    names(rules);
    return rules;
  }

  private static void walls(Map<String, ArchRule> rules) {
    rules.put("slack wall", wall("no.grenselos.chat.slack..", "com.slack.."));
    rules.put("teams wall", wall("no.grenselos.chat.teams..", "com.microsoft.bot.."));
    rules.put(
        "sql wall", wall("no.grenselos.store.*..", "java.sql..", "javax.sql..", "org.jdbi.."));
    rules.put("kafka wall", wall("no.grenselos.log.kafka..", "org.apache.kafka.."));
    rules.put("model wall", wall("no.grenselos.encoder..", "ai.onnxruntime..", "ai.djl.."));
    rules.put("chart wall", wall("no.grenselos.app.chart..", "org.jfree..", "org.apache.batik.."));
    rules.put("csv wall", wall("no.grenselos.app.[export|people]..", "org.apache.commons.csv.."));
    rules.put("calendar wall", wall("no.grenselos.app.calendar..", "biweekly.."));
    rules.put("yaml wall", wall("no.grenselos.app.config..", "org.yaml.."));
    rules.put(
        "spring wall",
        noClasses()
            .that()
            .resideOutsideOfPackages("no.grenselos.app.web..", "no.grenselos.app.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.."));
    rules.put(
        "playground stands alone",
        noClasses()
            .that()
            .resideInAPackage("no.grenselos.playground..")
            .should()
            .dependOnClassesThat(ours("no.grenselos.playground")));
    rules.put("playground wall", wall("no.grenselos.app.demo..", "no.grenselos.playground.."));
  }

  private static ArchRule wall(String inside, String... library) {
    String[] allowed = Arrays.copyOf(new String[] {inside}, library.length + 1);
    System.arraycopy(library, 0, allowed, 1, library.length);
    return noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library);
  }

  private static void core(Map<String, ArchRule> rules) {
    rules.put(
        "bot-core has no framework",
        noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                "no.grenselos..",
                "java..",
                "org.slf4j..",
                "org.jspecify..",
                "com.github.benmanes.caffeine..",
                "org.apache.lucene..",
                "opennlp.."));
    rules.put(
        "time comes from a Clock",
        noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .or()
            .resideInAnyPackage(ADAPTERS)
            .should(new AskTheSystemForTheTime()));
    rules.put(
        "nobody sleeps in bot-core but the loop",
        noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and()
            .doNotHaveFullyQualifiedName("no.grenselos.flow.Loop")
            .should()
            .callMethodWhere(named("java.lang.Thread", "sleep")));
    rules.put(
        "no virtual threads, see RATIONALE.md",
        noClasses()
            .should()
            .callMethodWhere(
                named("java.lang.Thread", "ofVirtual")
                    .or(named("java.lang.Thread", "startVirtualThread"))
                    .or(
                        named(
                            "java.util.concurrent.Executors", "newVirtualThreadPerTaskExecutor"))));
  }

  private static void names(Map<String, ArchRule> rules) {
    rules.put(
        "adapters show their provider only",
        classes()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .and()
            .resideOutsideOfPackages(SHARED.toArray(String[]::new))
            .should()
            .haveSimpleNameEndingWith("Provider")
            .orShould()
            .haveSimpleNameEndingWith("Recording"));
    rules.put(
        "names say something",
        noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Data|Info)"));
    rules.put("null is marked", classes().should(new StandInAMarkedPackage()));
    rules.put(
        "only commands write to the terminal",
        noClasses()
            .that()
            .resideOutsideOfPackages("no.grenselos.app.command..", "no.grenselos.app.demo..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
  }

  private static DescribedPredicate<JavaClass> ours(String but) {
    return DescribedPredicate.describe(
        "are ours outside " + but,
        type ->
            type.getPackageName().startsWith("no.grenselos")
                && !type.getPackageName().startsWith(but));
  }

  private static DescribedPredicate<JavaMethodCall> named(String owner, String method) {
    return DescribedPredicate.describe(
        owner + "." + method,
        call -> call.getTargetOwner().getName().equals(owner) && call.getName().equals(method));
  }
}
