package no.grenselos.log.kafka;

import static no.grenselos.log.kafka.KafkaRelayTest.many;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import no.grenselos.feed.Cursor;
import no.grenselos.log.Receipt;
import no.grenselos.log.RelayException;
import no.grenselos.log.kafka.KafkaRelayTest.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without a broker: what waits for its time-outs, apart from the tests that do not. */
class KafkaAwayTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

  private KafkaRelay relay;

  @AfterEach
  void close() {
    relay.close();
  }

  @Test
  void whenNobodyAnswersThatIsSaidAndNothingCountsAsKept() throws IOException {
    try (Socket nobody = new Socket()) {
      // bound and not listening: no other test's server is given the port meanwhile
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String address = "127.0.0.1:" + nobody.getLocalPort();
      relay = KafkaRelayTest.relay(address, "away");
      String silence = "Kafka does not answer in time at " + address;

      assertThat(relay.carry(many(0, 2)))
          .isInstanceOfSatisfying(
              Receipt.NotNow.class, later -> assertThat(later.reason()).startsWith(silence));
      Node node = new Node(relay);
      for (int i = 0; i < 8; i++) node.round(Cursor.START);
      assertThat(node.trouble).contains(silence);
      assertThatThrownBy(() -> relay.survey(AT)).isInstanceOf(RelayException.class);
    }
  }

  @Test
  void aNameThatNobodyKnowsIsSaid() {
    relay = KafkaRelayTest.relay("nowhere.invalid:9092", "away");

    assertThat(relay.carry(many(0, 1)))
        .isInstanceOfSatisfying(
            Receipt.NotNow.class, later -> assertThat(later.reason()).contains("bootstrap"));
    Node node = new Node(relay).round(Cursor.START);
    assertThat(node.trouble.orElse("")).contains("bootstrap");
  }
}
