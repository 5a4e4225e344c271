package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.app.admission.ConsoleRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Who may call what, for every handler that our classes hold: read from their annotations, so that
 * a new one is among them before anybody thinks of it.
 */
class RightsTest {
  /** What is not of the console, and who looks after it. */
  private static final Map<String, String> OTHER_DOORS =
      Map.of(
          "GET /in/{adapter}/**", "each adapter checks its signature",
          "POST /in/{adapter}/**", "each adapter checks its signature",
          "GET /health/live", "says that the process lives",
          "GET /health/ready", "says whether; to this machine also why",
          "GET /metrics", "this machine alone");

  /** Of the console, without a page's rule. */
  private static final Map<String, String> OF_NO_PAGE =
      Map.of(
          "GET /console/login", "everybody: the door",
          "GET /console/link/{word}", "everybody: the word decides",
          "GET /console", "whoever is signed in",
          "GET /console/", "whoever is signed in",
          "POST /console/look", "whoever is signed in");

  /** Of pages that some may only read: what is there to write with. */
  private static final Set<String> FOR_WRITERS =
      Set.of("GET /console/rules/text", "GET /console/rules/alone");

  private static ConsoleHouse house;
  private static List<Handler> handlers;

  /** One way in. */
  private record Handler(String method, String pattern) {
    String name() {
      return method + " " + pattern;
    }

    /** An address that leads there. */
    String address() {
      return pattern.replaceAll("\\{[^}]*}", "x");
    }

    Optional<ConsolePage> page() {
      return ConsolePage.at(address());
    }

    boolean reads() {
      return method.equals("GET");
    }

    Set<ConsoleRole> may() {
      boolean all = reads() && !FOR_WRITERS.contains(name());
      return page().map(all ? ConsolePage::readers : ConsolePage::writers).orElseThrow();
    }
  }

  @BeforeAll
  static void open() {
    house = ConsoleHouse.open();
    handlers = handlers();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void everyHandlerHasARule() {
    List<String> without =
        handlers.stream()
            .filter(handler -> handler.page().isEmpty())
            .map(Handler::name)
            .filter(name -> !OTHER_DOORS.containsKey(name) && !OF_NO_PAGE.containsKey(name))
            .toList();

    assertThat(handlers).hasSizeGreaterThan(40);
    assertThat(without).as("handlers that no rule is about").isEmpty();
  }

  @Test
  void noRuleIsAboutAHandlerThatIsGone() {
    Set<String> named = new HashSet<>(OTHER_DOORS.keySet());
    named.addAll(OF_NO_PAGE.keySet());
    Set<String> there = new HashSet<>(handlers.stream().map(Handler::name).toList());

    assertThat(there).containsAll(named);
  }

  @Test
  void onlyPagesThatChangeThingsTakeAnything() {
    assertThat(handlers)
        .filteredOn(handler -> !handler.reads() && handler.page().isPresent())
        .allSatisfy(handler ->
            assertThat(handler.page().orElseThrow().writers()).as(handler.name()).isNotEmpty());
  }

  @Test
  void withoutASessionEveryPageIsClosed() throws Exception {
    Guest stranger = new Guest(house);
    for (Handler handler : pages()) {
      HttpResponse<String> answer = call(stranger, handler);
      if (handler.reads()) {
        assertThat(answer.uri().getPath()).as(handler.name()).isEqualTo("/console/login");
      } else assertThat(answer.statusCode()).as(handler.name()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @EnumSource(ConsoleRole.class)
  void eachHandlerOpensToItsPagesRolesAlone(ConsoleRole role) throws Exception {
    Guest guest = house.guest(role);
    List<String> wrong = new ArrayList<>();
    for (Handler handler : pages()) {
      boolean opened = call(guest, handler).statusCode() != 403;
      if (opened != handler.may().contains(role)) wrong.add(handler.name() + " opened: " + opened);
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodySendsAFormWithoutItsToken() throws Exception {
    Guest admin = house.guest(ConsoleRole.ADMIN);
    for (Handler handler : pages()) {
      if (handler.reads()) continue;
      admin.forgetToken();
      assertThat(call(admin, handler).statusCode()).as(handler.name()).isEqualTo(403);
    }
  }

  private static List<Handler> pages() {
    return handlers.stream().filter(handler -> handler.page().isPresent()).toList();
  }

  private static HttpResponse<String> call(Guest guest, Handler handler) throws Exception {
    return handler.reads()
        ? guest.get(handler.address())
        : guest.post(handler.address(), Map.of("nothing", "x"));
  }

  private static List<Handler> handlers() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("no.grenselos.app")
            .stream()
            .filter(type -> type.isMetaAnnotatedWith(Controller.class))
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .flatMap(RightsTest::of)
            .toList();
  }

  private static Stream<Handler> of(Method method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    if (mapping == null) return Stream.of();
    assertThat(mapping.method()).as("methods of HTTP at " + method).isNotEmpty();
    return Arrays.stream(mapping.path())
        .flatMap(
            path -> Arrays.stream(mapping.method()).map(verb -> new Handler(verb.name(), path)));
  }
}
