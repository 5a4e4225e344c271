package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.chat.AnyPng;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatPort;
import no.grenselos.chat.Delivery;
import no.grenselos.chat.HeardEvents;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Part;
import no.grenselos.chat.PlacementId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsPicturesTest {
  private static final PlacementId CARD = new PlacementId(12);

  private TeamsTenant tenant;
  private ChatPort port;

  @BeforeEach
  void open() throws Exception {
    tenant = TeamsTenant.open(new HeardEvents());
    port = tenant.chat().port();
  }

  @AfterEach
  void close() {
    if (tenant != null) tenant.close();
  }

  private static Card drawn(int padding) {
    return new Card(
        "The week",
        List.of(new Part.Picture(AnyPng.of(320, padding), "41 posts, 30 answered")),
        List.of(),
        List.of(),
        "The week");
  }

  private MessageRef delivered(Delivery delivery) {
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered) delivery).ref();
  }

  @Test
  void pictureLargerThanAMessageIsTakenAsTeamsDoesNotCountIt() {
    MessageRef ref = delivered(port.post(tenant.channel(), CARD, drawn(45_000)));

    assertThat(tenant.pictures(ref)).singleElement().isEqualTo(AnyPng.of(320, 45_000).bytes());
  }

  @Test
  void wherePicturesCountAfterAllTheCardIsSentInWords() {
    tenant.teams.weather().picturesCount(true);

    MessageRef ref = delivered(port.post(tenant.channel(), CARD, drawn(45_000)));
    delivered(port.update(ref, CARD, drawn(44_000)));

    assertThat(tenant.pictures(ref)).isEmpty();
    assertThat(tenant.messages(tenant.channel())).hasSize(1);
    assertThat(TeamsTenant.text(tenant.card("kari", ref))).contains("41 posts, 30 answered");
  }

  @Test
  void whoeverLooksAtTheCardAnewSeesThePicture() {
    MessageRef ref = delivered(port.post(tenant.alone("kari"), CARD, drawn(2_000)));

    assertThat(tenant.pictures(ref)).hasSize(1);
    assertThat(tenant.card("kari", ref).findValuesAsText("altText"))
        .containsExactly("41 posts, 30 answered");
  }
}
