package no.grenselos.feed.rss;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.config.Secret;
import no.grenselos.feed.http.SecretMac;
import no.grenselos.web.Body;
import okhttp3.HttpUrl;

/**
 * What a hub proves to us that it is the one we asked, and we prove to nobody. All follows from one
 * secret and the feed's address, so that every node knows it without being told.
 */
record HubKeys(Secret secret, HttpUrl feed) {
  /**
   * As a signature calls them, and as Java does (W3C WebSub, 7.1, "Recognized algorithm names").
   */
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private static final Pattern SIGNATURE =
      Pattern.compile("(sha1|sha256|sha384|sha512)=((?:[0-9a-fA-F]{2}){20,64})");
  private static final int TOKEN = 32;

  /** What the hub signs with; below the 200 bytes that the specification allows. */
  String signing() {
    return derived("signing");
  }

  /** What only whom we asked about the topic knows of our address. */
  String token(String topic) {
    return derived("callback\n" + topic).substring(0, TOKEN);
  }

  boolean isToken(String given, String topic) {
    return MessageDigest.isEqual(bytes(given), bytes(token(topic)));
  }

  /** Whether the hub signed the body; it chooses the method, of which none is broken as an HMAC. */
  boolean signed(Body body, String header) {
    Matcher parts = SIGNATURE.matcher(header.strip());
    if (!parts.matches()) return false;
    String method = METHODS.getOrDefault(parts.group(1), "HmacSHA256");
    byte[] sent = HexFormat.of().parseHex(parts.group(2));
    return new SecretMac(new Secret(signing()), method).fits(sent, body.bytes());
  }

  private String derived(String what) {
    byte[] text = bytes("websub " + what + "\n" + feed);
    return HexFormat.of().formatHex(new SecretMac(secret).of(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
