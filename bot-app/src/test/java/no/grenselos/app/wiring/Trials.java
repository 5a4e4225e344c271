package no.grenselos.app.wiring;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.config.Known;
import no.grenselos.trial.Trial;
import no.grenselos.work.Rules;

/** A small rule book to try posts on, on a Monday at noon. */
final class Trials {
  static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T11:00:00Z"), ZoneOffset.UTC);
  static final Known KNOWN = new Known(Set.of(), Set.of("slack"), Set.of(), Set.of());
  static final Map<String, String> FILES =
      Map.of(
          "grenselos.yml",
          """
          company: Fjordbygg
          time-zone: Europe/Oslo
          fallback-channel: "#press"
          """,
          "experts.yml",
          """
          experts:
            - {id: ana, name: Ana, slack: U01, topics: [heat]}
          teams:
            - {id: press, name: Press, channel: "#press"}
          """,
          "topics/heat.yml",
          """
          id: heat
          name: {en: Heat}
          keywords: [varme, heat]
          phrases: [hva koster varme]
          """,
          "routes.yml",
          """
          routes:
            - {name: troll, when: "author:troll", drop: A known troll}
            - {name: heat, topic: heat, lane: expert}
          silences:
            - {when: "text:cup", until: "2027-01-01", why: We sponsor it, by: Bo}
          """);

  private Trials() {}

  static Trial base() {
    return new Trial(rules(), NOON);
  }

  static Rules rules() {
    Configuration read = Configuration.read(new ConfigFiles("config", FILES), 1, KNOWN);
    read.refuseIfBroken();
    return RulesInForce.make(read.book(), NOON, Encoders.meanings(Optional.empty()));
  }
}
