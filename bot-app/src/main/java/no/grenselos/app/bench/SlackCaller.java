package no.grenselos.app.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls us as Slack does when people do something: signed, over HTTP. Safe for many threads. */
final class SlackCaller implements BenchHouse.Crowd {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Slack waits so long (docs.slack.dev, Events API). */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI door;
  private final String secret;

  SlackCaller(URI door, String secret) {
    this.door = door;
    this.secret = secret;
  }

  /** Six of ten press, two react, one sends a form, one says a command. */
  @Override
  public BenchHouse.Deed deed(int number) {
    return switch (number % 10) {
      case 0 -> form(number);
      case 1, 2 -> reaction(number);
      case 3 -> command(number);
      default -> press(number);
    };
  }

  private static String person(int number) {
    return "U" + number % 200;
  }

  private static BenchHouse.Deed press(int number) {
    String user = person(number);
    String ts = "1700000000." + "%06d".formatted(number);
    String json =
        """
        {'type':'block_actions','team':{'id':'T1'},'user':{'id':'%s','name':'kari'},
        'api_app_id':'A1','token':'t','trigger_id':'%d.1',
        'container':{'type':'message','message_ts':'1700000000.000001','channel_id':'C1'},
        'channel':{'id':'C1','name':'care'},'response_url':'http://127.0.0.1:1/none',
        'actions':[{'type':'button','action_id':'press:CLAIM:0','block_id':'b',
        'value':'C-%d','action_ts':'%s'}]}
        """
            .formatted(user, number, 1_000_000 + number, ts);
    String id = "slack:press:T1:C1:1700000000.000001:" + ts + ":" + user + ":press:CLAIM:0";
    return new BenchHouse.Deed(id, FORM, payload(json));
  }

  private static BenchHouse.Deed form(int number) {
    String json =
        """
        {'type':'view_submission','team':{'id':'T1'},'user':{'id':'%s','name':'kari'},
        'api_app_id':'A1','token':'t','trigger_id':'%d.1','response_urls':[],
        'view':{'id':'V%d','type':'modal','hash':'h','callback_id':'form',
        'private_metadata':'[\\"C-%d\\",\\"PASS_TO\\",{}]','blocks':[],
        'state':{'values':{}}}}
        """
            .formatted(person(number), number, number, 1_000_000 + number);
    return new BenchHouse.Deed("slack:view:V" + number + ":h", FORM, payload(json));
  }

  private static BenchHouse.Deed reaction(int number) {
    String json =
        """
        {'type':'event_callback','team_id':'T1','api_app_id':'A1','token':'t',
        'event_id':'Ev%d','event_time':1700000000,
        'event':{'type':'reaction_added','user':'%s','reaction':'eyes','item_user':'%s',
        'item':{'type':'message','channel':'C1','ts':'1700000000.000001'},
        'event_ts':'1700000000.000002'}}
        """
            .formatted(number, person(number), StandInSlack.BOT);
    return new BenchHouse.Deed("slack:event:Ev" + number, "application/json", plain(json));
  }

  private static BenchHouse.Deed command(int number) {
    String form =
        ("token=t&team_id=T1&channel_id=C1&channel_name=care&user_id=%s&user_name=kari"
                + "&command=%%2Fgrenselos&text=topics&api_app_id=A1&trigger_id=%d.1"
                + "&response_url=http%%3A%%2F%%2F127.0.0.1%%3A1%%2Fnone")
            .formatted(person(number), number);
    return new BenchHouse.Deed("", FORM, form);
  }

  private static String payload(String json) {
    return "payload=" + URLEncoder.encode(plain(json), StandardCharsets.UTF_8);
  }

  private static String plain(String json) {
    return json.replace("\n", "").replace('\'', '"');
  }

  @Override
  public int call(BenchHouse.Deed deed) {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(door)
            .timeout(PATIENCE)
            .header("Content-Type", deed.type())
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature(timestamp, deed.body()))
            .POST(HttpRequest.BodyPublishers.ofString(deed.body()))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private String signature(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = ("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8);
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
