package no.grenselos.chat.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.chat.ChatMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes of one kind, each by an id, kept in the store as JSON. One that cannot be read is as good
 * as none. Safe for many threads.
 *
 * @param <T> a record of texts
 */
final class TeamsNotes<T> {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsNotes.class);

  private final ChatMemory memory;
  private final String kind;
  private final Class<T> type;
  private final ObjectMapper mapper =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  /**
   * @param kind what the notes are of, with which their keys begin: {@code person}
   */
  TeamsNotes(ChatMemory memory, String kind, Class<T> type) {
    this.memory = memory;
    this.kind = kind;
    this.type = type;
  }

  Optional<T> find(String id) {
    return memory.recall(key(id)).flatMap(this::read);
  }

  List<T> all() {
    Stream<String> notes = memory.recallAll(key("")).values().stream();
    return notes.flatMap(json -> read(json).stream()).toList();
  }

  void keep(String id, T note) {
    try {
      memory.keep(key(id), mapper.writeValueAsString(note));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written", e);
    }
  }

  void forget(String id) {
    memory.forget(key(id));
  }

  private String key(String id) {
    return kind + ":" + id;
  }

  private Optional<T> read(String json) {
    try {
      return Optional.of(mapper.readValue(json, type));
    } catch (JsonProcessingException e) {
      LOG.warn("teams note of a {} not understood: {}", kind, e.getOriginalMessage());
      return Optional.empty();
    }
  }
}
