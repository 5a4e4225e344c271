package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.Press;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Colleague;
import no.grenselos.memory.Assistant;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Source;
import no.grenselos.reading.Language;
import no.grenselos.store.Drafts;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The assistant drafts, and a person decides. */
class DraftTest {
  private static final String FEET =
      "Brummingen kommer av at varmepumpen står på veggen. Sett den på gummiføtter.";

  private final List<Assistant.Task> tasks = new ArrayList<>();
  private boolean declines;
  private final TimeLine line = TimeLine.assistedBy(this::drafts);
  private final Desktop ana = new Desktop(line, "ana");

  @AfterEach
  void close() {
    line.close();
  }

  private Assistant.Draft drafts(Assistant.Task task) {
    tasks.add(task);
    if (declines) return new Assistant.Draft.None("the sources do not answer the post");
    return new Assistant.Draft.Drafted("Sett den på gummiføtter.", task.sources());
  }

  @Test
  void aDraftIsAskedForAndTakenOverAndNamesItsSources() {
    keep();
    line.at("09:00").post("1", "Får ikke sove, min varmepumpe brummer om natta");
    ana.claims().press(Press.REPLY);
    assertThat(ana.knobs()).contains("Draft it from what we said before");

    ask();

    assertThat(tasks)
        .singleElement()
        .satisfies(task -> {
          assertThat(task.post()).isEqualTo("Får ikke sove, min varmepumpe brummer om natta");
          assertThat(task.sources()).extracting(Kept::text).containsExactly(FEET);
          assertThat(task.most()).isEqualTo(500);
        });
    assertThat(line.slack.whispers())
        .containsExactly(
            "UANA: A draft for T-1 is ready: open the reply, and take it over there if it helps.");
    ana.press(Press.REPLY);
    assertThat(ana.typed("text")).isEmpty();
    ana.knob(ana.knobs().indexOf("Take over the draft"));
    assertThat(ana.typed("text")).isEqualTo("Sett den på gummiføtter.");
    assertThat(ana.words())
        .anySatisfy(words ->
            assertThat(words)
                .startsWith("A draft, written by a machine")
                .contains("Ben Dahl: Brummingen kommer av at varmepumpen står på…"));
    assertThat(line.mastodon.replies()).isEmpty();
  }

  @Test
  void whereNothingFitsTheAssistantIsNotAsked() {
    line.at("09:00").post("1", "Får ikke sove, min varmepumpe brummer om natta");

    ask();

    assertThat(tasks).isEmpty();
    assertThat(line.slack.whispers())
        .containsExactly(
            "UANA: I found no draft for T-1 in what was said before. Your own words are best.");
  }

  @Test
  void anAssistantThatDeclinesLeavesNoDraft() {
    keep();
    declines = true;
    line.at("09:00").post("1", "Får ikke sove, min varmepumpe brummer om natta");

    ask();

    assertThat(tasks).hasSize(1);
    ana.claims().press(Press.REPLY);
    assertThat(ana.knobs()).doesNotContain("Take over the draft");
    assertThat(line.journal).extracting(entry -> entry.what()).contains("draft.none");
  }

  @Test
  void aDraftGoesWithItsPost() {
    keep();
    line.at("09:00").post("1", "Får ikke sove, min varmepumpe brummer om natta");
    ask();

    line.delete("1");

    TicketId ticket = line.ticket("1").id();
    Optional<Drafts.Draft> left = line.store.read(books -> books.drafts().of(ticket, "ana"));
    assertThat(left).isEmpty();
  }

  @Test
  void withoutAnAssistantNothingIsOffered() {
    try (TimeLine plain = new TimeLine()) {
      plain.at("09:00").post("1", "Bråker en varmepumpe?");
      Desktop desktop = new Desktop(plain, "ana");

      Form form = desktop.claims().press(Press.REPLY).form();

      assertThat(form.fields().toString()).doesNotContain("ASK_FOR_DRAFT");
    }
  }

  private void ask() {
    line.desk.happened(
        new ChatEvent(
            "ask",
            new ChatUser(TimeLine.handle("ana"), ""),
            new ChatEvent.On.About(new Subject.OfTicket(line.ticket("1").id())),
            new ReplyAction.AskForDraft(),
            line.now()));
    line.settle();
  }

  private void keep() {
    Kept.Draft draft =
        new Kept.Draft(
            new Colleague("ben", "Ben Dahl"),
            List.of(TimeLine.HEAT_PUMPS),
            new Language("nb"),
            FEET,
            new Source(Source.Kind.LETTER, "", null, null, "letter"),
            Instant.parse("2026-03-04T09:00:00Z"));
    line.store.write(books -> books.memory().keep(draft)).orElseThrow();
  }
}
