package no.grenselos.feed.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Recorded;
import no.grenselos.feed.http.WebLink;
import no.grenselos.mention.MentionEvent;

/**
 * Finds the questions in recorded answers, one or one a line. The site is not in an answer; its
 * host stands for it.
 */
final class StackExchangeRecording {
  private StackExchangeRecording() {}

  static Fetch replay(byte[] file) {
    Gathering gathering = new Gathering();
    return Recorded.of(file).read(gathering, answers -> read(answers, gathering));
  }

  private static Fetch read(List<JsonNode> answers, Gathering gathering) {
    List<JsonNode> questions = new ArrayList<>();
    answers.forEach(answer -> collect(answer, questions, gathering));
    questions.stream()
        .sorted(StackExchangeFeed.OLDEST_FIRST)
        .forEach(item -> take(item, gathering));
    Fetch.Page page = gathering.page(Cursor.START, false);
    boolean nothing = page.events().isEmpty() && page.skipped().isEmpty();
    return nothing ? new Fetch.Failed("the file holds no answer of Stack Exchange") : page;
  }

  private static void collect(JsonNode answer, List<JsonNode> questions, Gathering gathering) {
    if (answer.has("error_id")) {
      gathering.skip("answer", "is an error of the API");
      return;
    }
    for (JsonNode item : Json.elements(answer.path("items"))) {
      if (item.has("question_id") && !item.has("answer_id") && !item.has("comment_id")) {
        questions.add(item);
      } else {
        gathering.skip(named(item), "is not a question");
      }
    }
  }

  private static String named(JsonNode item) {
    return List.of("answer_id", "comment_id", "user_id", "api_site_parameter", "name").stream()
        .map(field -> Json.text(item, field))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("item");
  }

  private static void take(JsonNode question, Gathering gathering) {
    gathering.take(
        Json.text(question, "question_id"),
        () -> new MentionEvent.Posted(new QuestionReader(site(question)).read(question)));
  }

  private static String site(JsonNode question) {
    return WebLink.of(Json.text(question, "link"))
        .flatMap(link -> Optional.ofNullable(link.getHost()))
        .map(host -> host.replaceFirst("(\\.stackexchange)?\\.com$", ""))
        .filter(site -> !site.isBlank())
        .orElse("recorded");
  }
}
