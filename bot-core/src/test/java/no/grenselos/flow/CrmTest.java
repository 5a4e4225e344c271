package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.TicketAction;
import no.grenselos.work.CrmPort.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cases for the house's own system. */
class CrmTest {
  private final TimeLine line = new TimeLine().under(CareRules.whole());

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aCaseIsSentOnceAndItsLinkIsNoted() {
    line.crmSays = new Told.Taken(URI.create("https://crm.example/cases/7"));
    claimed();

    send();
    send();

    assertThat(line.cases)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.ticket()).isEqualTo("T-1");
          assertThat(it.text()).isEqualTo("elendig service");
          assertThat(it.by()).isEqualTo("Ida Vik");
          assertThat(it.channel()).isEqualTo("#kundeservice");
        });
    assertThat(Texts.of(line.card(TimeLine.CARE)))
        .contains("CRM: ", "https://crm.example/cases/7", "Lag en sak av den");
    assertThat(line.slack.whispers()).containsExactly("UIDA: Sakssystemet har denne allerede.");
  }

  @Test
  void aSystemThatIsDownIsCalledAgainWithTheSameId() {
    line.crmSays = new Told.Later(Duration.ofMinutes(1), "HTTP 503");
    claimed();
    send();

    line.crmSays = new Told.Taken(null);
    line.pass(Duration.ofMinutes(1));

    assertThat(line.cases).hasSize(2).extracting(it -> it.id()).containsOnly("ticket-1");
    assertThat(line.pass(Duration.ofMinutes(5)).cases).hasSize(2);
  }

  @Test
  void aRefusalIsToldAndListed() {
    line.crmSays = new Told.Refused("HTTP 403");
    claimed();

    send();

    assertThat(line.slack.whispers())
        .singleElement()
        .asString()
        .startsWith("UIDA: Jeg fikk ikke T-1 inn i sakssystemet: HTTP 403");
    int parked = line.store.read(books -> books.outbox().parked(9).size());
    assertThat(parked).isEqualTo(1);
  }

  @Test
  void notesAreNeverSent() {
    claimed();
    line.does("ida", TimeLine.CARE, new CareAction.AddNote("hemmelig"));

    send();

    assertThat(line.cases.toString()).doesNotContain("hemmelig");
  }

  private void claimed() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, new TicketAction.Claim());
  }

  private void send() {
    line.does("ida", TimeLine.CARE, new CareAction.SendToCrm());
  }
}
