package no.grenselos.playground.teams.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.shape.Place;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/**
 * Says what is wrong with an activity that the bot sends, and with its answers to an invoke.
 * Stateless; safe for many threads.
 */
public final class StrictActivities {
  /**
   * An activity of more JSON than this is {@code MessageSizeTooBig}; in bytes of UTF-8. This is our
   * own budget and stricter than Teams, which takes some 100 KB of UTF-16 from a bot but 28 KB by
   * other ways (learn.microsoft.com, format your bot messages).
   */
  public static final int MAX_BYTES = 28 * 1024;

  private static final Rule ATTACHMENT =
      Values.withProperties(Shape.of(""))
          .must("contentType", Rule.oneOf(StrictCards.CONTENT_TYPE))
          .must("content", Values.anyObject())
          .may("name", Values.text())
          // Microsoft's kit for Java writes it, empty
          .may("properties", Shape.of(""));

  private static final Rule PREVIEW =
      Values.withProperties(Shape.of(""))
          .must("contentType", Rule.oneOf(StrictCards.CONTENT_TYPE))
          .must("content", Values.anyObject())
          .may("preview", Values.anyObject());

  private static final Rule ANY = Rule.byType(List.of(message(), addressed(Shape.of("typing"))));

  private static final Rule SIZE =
      (value, place) -> {
        if (value.isTextual()) {
          Rule.oneOf("small", "medium", "large").check(value, place);
        } else {
          Rule.whole(1, 2_000).check(value, place);
        }
      };

  private static final Rule TASK =
      Shape.of("")
          .may("title", Values.text())
          .may("height", SIZE)
          .may("width", SIZE)
          .must("card", ATTACHMENT);

  private StrictActivities() {}

  /**
   * Whether Teams would say {@code MessageSizeTooBig}. What it says of the size does not hold for
   * pictures in base64 (learn.microsoft.com, format your bot messages).
   *
   * @param pictures whether they count all the same, as on other ways into Teams
   */
  public static boolean isTooBig(String raw, JsonNode activity, boolean pictures) {
    int size = raw.getBytes(StandardCharsets.UTF_8).length;
    return (pictures ? size : size - Pictures.size(activity)) > MAX_BYTES;
  }

  /** Faults of the activity itself, without its cards. */
  public static List<Fault> inActivity(JsonNode activity) {
    List<Fault> faults = new ArrayList<>();
    Place place = new Place("", faults);
    ANY.check(activity, place);
    if (faults.isEmpty() && activity.path("type").asText().equals("message")) {
      checkSaid(activity, place);
    }
    return faults;
  }

  /** Faults of the cards in an activity or another object with {@code attachments}. */
  public static List<Fault> inCards(JsonNode activity) {
    List<Fault> faults = new ArrayList<>();
    Place place = new Place("/attachments", faults);
    JsonNode attachments = activity.path("attachments");
    for (int i = 0; i < attachments.size(); i++) {
      ATTACHMENT.check(attachments.get(i), place.child(i));
      JsonNode card = attachments.get(i).path("content");
      StrictCards.check(card, place.child(i).child("content"));
      Mentions.checkSaid(
          card.path("msteams").path("entities"), card.path("body").toString(), place.child(i));
    }
    return faults;
  }

  /** Faults of what is to be a dialog: {@code task.value}. */
  public static List<Fault> inTask(JsonNode task) {
    List<Fault> faults = new ArrayList<>();
    Place place = new Place("/task/value", faults);
    TASK.check(task, place);
    StrictCards.check(task.path("card").path("content"), place.child("card").child("content"));
    return faults;
  }

  /** Faults of what is to be shown below a link: {@code composeExtension.attachments}. */
  public static List<Fault> inPreviews(JsonNode attachments) {
    List<Fault> faults = new ArrayList<>();
    Place place = new Place("/composeExtension/attachments", faults);
    for (int i = 0; i < attachments.size(); i++) {
      PREVIEW.check(attachments.get(i), place.child(i));
      StrictCards.check(attachments.get(i).path("content"), place.child(i).child("content"));
    }
    return faults;
  }

  private static void checkSaid(JsonNode activity, Place place) {
    boolean silent = activity.path("text").asText().isBlank();
    if (silent && activity.path("attachments").isEmpty()) {
      place.refuse("has neither text nor attachments");
    }
    Mentions.checkSaid(activity.path("entities"), activity.path("text").asText(), place);
  }

  private static Shape message() {
    return addressed(Shape.of("message"))
        .may("text", Values.text())
        .may("textFormat", Rule.oneOf("plain", "markdown", "xml"))
        .may("summary", Values.text())
        .may("speak", Values.text())
        .may("inputHint", Rule.oneOf("acceptingInput", "ignoringInput", "expectingInput"))
        .may("importance", Rule.oneOf("low", "normal", "high", "urgent"))
        .may("attachmentLayout", Rule.oneOf("list", "carousel"))
        .may("attachments", Rule.list(0, 10, ATTACHMENT))
        .may("entities", Rule.list(0, 50, Mentions.SHAPE))
        .may("channelData", channelData())
        .may("deliveryMode", Rule.oneOf("normal", "notification"));
  }

  private static Shape channelData() {
    return Shape.of("")
        .may("notification", Shape.of("").may("alert", Rule.flag()))
        .may("tenant", Values.anyObject())
        .may("team", Values.anyObject())
        .may("channel", Values.anyObject());
  }

  /** Whence and whither; Teams goes by the address of the request and looks at none of it. */
  private static Shape addressed(Shape shape) {
    return Values.withProperties(shape)
        .may("historyDisclosed", Rule.flag())
        .may("id", Values.text())
        .may("timestamp", Values.text())
        .may("localTimestamp", Values.text())
        .may("localTimezone", Values.text())
        .may("serviceUrl", Values.text())
        .may("channelId", Rule.oneOf("msteams"))
        .may("from", Values.anyObject())
        .may("recipient", Values.anyObject())
        .may("conversation", Values.anyObject())
        .may("replyToId", Values.text())
        .may("locale", Values.text())
        // Microsoft's kit for Java writes both
        .may("historyDisclosed", Rule.flag())
        .may("properties", Shape.of(""));
  }
}
