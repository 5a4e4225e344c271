package no.grenselos.flow;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Publication;
import no.grenselos.feed.Publisher;
import no.grenselos.feed.Reply;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;

/** A network that takes replies, once per key, and fails as the test says. */
final class ScriptedNetwork implements Publisher {
  static final Network NAME = new Network("mastodon");

  private final Map<String, String> replies = new LinkedHashMap<>();
  private Optional<Publication> next = Optional.empty();

  void answersNextWith(Publication answer) {
    next = Optional.of(answer);
  }

  Map<String, String> replies() {
    return replies;
  }

  @Override
  public Network network() {
    return NAME;
  }

  @Override
  public Publication publish(Reply reply) {
    Optional<Publication> answer = next;
    next = Optional.empty();
    boolean arrives = answer.isEmpty() || answer.get() instanceof Publication.Unsure;
    if (arrives) replies.putIfAbsent(reply.key(), reply.text());
    return answer.orElse(
        new Publication.Published(
            new MentionId(NAME, "r" + replies.size()), URI.create("https://mastodon.example/r")));
  }

  @Override
  public int maxLength() {
    return 500;
  }

  @Override
  public int length(String text) {
    return text.length();
  }
}
