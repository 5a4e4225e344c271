package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ConversationResourceResponse;
import com.microsoft.bot.schema.PagedMembersResult;
import com.microsoft.bot.schema.ResourceResponse;
import com.microsoft.bot.schema.teams.ChannelInfo;
import com.microsoft.bot.schema.teams.ConversationList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Response;

/**
 * Our few calls of Teams' service, each tried once, within its limits and at allowed hosts alone;
 * no method throws for what the service does. Safe for many threads.
 */
final class TeamsConnector {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsConnector.class);

  /** Where new conversations are counted; "create same" as send (Teams' rate limits). */
  private static final String NEW = "new conversations";

  /** Members a page: the most that Teams gives (learn.microsoft.com, "Fetch the roster"). */
  private static final int PAGE = 500;

  private final TeamsSettings settings;
  private final TeamsTokens tokens;
  private final TeamsPace pace;
  private final TeamsClients clients;
  private final TeamsCalls calls = new TeamsCalls();
  private final ObjectMapper mapper =
      new ObjectMapper()
          .findAndRegisterModules()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  TeamsConnector(TeamsHttp http, TeamsSettings settings, TeamsTokens tokens, TeamsPace pace) {
    this.settings = settings;
    this.tokens = tokens;
    this.pace = pace;
    this.clients = new TeamsClients(http, new TeamsCredentials(settings, tokens));
  }

  /** Sends a new message; the answer is its id. Puts what the activity carries into JSON. */
  TeamsReply<String> send(URI service, String conversation, Activity activity) {
    return call(
        "send",
        service,
        conversation,
        client ->
            client
                .conversations()
                .sendToConversation(conversation, sendable(activity))
                .thenApply(TeamsConnector::id),
        Optional.empty());
  }

  /** Puts another content into a message; harmless when done twice. The answer is its id. */
  TeamsReply<String> update(URI service, String conversation, String message, Activity activity) {
    return call(
        "update",
        service,
        conversation,
        client ->
            client
                .conversations()
                .updateActivity(conversation, message, sendable(activity))
                .thenApply(TeamsConnector::id),
        Optional.of(message));
  }

  /** Takes a message away; the answer is its id. */
  TeamsReply<String> delete(URI service, String conversation, String message) {
    return call(
        "delete",
        service,
        conversation,
        client ->
            client.conversations().deleteActivity(conversation, message).thenApply(done -> message),
        Optional.of(message));
  }

  /**
   * Opens the conversation with one person; the same one whenever asked for again.
   *
   * @param member the person's {@code 29:} id, or their id in the directory
   * @param tenant the person's directory; empty in local development
   */
  TeamsReply<ConversationResourceResponse> create(URI service, String member, String tenant) {
    ConversationParameters wanted = new ConversationParameters();
    wanted.setIsGroup(false);
    wanted.setBot(new ChannelAccount("28:" + settings.app().id()));
    ChannelAccount person = new ChannelAccount(member);
    if (!member.startsWith("29:")) person.setAadObjectId(member);
    wanted.setMembers(List.of(person));
    if (!tenant.isEmpty()) {
      wanted.setTenantId(tenant);
      var data = mapper.createObjectNode();
      data.putObject("tenant").put("id", tenant);
      wanted.setChannelData(data);
    }
    return call(
        "create",
        service,
        NEW,
        client -> client.conversations().createConversation(wanted),
        Optional.empty());
  }

  /** Asks for one member, by any of their ids. */
  TeamsReply<ChannelAccount> member(URI service, String conversation, String member) {
    return call(
        "member",
        service,
        null,
        client -> client.conversations().getConversationMember(member, conversation),
        Optional.empty());
  }

  /** One page of the members; the first when no page is named. */
  TeamsReply<PagedMembersResult> members(URI service, String conversation, Optional<String> page) {
    return call(
        "members",
        service,
        null,
        client ->
            client
                .members()
                .page(conversation, PAGE, page.orElse(null))
                .thenApply(this::pagedMembers),
        Optional.empty());
  }

  /** A team's channels; the one without a name is "General". */
  TeamsReply<List<ChannelInfo>> channels(URI service, String team) {
    return call(
        "channels",
        service,
        null,
        client ->
            client.teams().fetchChannelList(team).thenApply(ConversationList::getConversations),
        Optional.empty());
  }

  private <T> TeamsReply<T> call(
      String name,
      URI service,
      @Nullable String conversation,
      Function<TeamsClients.Client, CompletableFuture<T>> call,
      Optional<T> otherwise) {
    if (!settings.hosts().allows(service)) {
      LOG.warn("teams not called call={} reason=host", name);
      return new TeamsReply.No<>("HostNotAllowed", String.valueOf(service.getHost()), 0);
    }
    Optional<TeamsReply<T>> noToken = settings.isLocal() ? Optional.empty() : noToken();
    if (noToken.isPresent()) return noToken.get();
    Duration wait = conversation == null ? pace.turn() : pace.turn(conversation);
    if (wait.isPositive()) return new TeamsReply.TooFast<>(wait);
    TeamsReply<T> reply = calls.once(name, () -> call.apply(clients.of(service)), otherwise);
    if (reply instanceof TeamsReply.TooFast<T> fast && conversation != null)
      pace.pause(conversation, fast.time());
    if (reply instanceof TeamsReply.No<T> no && no.status() == 401) tokens.drop();
    return reply;
  }

  private <T> Optional<TeamsReply<T>> noToken() {
    return switch (tokens.token()) {
      case TeamsTokens.Answer.Have have -> Optional.empty();
      case TeamsTokens.Answer.Refused no ->
          Optional.of(new TeamsReply.No<>("NoToken", no.reason() + "; " + no.whatToDo(), 401));
      case TeamsTokens.Answer.NotReached none ->
          Optional.of(new TeamsReply.NotReached<>(none.reason()));
    };
  }

  private static @Nullable String id(@Nullable ResourceResponse response) {
    return response == null ? null : response.getId();
  }

  private PagedMembersResult pagedMembers(Response<ResponseBody> response) {
    if (!response.isSuccessful() || response.body() == null)
      throw new ErrorResponseException("members", response);
    try (ResponseBody body = response.body()) {
      return mapper.readValue(body.bytes(), PagedMembersResult.class);
    } catch (IOException e) {
      throw new UncheckedIOException("members", e);
    }
  }

  /** The kit looks into all it sends by reflection, which Java forbids for its own collections. */
  private Activity sendable(Activity activity) {
    if (activity.getAttachments() != null)
      for (Attachment attachment : activity.getAttachments())
        if (attachment.getContent() != null) attachment.setContent(json(attachment.getContent()));
    if (activity.getChannelData() != null) activity.setChannelData(json(activity.getChannelData()));
    if (activity.getValue() != null) activity.setValue(json(activity.getValue()));
    return activity;
  }

  private Object json(Object content) {
    return content instanceof JsonNode ? content : mapper.valueToTree(content);
  }
}
