package no.grenselos.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.connector.authentication.AuthenticationConfiguration;
import com.microsoft.bot.connector.authentication.AuthenticationException;
import com.microsoft.bot.connector.authentication.CachingOpenIdMetadataResolver;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Another bot's token, made for us as its "skill" by Microsoft's directory, must not make us send
 * our own token to where that bot says. Microsoft's kit alone does so; the first test says whether
 * the hole is still there.
 */
class TeamsSkillHoleTest {
  private static final String DIRECTORY =
      "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";
  private static final String OURS = "our-own-token";

  private final StandIn microsoft = new StandIn();
  private final StandIn attacker = new StandIn();
  private final TeamsHttp http = new TeamsHttp();
  private final Signer directory = new Signer("directory");
  private final AtomicBoolean botRan = new AtomicBoolean();

  @BeforeEach
  void directoryServesItsKey() throws ReflectiveOperationException {
    directory.serve(microsoft);
    microsoft.tell(
        "/login/" + Signer.TENANT + "/oauth2/v2.0/token",
        200,
        "{\"access_token\":\"" + OURS + "\",\"expires_in\":3600}");
    Class<?> metadata =
        Class.forName("com.microsoft.bot.connector.authentication.CachingOpenIdMetadata");
    Constructor<?> constructor = metadata.getDeclaredConstructor(String.class);
    constructor.setAccessible(true);
    kitsKeys().put(DIRECTORY, constructor.newInstance(microsoft.at("/openid").toString()));
  }

  @AfterEach
  void close() throws ReflectiveOperationException {
    kitsKeys().remove(DIRECTORY);
    http.close();
    attacker.close();
    microsoft.close();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> kitsKeys() throws ReflectiveOperationException {
    Field cache = CachingOpenIdMetadataResolver.class.getDeclaredField("OPENID_METADATA_CACHE");
    cache.setAccessible(true);
    return (Map<String, Object>) cache.get(null);
  }

  /** As the directory makes it for any bot that asks for a token for us. */
  private String skillToken() {
    return directory.bearer(claims ->
        claims
            .withIssuer("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")
            .withClaim("ver", "1.0")
            .withClaim("appid", "99999999-0000-0000-0000-00000000bad0"));
  }

  private Activity leadingToTheAttacker() {
    Activity activity = TeamsCallGateTest.activity();
    activity.setServiceUrl(attacker.at("/").toString());
    activity.setId("1");
    activity.setText("hi");
    activity.setFrom(new ChannelAccount("29:evil"));
    activity.setRecipient(new ChannelAccount("28:" + Signer.APP));
    activity.setConversation(new ConversationAccount("a:1"));
    return activity;
  }

  private void kitAlone(MicrosoftAppCredentials credentials, AuthenticationConfiguration config) {
    new BotFrameworkAdapter(credentials, config, null, null, null)
        .processActivity(
            skillToken(),
            leadingToTheAttacker(),
            turn -> {
              botRan.set(true);
              return turn.sendActivity("hello").thenApply(sent -> null);
            })
        .join();
  }

  private static final class BareCredentials extends MicrosoftAppCredentials {
    BareCredentials() {
      super(Signer.APP, "password", Signer.TENANT);
    }

    @Override
    public CompletableFuture<String> getToken() {
      return CompletableFuture.completedFuture(OURS);
    }
  }

  @Test
  void kitAloneRunsTheBotAndGivesOurTokenAway() {
    assertThatCode(() -> kitAlone(new BareCredentials(), new AuthenticationConfiguration()))
        .satisfiesAnyOf(
            fine -> assertThat(fine).isNull(),
            // the attacker's server answers nothing the kit understands
            answered -> assertThat(answered).isInstanceOf(CompletionException.class));

    assertThat(botRan).isTrue();
    assertThat(attacker.asked())
        .anySatisfy(call -> assertThat(call.header("Authorization")).isEqualTo("Bearer " + OURS));
  }

  @Test
  void gateRefusesItAndNothingReachesTheAttacker() {
    TeamsSettings settings = SettingsOf.microsoftAt(microsoft);
    TeamsKeys keys = new TeamsKeys(http, settings.addresses().openId(), Clock.systemUTC());
    TeamsCallGate gate = new TeamsCallGate(settings, keys);
    Activity withAnAllowedService = leadingToTheAttacker();
    withAnAllowedService.setServiceUrl(Signer.SERVICE);

    var led = gate.verdict(TeamsCallGateTest.call(skillToken()), leadingToTheAttacker());
    var allowed = gate.verdict(TeamsCallGateTest.call(skillToken()), withAnAllowedService);

    assertThat(led).isEqualTo(new TeamsCallGate.Verdict.Stranger("service-url"));
    assertThat(allowed).isEqualTo(new TeamsCallGate.Verdict.Stranger("issuer"));
    assertThat(attacker.asked()).isEmpty();
  }

  @Test
  void ourValidatorStopsItWithinTheKitToo() {
    assertThatThrownBy(() -> kitAlone(new BareCredentials(), TeamsNoSkills.configuration()))
        .hasRootCauseInstanceOf(AuthenticationException.class);

    assertThat(botRan).isFalse();
    assertThat(attacker.asked()).isEmpty();
  }

  @Test
  void ourCredentialsGoToNoOtherHostEvenWhenTheKitIsFooled() {
    TeamsSettings settings = SettingsOf.microsoftAt(microsoft);
    TeamsCredentials ours =
        new TeamsCredentials(settings, new TeamsTokens(http, settings, Clock.systemUTC()));

    assertThatThrownBy(() -> kitAlone(ours, new AuthenticationConfiguration()))
        .hasMessageContaining("not an allowed host");

    assertThat(botRan).isTrue();
    assertThat(attacker.asked()).isEmpty();
  }
}
