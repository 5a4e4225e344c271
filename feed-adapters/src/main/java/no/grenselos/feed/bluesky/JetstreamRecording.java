package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.Network;

/**
 * Reads recorded events of Jetstream, one JSON a line, in either form. What is no post is listed
 * together by its reason, since of the stream most is not.
 */
public final class JetstreamRecording implements Recording {
  private static final Pattern COLLECTION = Pattern.compile("[a-zA-Z0-9.-]{3,120}");
  private static final int MOST_REASONS = 200;

  @Override
  public Network network() {
    return BlueskyFeedProvider.NETWORK;
  }

  @Override
  public String format() {
    return "bluesky-jetstream";
  }

  /** In the stream's order: a delete comes after its post. */
  @Override
  public Fetch replay(byte[] file) {
    Replay replay = new Replay();
    int line = 1;
    int start = 0;
    for (int end = 0; end <= file.length; end++) {
      if (end < file.length && file[end] != '\n') continue;
      replay.take(line++, Arrays.copyOfRange(file, start, end));
      start = end + 1;
    }
    return replay.end();
  }

  private record Group(int first, int many) {}

  private static final class Replay {
    private final Gathering gathering = new Gathering();
    private final Map<String, Group> skipped = new LinkedHashMap<>();
    private boolean ofStream;

    void take(int line, byte[] bytes) {
      if (isBlank(bytes)) return;
      switch (JetstreamReader.read(bytes)) {
        case JetstreamReader.Read.Event read -> add(line, read.event());
        case JetstreamReader.Read.Other other -> skip(line, otherwise(bytes));
        case JetstreamReader.Read.Unusable unusable -> {
          ofStream |= Json.parse(bytes).flatMap(JetstreamEvent::of).isPresent();
          skip(line, unusable.reason());
        }
      }
    }

    private void add(int line, MentionEvent event) {
      ofStream = true;
      gathering.take("line " + line, () -> event);
    }

    private void skip(int line, String reason) {
      String kept = skipped.size() < MOST_REASONS ? reason : "is something else";
      skipped.merge(
          kept, new Group(line, 1), (was, more) -> new Group(was.first(), was.many() + 1));
    }

    private String otherwise(byte[] bytes) {
      Optional<JetstreamEvent> event = Json.parse(bytes).flatMap(JetstreamEvent::of);
      if (event.isEmpty()) return "is no event of the stream";
      ofStream = true;
      return event.get().kind().equals("commit")
          ? "is about " + collection(event.get().change())
          : "is about an account, not a post";
    }

    private static String collection(JsonNode change) {
      String name = Json.text(change, "collection");
      return COLLECTION.matcher(name).matches() ? name : "something unnamed";
    }

    Fetch end() {
      if (!ofStream) return new Fetch.Failed("the file holds no events of Jetstream");
      skipped.forEach((reason, group) -> gathering.skip(place(group), reason));
      return gathering.page(Cursor.START, false);
    }

    private static String place(Group group) {
      String place = "line " + group.first();
      return group.many() == 1 ? place : place + " and " + (group.many() - 1) + " more";
    }

    private static boolean isBlank(byte[] bytes) {
      for (byte sign : bytes) {
        if (sign != ' ' && sign != '\r' && sign != '\t') return false;
      }
      return true;
    }
  }
}
