package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.PagedMembersResult;
import com.microsoft.bot.schema.teams.ChannelInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.MovedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsConnectorTest {
  private static final String LOGIN = "/login/" + Signer.TENANT + "/oauth2/v2.0/token";
  private static final String CHAT = "a:1";
  private static final String POSTS = "/teams/v3/conversations/" + CHAT + "/activities";
  private static final String POST = POSTS + "/m1";

  private final StandIn teams = new StandIn();
  private final TeamsHttp http = new TeamsHttp();
  private final MovedClock clock = new MovedClock();
  private final URI service = teams.at("/teams/");
  private final TeamsConnector connector = connector(SettingsOf.allAt(teams));

  private TeamsConnector connector(TeamsSettings settings) {
    return new TeamsConnector(
        http, settings, new TeamsTokens(http, settings, clock), new TeamsPace(clock));
  }

  @BeforeEach
  void tokenIsGiven() {
    teams.tell(LOGIN, 200, "{\"access_token\":\"our-token\",\"expires_in\":3600}");
  }

  @AfterEach
  void close() {
    http.close();
    teams.close();
  }

  private static Activity message() {
    Activity activity = new Activity("message");
    activity.setText("hi");
    return activity;
  }

  private TeamsReply<String> send() {
    return connector.send(service, CHAT, message());
  }

  private List<StandIn.Asked> calls() {
    return teams.asked().stream().filter(call -> call.path().startsWith("/teams/")).toList();
  }

  @Test
  void messageIsSentWithOurTokenAndItsIdComesBack() {
    teams.tell(POSTS, 201, "{\"id\":\"m1\"}");

    assertThat(send()).isEqualTo(new TeamsReply.Yes<>("m1"));
    assertThat(calls()).hasSize(1);
    assertThat(calls().getFirst().method()).isEqualTo("POST");
    assertThat(calls().getFirst().header("Authorization")).isEqualTo("Bearer our-token");
    assertThat(calls().getFirst().body()).contains("\"text\":\"hi\"");
  }

  @Test
  void messageIsEditedAndDeletedInItsThread() {
    String thread = "19:x@thread.tacv2;messageid=17";
    String path = "/teams/v3/conversations/" + thread + "/activities/m1";
    teams.tell(path, 200, "{\"id\":\"m1\"}");

    assertThat(connector.update(service, thread, "m1", message()))
        .isEqualTo(new TeamsReply.Yes<>("m1"));
    teams.tell(path, 200, "");
    assertThat(connector.update(service, thread, "m1", message()))
        .isEqualTo(new TeamsReply.Yes<>("m1"));
    assertThat(connector.delete(service, thread, "m1")).isEqualTo(new TeamsReply.Yes<>("m1"));

    assertThat(calls()).extracting(StandIn.Asked::method).containsExactly("PUT", "PUT", "DELETE");
  }

  @Test
  void cardMayHoldListsAndMapsThoughTheKitStumblesOverThem() throws IOException {
    teams.tell(POSTS, 200, "{\"id\":\"m1\"}");
    Attachment card = new Attachment();
    card.setContentType("application/vnd.microsoft.card.adaptive");
    card.setContent(Map.of("body", List.of(Map.of("type", "TextBlock"))));
    Activity activity = message();
    activity.setAttachments(List.of(card));
    activity.setChannelData(Map.of("tenant", Map.of("id", Signer.TENANT)));

    assertThat(connector.send(service, CHAT, activity)).isEqualTo(new TeamsReply.Yes<>("m1"));

    JsonNode sent = new ObjectMapper().readTree(calls().getFirst().body());
    assertThat(sent.at("/attachments/0/content/body/0/type").asText()).isEqualTo("TextBlock");
    assertThat(sent.at("/channelData/tenant/id").asText()).isEqualTo(Signer.TENANT);
  }

  @Test
  void conversationIsOpenedWithSomebodyOfTheDirectory() throws IOException {
    teams.tell("/teams/v3/conversations", 201, "{\"id\":\"a:new\"}");

    var reply = connector.create(service, "5e000000-0000-0000-0000-000000000001", Signer.TENANT);

    assertThat(reply)
        .isInstanceOfSatisfying(
            TeamsReply.Yes.class,
            yes -> assertThat(yes.answer()).hasFieldOrPropertyWithValue("id", "a:new"));
    JsonNode sent = new ObjectMapper().readTree(calls().getFirst().body());
    assertThat(sent.at("/bot/id").asText()).isEqualTo("28:" + Signer.APP);
    assertThat(sent.at("/members/0/id").asText()).isEqualTo("5e000000-0000-0000-0000-000000000001");
    assertThat(sent.at("/tenantId").asText()).isEqualTo(Signer.TENANT);
    assertThat(sent.at("/channelData/tenant/id").asText()).isEqualTo(Signer.TENANT);
  }

  @Test
  void membersAreReadPageByPage() {
    String members = "/teams/v3/conversations/" + CHAT + "/pagedmembers?pageSize=500";
    teams.tell(
        members,
        200,
        "{\"members\":[{\"id\":\"29:a\",\"name\":\"Ana\",\"email\":\"a@x\"}],"
            + "\"continuationToken\":\"p 2\"}");
    teams.tell(members + "&continuationToken=p%202", 200, "{\"members\":[{\"id\":\"29:b\"}]}");
    teams.tell(
        "/teams/v3/conversations/" + CHAT + "/members/29:a",
        200,
        "{\"id\":\"29:a\",\"aadObjectId\":\"5e\"}");

    PagedMembersResult first = yes(connector.members(service, CHAT, Optional.empty()));
    PagedMembersResult second =
        yes(connector.members(service, CHAT, Optional.of(first.getContinuationToken())));
    ChannelAccount ana = yes(connector.member(service, CHAT, "29:a"));

    assertThat(first.getMembers()).extracting(ChannelAccount::getName).containsExactly("Ana");
    assertThat(second.getMembers()).extracting(ChannelAccount::getId).containsExactly("29:b");
    assertThat(ana.getAadObjectId()).isEqualTo("5e");
  }

  @Test
  void membersThatMayNotBeReadAreRefusedWithTheCode() {
    teams.tell(
        "/teams/v3/conversations/" + CHAT + "/pagedmembers?pageSize=500",
        403,
        "{\"error\":{\"code\":\"BotNotInConversationRoster\",\"message\":\"no\"}}");

    assertThat(connector.members(service, CHAT, Optional.empty()))
        .isEqualTo(new TeamsReply.No<>("BotNotInConversationRoster", "no", 403));
  }

  @Test
  void channelsOfATeamAreListed() {
    teams.tell(
        "/teams/v3/teams/19:t/conversations",
        200,
        "{\"conversations\":[{\"id\":\"19:t\"},{\"id\":\"19:u\",\"name\":\"Desk\"}]}");

    assertThat(yes(connector.channels(service, "19:t")))
        .extracting(ChannelInfo::getId)
        .containsExactly("19:t", "19:u");
  }

  private static <T> T yes(TeamsReply<T> reply) {
    if (reply instanceof TeamsReply.Yes<T> yes) return yes.answer();
    throw new AssertionError(reply);
  }

  @Test
  void serverErrorsMakeOneRequestEachAndLeaveItUnclear() {
    for (int status : List.of(500, 502, 503, 504)) {
      int before = calls().size();
      teams.tell(POSTS, status, "");
      teams.tell(POST, status, "");

      assertThat(send())
          .isInstanceOfSatisfying(
              TeamsReply.Unclear.class,
              unclear -> assertThat(unclear.reason()).contains("" + status));
      assertThat(connector.update(service, CHAT, "m1", message()))
          .isInstanceOf(TeamsReply.Unclear.class);
      assertThat(calls()).hasSize(before + 2);
      clock.forward(Duration.ofMinutes(1));
    }
  }

  @Test
  void tooManyCallsWaitAsLongAsTeamsSaysWithoutAskingAgain() {
    teams.tell(POSTS, 429, "", Map.of("Retry-After", "7"));

    assertThat(send()).isEqualTo(new TeamsReply.TooFast<>(Duration.ofSeconds(7)));
    assertThat(send()).isEqualTo(new TeamsReply.TooFast<>(Duration.ofSeconds(7)));
    assertThat(calls()).hasSize(1);
  }

  @Test
  void withoutAWaitOrAtAFailedPreconditionOneToTwoSecondsPass() {
    for (int status : List.of(429, 412)) {
      teams.tell(POSTS, status, "");

      assertThat(send())
          .isInstanceOfSatisfying(
              TeamsReply.TooFast.class,
              fast ->
                  assertThat(fast.time()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2)));
      clock.forward(Duration.ofMinutes(1));
    }
  }

  @Test
  void refusalComesWithMicrosoftsCode() {
    teams.tell(
        POSTS,
        403,
        "{\"error\":{\"code\":\"ConversationBlockedByUser\",\"message\":\"User blocked\"}}");
    assertThat(send())
        .isEqualTo(new TeamsReply.No<>("ConversationBlockedByUser", "User blocked", 403));

    teams.tell(POSTS, 404, "<html>not here</html>");
    assertThat(send()).isEqualTo(new TeamsReply.No<>("Http404", "", 404));
  }

  @Test
  void tokenThatIsNotAcceptedIsFetchedAnew() {
    teams.tell(POSTS, 401, "{\"message\":\"Authorization has been denied for this request.\"}");
    clock.forward(Duration.ofMinutes(2));
    assertThat(send()).isInstanceOf(TeamsReply.No.class);
    teams.tell(LOGIN, 200, "{\"access_token\":\"another\",\"expires_in\":3600}");
    teams.tell(POSTS, 201, "{\"id\":\"m1\"}");

    clock.forward(Duration.ofMinutes(2));
    send();
    teams.tell(POSTS, 401, "");
    send();
    teams.tell(POSTS, 201, "{\"id\":\"m1\"}");
    clock.forward(Duration.ofMinutes(2));

    assertThat(send()).isEqualTo(new TeamsReply.Yes<>("m1"));
    assertThat(calls().getLast().header("Authorization")).isEqualTo("Bearer another");
  }

  @Test
  void withoutATokenNothingIsSentAndItIsSaidWhy() {
    teams.tell(LOGIN, 401, "{\"error\":\"invalid_client\"}");

    assertThat(send())
        .isInstanceOfSatisfying(
            TeamsReply.No.class,
            no -> assertThat(no.message()).contains("token", "TEAMS_APP_PASSWORD"));
    assertThat(calls()).isEmpty();
  }

  @Test
  void brokenConnectionIsUnclearAndNoneIsNotReached() throws IOException {
    teams.cut(POSTS);
    assertThat(send()).isInstanceOf(TeamsReply.Unclear.class);
    assertThat(calls()).hasSize(1);

    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    TeamsSettings nobody =
        SettingsOf.read(
            Map.of(
                "app-id",
                Signer.APP,
                "tenant",
                Signer.TENANT,
                "login",
                teams.at("/login/").toString(),
                "service-urls",
                "127.0.0.1:" + closed,
                "service-url",
                "http://127.0.0.1:" + closed + "/"));
    assertThat(connector(nobody).send(nobody.addresses().service(), CHAT, message()))
        .isInstanceOf(TeamsReply.NotReached.class);
  }

  @Test
  void answersNobodyUnderstandsAreUnclearForANewMessage() {
    for (String body : List.of("", "no json", "{}")) {
      teams.tell(POSTS, 201, body);
      assertThat(send()).as(body).isInstanceOf(TeamsReply.Unclear.class);
    }
  }

  @Test
  void redirectIsNotFollowedNorACookieKept() {
    teams.tell(POSTS, 307, "", Map.of("Location", teams.at("/elsewhere").toString()));
    assertThat(send()).isInstanceOf(TeamsReply.No.class);
    assertThat(teams.asked("/elsewhere")).isZero();

    teams.tell(POSTS, 201, "{\"id\":\"m1\"}", Map.of("Set-Cookie", "a=b"));
    send();
    send();
    assertThat(calls().getLast().header("Cookie")).isEmpty();
  }

  @Test
  void storedAddressThatIsNoLongerAllowedIsNotCalled() {
    try (StandIn attacker = new StandIn()) {
      var reply = connector.send(attacker.at("/teams/"), CHAT, message());

      assertThat(reply).isEqualTo(new TeamsReply.No<>("HostNotAllowed", "127.0.0.1", 0));
      assertThat(attacker.asked()).isEmpty();
      assertThat(teams.asked()).as("no token was even fetched").isEmpty();
    }
  }

  @Test
  void localDevelopmentSendsNoTokenAndCallsThisMachineAlone() {
    TeamsConnector local = connector(SettingsOf.local());
    teams.tell(POSTS, 200, "{\"id\":\"m1\"}");

    assertThat(local.send(service, CHAT, message())).isEqualTo(new TeamsReply.Yes<>("m1"));
    assertThat(local.send(URI.create(Signer.SERVICE), CHAT, message()))
        .isInstanceOf(TeamsReply.No.class);
    assertThat(calls().getFirst().header("Authorization")).isEmpty();
    assertThat(teams.asked(LOGIN)).isZero();
  }

  @Test
  void conversationIdCannotLeadToAnotherPath() {
    for (String id : List.of("../../admin", "a/b", "a?b=c", "a#b", "..", "%2e%2e")) {
      connector.send(service, id, message());
      clock.forward(Duration.ofMinutes(1));
    }

    assertThat(calls())
        .extracting(StandIn.Asked::path)
        .allMatch(path -> path.matches("/teams/v3/conversations/[^/?#]+/activities"));
  }
}
