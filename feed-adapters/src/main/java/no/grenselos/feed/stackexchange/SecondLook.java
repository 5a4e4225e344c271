package no.grenselos.feed.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.mention.MentionEvent;

/**
 * Asks about a hundred earlier questions in one request. One that is not in the answer was deleted;
 * that is believed when it is missing the second time, since an answer may be incomplete.
 */
record SecondLook(StackExchangeApi api, QuestionReader reader, Clock clock) {
  void at(SeenQuestions seen, Gathering gathering) {
    List<String> ids = seen.toAskAbout();
    if (ids.isEmpty()) return;
    switch (api.questions(ids)) {
      case StackExchangeApi.Loaded.Questions there -> {
        seen.restUntil(clock.instant().plus(there.backoff()).getEpochSecond());
        Map<String, JsonNode> shown = new HashMap<>();
        there.items().forEach(question -> shown.put(QuestionReader.id(question), question));
        for (String id : ids) compare(id, shown.getOrDefault(id, Json.object()), seen, gathering);
      }
      case StackExchangeApi.Loaded.Not not -> {
        // the next look asks again; the search will tell what is wrong
      }
    }
  }

  private void compare(String id, JsonNode question, SeenQuestions seen, Gathering gathering) {
    if (!question.isEmpty()) {
      edited(id, question, reader, seen, gathering);
    } else if (seen.missed(id)) {
      gathering.take(id, () -> new MentionEvent.Deleted(reader.mentionId(id), clock.instant()));
      seen.forget(id);
    } else {
      seen.miss(id);
    }
  }

  /** Takes an edit in, if there is one. */
  static void edited(
      String id,
      JsonNode question,
      QuestionReader reader,
      SeenQuestions seen,
      Gathering gathering) {
    String revision = QuestionReader.revision(question);
    boolean same = seen.revision(id).filter(revision::equals).isPresent();
    if (!same) gathering.take(id, () -> new MentionEvent.Edited(reader.read(question)));
    seen.remember(id, revision);
  }
}
