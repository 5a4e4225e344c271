package no.grenselos.chat.slack;

import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.ErrorResponseMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Slack says about a refusal beyond its one word; the kit keeps it apart per method. */
final class SlackDetails {
  private SlackDetails() {}

  static List<String> of(SlackApiTextResponse answer) {
    List<String> details = new ArrayList<>();
    if (answer.getNeeded() != null) details.add("needed: " + answer.getNeeded());
    switch (answer) {
      case ChatPostMessageResponse post -> {
        addAll(details, post.getErrors());
        addMessages(details, post.getResponseMetadata());
      }
      case ChatUpdateResponse update -> addMessages(details, update.getResponseMetadata());
      case ViewsOpenResponse view -> {
        if (view.getResponseMetadata() != null) {
          addAll(details, view.getResponseMetadata().getMessages());
        }
      }
      default -> {}
    }
    return details;
  }

  private static void addMessages(List<String> details, @Nullable ErrorResponseMetadata metadata) {
    if (metadata != null) addAll(details, metadata.getMessages());
  }

  private static void addAll(List<String> details, @Nullable List<String> messages) {
    if (messages == null) return;
    for (String message : messages) {
      if (!details.contains(message)) details.add(message);
    }
  }
}
