package no.grenselos.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.app.admission.ConsoleSettings;
import no.grenselos.app.admission.LoginProvider;
import no.grenselos.app.web.caller.CallLimits;
import no.grenselos.calendar.DaysOff;
import no.grenselos.calendar.Holidays;
import no.grenselos.config.ConfigException;
import no.grenselos.expert.Absence;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Crm;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Level;
import no.grenselos.expert.Manner;
import no.grenselos.expert.Role;
import no.grenselos.expert.Team;
import no.grenselos.mention.Network;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Account;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.Reporting;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.work.Retention;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Known SHIPPED =
      new Known(
          Set.of("sqlite", "postgres"),
          Set.of("slack", "teams"),
          Set.of("mastodon", "rss", "x"),
          Set.of("bge-small"));

  @Test
  void whoHasNoHoursIsTold() {
    String experts = Samples.base().texts().get("experts.yml");
    ConfigFiles files =
        Samples.base()
            .with(
                "experts.yml",
                experts.replace("slack: U01", "slack: U01\n    hours: {to: \"15:00\"}"));

    assertThat(Configuration.read(Samples.base(), 1, Samples.KNOWN).warnings())
        .filteredOn(warning -> warning.text().contains("has no hours"))
        .singleElement()
        .matches(warning -> warning.line() > 0 && warning.path().equals("experts[0]"));
    assertThat(Configuration.read(files, 1, Samples.KNOWN).warnings())
        .noneMatch(warning -> warning.text().contains("has no hours"));
  }

  @Test
  void howOftenOneSourceMayCallIsReadAndNonsenseIsRefused() {
    String main = Samples.base().texts().get("grenselos.yml");
    ConfigFiles good =
        Samples.base()
            .with("grenselos.yml", main + "inbound: {per-second: 5, proxies: [10.0.0.0/8]}\n");
    ConfigFiles bad =
        Samples.base().with("grenselos.yml", main + "inbound: {proxies: [proxy.example]}\n");

    Configuration read = Configuration.read(good, 1, Samples.KNOWN);
    read.refuseIfBroken();

    assertThat(read.app().inbound())
        .isEqualTo(new CallLimits(5, 2_000, 100, List.of("10.0.0.0/8")));
    assertThatThrownBy(() -> Configuration.read(bad, 1, Samples.KNOWN).refuseIfBroken())
        .hasMessageContaining("must be an address or a network");
  }

  @Test
  void whoMayComeIntoTheConsoleIsRead() {
    ConfigFiles files =
        Samples.base()
            .with(
                "grenselos.yml",
                Samples.base().texts().get("grenselos.yml")
                    + """
                    console:
                      url: https://grenselos.example/
                      login:
                        - {name: any, issuer: "https://id.example", client-id: c, client-secret: ANY_SECRET}
                      roles: {admin: [Kim@Fjordbygg.example], reader: [board, "any:42"]}
                      teams: {press: [kim@fjordbygg.example]}
                      session: 4h
                    """);

    Configuration read = Configuration.read(files, 1, Samples.KNOWN);
    read.refuseIfBroken();
    ConsoleSettings console = read.app().console();

    assertThat(console.url()).isEqualTo(URI.create("https://grenselos.example"));
    assertThat(console.encrypted()).isTrue();
    assertThat(console.login()).singleElement().returns("ANY_SECRET", LoginProvider::secret);
    assertThat(console.roles())
        .containsEntry(ConsoleRole.ADMIN, Set.of("kim@fjordbygg.example"))
        .containsEntry(ConsoleRole.READER, Set.of("board", "any:42"));
    assertThat(console.session()).isEqualTo(Duration.ofHours(4));
    assertThat(console.idle()).isEqualTo(ConsoleSettings.IDLE);
    assertThat(Configuration.read(Samples.base(), 1, Samples.KNOWN).app().console())
        .isEqualTo(ConsoleSettings.LOCAL);
  }

  @Test
  void theFilesWeShipAreGood() {
    ConfigFiles files = ConfigFiles.read(Path.of("..", "config"));

    Configuration shipped = Configuration.read(files, 1, SHIPPED);
    shipped.refuseIfBroken();

    assertThat(shipped.book().routes()).hasSizeGreaterThan(10);
    assertThat(shipped.book().experts()).hasSize(12);
    assertThat(shipped.cases()).hasSizeGreaterThan(20);
  }

  @Test
  void theFirstChatInTheFileIsTheUsualOne() {
    String main = Objects.requireNonNull(Samples.base().texts().get("grenselos.yml"));
    String without = main.replaceAll("(?m)^chats:.*(\\R +.*)*\\R?", "");

    for (List<String> order : List.of(List.of("slack", "teams"), List.of("teams", "slack"))) {
      String chats = "\nchats: {" + order.getFirst() + ": {}, " + order.getLast() + ": {}}\n";
      AppSettings app = read(Samples.base().with("grenselos.yml", without + chats)).app();
      assertThat(app.chats()).extracting(AppSettings.Part::kind).containsExactlyElementsOf(order);
    }
  }

  @Test
  void howLongThingsAreKeptIsReadAndWhatIsLeftOutIsUsual() {
    String main = Objects.requireNonNull(Samples.base().texts().get("grenselos.yml"));
    String kept = main + "\nretention: {posts: 30d, audit: ever}\n";

    Retention read = read(Samples.base().with("grenselos.yml", kept)).app().retention();
    Retention longer =
        read(Samples.base().with("grenselos.yml", main + "\nretention: {posts: 500d}\n"))
            .app()
            .retention();

    assertThat(read)
        .isEqualTo(
            new Retention(
                Duration.ofDays(30),
                Duration.ofDays(365),
                Duration.ofDays(90),
                null,
                Duration.ofDays(30)));
    assertThat(longer.unfinished()).isEqualTo(Duration.ofDays(500));
    assertThat(read(Samples.base()).app().retention()).isEqualTo(Retention.USUAL);
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    RuleBook book = read(Samples.base()).book();

    var ana = book.expert(new ExpertId("ana")).orElseThrow();
    assertThat(ana.hours())
        .isEqualTo(
            new Hours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 0),
                LocalTime.of(16, 0),
                ZoneId.of("Europe/Oslo"),
                new DaysOff(Holidays.NORWAY, Set.of(), Set.of())));
    assertThat(ana.cap()).isEqualTo(Cap.DEFAULT);
    assertThat(read(Samples.base()).app().assistant()).isEmpty();
    assertThat(ana.speaks()).isEqualTo(Locale.of("nb"));
    assertThat(book.house().offerFor()).isEqualTo(Duration.ofMinutes(30));
    assertThat(read(Samples.base()).app().listen()).isEqualTo("127.0.0.1");
  }

  @Test
  void whatTheCompanyWantsToBeToldArrivesAndNothingIsReckonedUnlessItSays() {
    String insights =
        """

        insights:
          currency: kr
          money:
            sell: {conversion: "2,5", sale-value: 9000}
          weekly: {channel: "#ledelse"}
        """;
    String main = Samples.base().texts().get("grenselos.yml");

    Reporting told =
        read(Samples.base().with("grenselos.yml", main + insights)).book().house().reporting();

    assertThat(told.weekly())
        .isEqualTo(new Reporting.Weekly("#ledelse", DayOfWeek.MONDAY, LocalTime.of(9, 0)));
    assertThat(told.money().currency()).isEqualTo("kr");
    assertThat(told.money().worth(Goal.SELL, 10, 0)).contains(new BigDecimal("2250"));
    assertThat(told.money().worth(Goal.CUT_COSTS, 10, 0)).isEmpty();
    assertThat(read(Samples.base()).book().house().reporting()).isEqualTo(Reporting.NONE);
  }

  @Test
  void whenSomebodyIsAskedWhatCameOfItIsSaidInOneWord() {
    assertThat(followUp("next-morning")).isEqualTo(new Reporting.FollowUp.NextMorning());
    assertThat(followUp("4h")).isEqualTo(new Reporting.FollowUp.After(Duration.ofHours(4)));
    assertThat(followUp("never")).isEqualTo(new Reporting.FollowUp.Never());
    assertThat(read(insights("8d")).problems().found().toString())
        .contains("insights.follow-up: must be next-morning, never, or a time");
  }

  private static Reporting.FollowUp followUp(String wanted) {
    return read(insights(wanted)).book().house().reporting().followUp();
  }

  private static ConfigFiles insights(String followUp) {
    ConfigFiles base = Samples.base();
    String main = base.texts().get("grenselos.yml");
    return base.with("grenselos.yml", main + "\ninsights: {follow-up: " + followUp + "}\n");
  }

  @Test
  void everythingSaidArrives() {
    String routes =
        """
        routes:
          - name: complaints
            when: intent:complaint
            topic: heat
            lane: both
            channel: "#press"
            goal: cut-costs
            answer-within: 2h
            offer-for: 10m
            claim-for: 4h
            fact: Is this known?
            go-on: true
            approval: true
        silences:
          - {when: "text:cup", until: "2027-01-01", why: sponsor, by: Bo}
        """;

    RuleBook book = read(Samples.base().with("routes.yml", routes)).book();

    assertThat(book.routes())
        .containsExactly(
            new Route(
                "complaints",
                "intent:complaint",
                new TopicId("heat"),
                Lane.BOTH,
                "#press",
                Goal.CUT_COSTS,
                Duration.ofHours(2),
                Duration.ofMinutes(10),
                Duration.ofHours(4),
                "Is this known?",
                null,
                true,
                "config/routes.yml:2",
                true));
    // a silence ends when the day begins where the company is
    assertThat(book.silences().getFirst().until()).isEqualTo("2026-12-31T23:00:00Z");
    assertThat(book.house().accounts())
        .containsExactly(new Account(new Network("mastodon"), "fjordbygg"));
    assertThat(book.teams().getFirst().members()).containsKey(new Handle("slack", "U02"));
  }

  @Test
  void aTeamHasItsLeadItsOpeningsAndItsCrm() {
    String experts =
        """
        experts:
          - {id: ana, name: Ana Moen, slack: U01, topics: [heat, paint], hours: {holidays: none}}
        teams:
          - id: press
            name: Press
            channel: "#press"
            hours: {days-off: [12-24, "2027-07-19"]}
            members: [{name: Bo, slack: U02}]
            lead: [{name: Cato, slack: U03}]
            escalate-after: 1h
            openings: {nb: Hei og takk for at du sier fra., en: Hi and thank you for telling us.}
            crm:
              link: "https://crm.example/new?ref={ticket}&url={link}"
              webhook: {url: "https://crm.example/hook", secret: GRENSELOS_CRM_SECRET}
        """;
    ConfigFiles files = Samples.base().with("experts.yml", experts);
    String main = files.texts().get("grenselos.yml") + "admins: [{name: Dina, slack: U04}]\n";

    RuleBook book = read(files.with("grenselos.yml", main)).book();

    Team press = book.teams().getFirst();
    assertThat(press.leads()).containsExactly(Map.entry(slack("U03"), "Cato"));
    assertThat(press.escalateAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(press.opening("nn")).contains("Hei og takk for at du sier fra.");
    assertThat(press.hours().off())
        .isEqualTo(
            new DaysOff(
                Holidays.NORWAY, Set.of(LocalDate.of(2027, 7, 19)), Set.of(MonthDay.of(12, 24))));
    Crm crm = Objects.requireNonNull(press.crm());
    assertThat(Objects.requireNonNull(crm.link()).to("T-81", URI.create("https://x.example/a?b=1")))
        .hasToString("https://crm.example/new?ref=T-81&url=https%3A%2F%2Fx.example%2Fa%3Fb%3D1");
    assertThat(crm.webhook())
        .isEqualTo(new Crm.Webhook(URI.create("https://crm.example/hook"), "GRENSELOS_CRM_SECRET"));
    assertThat(book.experts().getFirst().hours().off()).isEqualTo(DaysOff.NONE);
    assertThat(book.roles(slack("U01"))).containsExactly(Role.EXPERT);
    assertThat(book.roles(slack("U02"))).containsExactly(Role.CARE);
    assertThat(book.roles(slack("U03"))).containsExactly(Role.CARE, Role.LEAD);
    assertThat(book.roles(slack("U04"))).containsExactly(Role.ADMIN);
    assertThat(book.roles(slack("U05"))).isEmpty();
    assertThat(book.colleague(slack("U04"), "").name()).isEqualTo("Dina");
  }

  @Test
  void holidaysCanBeLeftOutForTheWholeHouse() {
    ConfigFiles base = Samples.base();
    String main = base.texts().get("grenselos.yml") + "holidays: none\n";

    RuleBook book = read(base.with("grenselos.yml", main)).book();

    assertThat(book.teams().getFirst().hours().off()).isEqualTo(DaysOff.NONE);
    assertThat(read(base).book().teams().getFirst().hours().off().holidays())
        .isEqualTo(Holidays.NORWAY);
  }

  private static Handle slack(String id) {
    return new Handle("slack", id);
  }

  @Test
  void whoIsProposedHowFarTheyGoAndTheirDigestArrive() {
    String experts =
        """
        experts:
          - {id: ana, name: Ana, slack: U01, topics: [heat], invite: [paint], level: draft, digest: fri}
          - {id: bo, name: Bo, slack: U03, invite: [paint], hours: {zone: Europe/Oslo}}
        teams:
          - {id: press, name: Press, channel: "#press", members: [{name: Bo, slack: U02}]}
        """;

    RuleBook book = read(Samples.base().with("experts.yml", experts)).book();

    assertThat(book.experts().getFirst().manner())
        .isEqualTo(
            new Manner(
                Level.DRAFT, Set.of(new TopicId("paint")), false, DayOfWeek.FRIDAY, Absence.NONE));
    assertThat(book.experts().getLast().topics()).isEmpty();
    assertThat(book.experts().getLast().level()).isEqualTo(Level.POST);
    assertThat(book.experts().getLast().manner().ownZone()).isTrue();
  }

  @Test
  void adaptersReportIntoTheSameList() {
    Configuration configuration = read(Samples.base().with("routes.yml", "routes: []"));

    configuration.app().feeds().getFirst().settings().problem("url", "must be https");

    assertThatThrownBy(configuration::refuseIfBroken)
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            """
            config/grenselos.yml:11 feeds[0].rss.url: must be https
            config/routes.yml:1 routes: has no route: no post would wake anybody\
            """);
  }

  @Test
  void aKeptRevisionReadsAsTheFilesDid() {
    Source kept = RuleBookFiles.source(1, Samples.base(), "first start", NOW);

    RuleBook book = RuleBookFiles.read(kept, Samples.KNOWN);

    assertThat(book.revision()).isEqualTo(1);
    assertThat(book.experts()).isEqualTo(read(Samples.base()).book().experts());
  }

  @Test
  void aBrokenRevisionIsRefusedWhole() {
    ConfigFiles broken = Samples.base().with("routes.yml", "routes: [{name: x}]");
    Source kept = RuleBookFiles.source(1, broken, "first start", NOW);

    assertThatThrownBy(() -> RuleBookFiles.read(kept, Samples.KNOWN))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("config/routes.yml:1 routes[0]: needs");
  }

  @Test
  void aFolderThatIsNotThereSaysHowToNameOne() {
    assertThatThrownBy(() -> ConfigFiles.read(Path.of("no-such-folder")))
        .hasMessage("no-such-folder: no such folder; name yours with --config");
  }

  private static Configuration read(ConfigFiles files) {
    return Configuration.read(files, 1, Samples.KNOWN);
  }

  @Test
  void peopleAreFoundByTheirEmailAddressAndReadByTheirCalendar() {
    ConfigFiles files =
        Samples.base()
            .with(
                "experts.yml",
                """
                experts:
                  - {id: ana, name: Ana, slack: U01, email: Ana@Fjord.example, calendar: CALENDAR_ANA, topics: [heat, paint]}
                  - {id: ben, name: Ben, slack: U02, email: ana@fjord.example, calendar: "https://x.example/secret", topics: [heat]}
                  - {id: ida, name: Ida, slack: U03, email: nobody, topics: [heat]}
                """);

    Configuration read = Configuration.read(files, 1, Samples.KNOWN);

    assertThat(read.book().handle(new no.grenselos.expert.Email("ana@fjord.example")))
        .contains(new Handle("slack", "U01"));
    assertThat(read.book().experts().getFirst().manner().calendar()).isEqualTo("CALENDAR_ANA");
    assertThat(read.problems().found().toString())
        .contains("experts[1].email: is taken already, by experts[0]")
        .contains("experts[1].calendar: must be the name of an environment variable")
        .contains("experts[2].email: must be an address")
        .doesNotContain("secret");
  }
}
