package no.grenselos.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.expert.Absence;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Leave;
import no.grenselos.expert.Level;
import no.grenselos.expert.Manner;
import no.grenselos.expert.Ranking;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import org.junit.jupiter.api.Test;

class ReasonWordsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final TopicId TOPIC = new TopicId("heat-pumps");

  @Test
  void whoIsOnLeaveIsLeftOutInTheReadersLanguage() {
    Leave leave = new Leave(Leave.Source.CALENDAR, NOW.minusSeconds(1), LATER);

    assertThat(reason(new Absence(null, null, List.of(leave)), Locale.ENGLISH))
        .isEqualTo("is on leave");
    assertThat(reason(new Absence(null, null, List.of(leave)), Locale.of("nb")))
        .isEqualTo("har fri");
  }

  @Test
  void aPauseAndAnAbsenceAreToldWithoutTheirEnd() {
    assertThat(reason(new Absence(LATER, null), Locale.ENGLISH))
        .isEqualTo("wants to be left alone for now");
    assertThat(reason(new Absence(null, LATER), Locale.ENGLISH)).isEqualTo("is away");
  }

  @Test
  void whatHasNoPhraseIsSaidAsItIs() {
    ReasonWords words = new ReasonWords(Phrases.of("work", Locale.ENGLISH));

    assertThat(words.of("owns the topic, has green eyes"))
        .isEqualTo("said yes to the topic, has green eyes");
  }

  private static String reason(Absence absence, Locale reader) {
    Expert ana =
        new Expert(
            new ExpertId("ana"),
            "Ana",
            "",
            List.of(new Handle("slack", "U1")),
            Set.of(TOPIC),
            Set.of(),
            Hours.usual(ZoneOffset.UTC),
            Cap.DEFAULT,
            Locale.ENGLISH,
            new Manner(Level.POST, Set.of(), false, null, absence));
    Ranking.Situation situation =
        new Ranking.Situation(TOPIC, Language.UNKNOWN, Map.of(), Map.of(), NOW);
    String english = Ranking.of(List.of(ana), situation).leftOut().getFirst().reason();
    return new ReasonWords(Phrases.of("work", reader)).of(english);
  }
}
