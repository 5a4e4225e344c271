package no.grenselos.log.kafka;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.log.Survey.Extent;
import no.grenselos.mention.MentionEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Messages of one partition, read.
 *
 * @param page with those among the skipped ones that are dead
 */
record Unpacked(TopicPartition partition, Fetch.Page page, List<DeadLetters.Letter> dead) {
  /** Of at least one message. */
  static Unpacked of(List<ConsumerRecord<byte[], byte[]>> messages) {
    List<MentionEvent> events = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    List<DeadLetters.Letter> dead = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> message : messages) {
      switch (EventReader.read(message.value())) {
        case Opened.Event opened -> events.add(opened.event());
        case Opened.Unreadable unreadable -> {
          skipped.add(new Skipped("offset " + message.offset(), unreadable.reason()));
          dead.add(new DeadLetters.Letter(message, unreadable.reason()));
        }
      }
    }
    ConsumerRecord<byte[], byte[]> last = messages.getLast();
    return new Unpacked(
        new TopicPartition(last.topic(), last.partition()),
        new Fetch.Page(events, Extent.at(last.offset() + 1), false, skipped),
        dead);
  }
}
