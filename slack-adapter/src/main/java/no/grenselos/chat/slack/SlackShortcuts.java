package no.grenselos.chat.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.App;
import com.slack.api.methods.response.chat.ChatGetPermalinkResponse;
import com.slack.api.model.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.HouseWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The app's lines in the menu of a message, and in the menu of everything. */
final class SlackShortcuts implements SlackEar {
  /** The form of each shortcut of the manifest, by callback id. */
  static final Map<String, String> FORMS =
      Map.of("ask_expert", "ASK", "ask_someone", "ASK", "keep_answer", "KEEP_ANSWER");

  private static final Logger LOG = LoggerFactory.getLogger(SlackShortcuts.class);

  /** The trigger of a shortcut lives 3 s: the address of a message must not use them up. */
  private static final Duration ADDRESS_PATIENCE = Duration.ofMillis(800);

  private final ChatListener listener;
  private final SlackCalls calls;
  private final SlackPeople people;
  private final HouseWork work;
  private final SlackAsking asking;

  SlackShortcuts(
      ChatListener listener,
      SlackCalls calls,
      SlackPeople people,
      HouseWork work,
      SlackAsking asking) {
    this.listener = listener;
    this.calls = calls;
    this.people = people;
    this.work = work;
    this.asking = asking;
  }

  /** Somebody chose a line. */
  private record Chosen(String callback, String user, String trigger) {}

  @Override
  public void listen(App app) {
    for (String callback : FORMS.keySet()) {
      app.messageShortcut(
          callback,
          (request, context) -> {
            var payload = request.getPayload();
            Chosen chosen = new Chosen(callback, payload.getUser().getId(), payload.getTriggerId());
            work.later(callback, () -> open(chosen, said(payload)));
            return context.ack();
          });
      app.globalShortcut(
          callback,
          (request, context) -> {
            var payload = request.getPayload();
            Chosen chosen = new Chosen(callback, payload.getUser().getId(), payload.getTriggerId());
            work.later(callback, () -> open(chosen, Map.of()));
            return context.ack();
          });
    }
  }

  private void open(Chosen chosen, Map<String, String> values) {
    try {
      var who = people.user(chosen.user(), null);
      Optional<Form> form =
          kind(chosen.callback())
              .flatMap(kind -> listener.open(kind, new ChatEvent.On.Nothing(), who, values));
      if (form.isEmpty()) asking.sorry().say(chosen.user(), SlackWords::nothing);
      else asking.show(form.get(), values, chosen.trigger(), chosen.user());
    } catch (RuntimeException e) {
      LOG.warn("slack shortcut failed callback={}", chosen.callback(), e);
      asking.sorry().say(chosen.user(), SlackWords::sorry);
    }
  }

  /** Empty where this release has no such form. */
  private static Optional<FormKind> kind(String callback) {
    return Arrays.stream(FormKind.values())
        .filter(kind -> kind.name().equals(FORMS.get(callback)))
        .findFirst();
  }

  /** What is known of the message: its text, its author's name and id, its address. */
  private Map<String, String> said(MessageShortcutPayload payload) {
    Map<String, String> values = new HashMap<>();
    Message message = payload.getMessage();
    put(values, "text", SlackMarkup.plain(orEmpty(message.getText()), people::name));
    if (message.getUser() != null) {
      put(values, "author", people.name(message.getUser()));
      put(values, "author-id", message.getUser());
    }
    put(values, "message", work.within(ADDRESS_PATIENCE, () -> address(payload)).orElse(""));
    return values;
  }

  private static void put(Map<String, String> values, String key, String value) {
    if (!value.isBlank()) values.put(key, value);
  }

  private Optional<String> address(MessageShortcutPayload payload) {
    SlackReply<ChatGetPermalinkResponse> reply =
        calls.call(
            "chat.getPermalink",
            methods ->
                methods.chatGetPermalink(r ->
                    r.channel(payload.getChannel().getId()).messageTs(payload.getMessageTs())));
    return reply instanceof SlackReply.Yes<ChatGetPermalinkResponse> yes
        ? Optional.ofNullable(yes.answer().getPermalink())
        : Optional.empty();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
