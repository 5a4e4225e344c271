package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.HouseWork;
import no.grenselos.chat.shown.ShownLink;
import no.grenselos.web.HttpAnswer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The app's lines in the menu of a message, and what it knows of a shared link. */
final class TeamsExtensions implements TeamsEar {
  /** The form of each command of the app package, by command id. */
  static final Map<String, FormKind> FORMS =
      Map.of("askExpert", FormKind.ASK, "keepAnswer", FormKind.KEEP_ANSWER);

  private static final int LONGEST = 4000;

  private final ChatContext context;
  private final TeamsHouse house;
  private final HouseWork work;
  private final TeamsDialogs dialogs;

  TeamsExtensions(ChatContext context, TeamsHouse house, HouseWork work, TeamsDialogs dialogs) {
    this.context = context;
    this.house = house;
    this.work = work;
    this.dialogs = dialogs;
  }

  @Override
  public Optional<HttpAnswer> hear(TeamsCall call) {
    return switch (call.name()) {
      case "composeExtension/fetchTask" -> Optional.of(chosen(call));
      case "composeExtension/submitAction" ->
          Optional.of(dialogs.filled(call, call.value().path("data")));
      case "composeExtension/queryLink", "composeExtension/anonymousQueryLink" ->
          Optional.of(shared(call));
      default -> Optional.empty();
    };
  }

  private HttpAnswer chosen(TeamsCall call) {
    FormKind kind = FORMS.get(TeamsCall.text(call.value(), "commandId"));
    return kind == null
        ? TeamsAnswers.dialog(call.words().nothing())
        : dialogs.opened(call, kind, said(call.value().path("messagePayload")));
  }

  /** What is known of the message: its text, its author's name and id, its address. */
  private static Map<String, String> said(JsonNode message) {
    Map<String, String> values = new HashMap<>();
    JsonNode body = message.path("body");
    String content = TeamsCall.text(body, "content");
    put(values, "text", isHtml(body) ? plain(content) : content);
    JsonNode author = message.path("from").path("user");
    put(values, "author", TeamsCall.text(author, "displayName"));
    put(values, "author-id", TeamsCall.text(author, "id"));
    put(values, "message", TeamsCall.text(message, "linkToMessage"));
    return values;
  }

  private static boolean isHtml(JsonNode body) {
    return TeamsCall.text(body, "contentType").equals("html");
  }

  /** As people read it, with its line breaks. */
  static String plain(String html) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    document.select("br").after("\n");
    document.select("p, div, li").before("\n");
    return document.wholeText().strip();
  }

  private static void put(Map<String, String> values, String key, String value) {
    if (!value.isBlank()) {
      values.put(key, value.length() <= LONGEST ? value : value.substring(0, LONGEST));
    }
  }

  /** In a chat shared with another company nothing is told: who has a post is our own affair. */
  private HttpAnswer shared(TeamsCall call) {
    return work.within(HouseWork.PATIENCE, () -> known(call)).orElseGet(TeamsAnswers::heard);
  }

  private Optional<HttpAnswer> known(TeamsCall call) {
    Optional<ShownLink> address = TeamsLinks.parse(TeamsCall.text(call.value(), "url"));
    Optional<Card> card = address.flatMap(link -> context.listener().about(call.who(), link.to()));
    return card.map(content -> {
      ObjectNode drawn =
          TeamsCard.draw(new ChatEvent.On.Nothing(), content, house.people().view(call.person()));
      String line = TeamsCard.summary(content);
      return TeamsAnswers.preview(house.seal().on(drawn, call.conversation()), line);
    });
  }
}
