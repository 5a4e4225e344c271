package no.grenselos.app.web.console;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A login provider over real HTTP: authorization code with PKCE, signed tokens, and a lie in them
 * when it is told to. Whoever comes to it is signed in as the person named last.
 */
final class StandInIssuer implements AutoCloseable {
  static final String CLIENT = "grenselos-console";
  static final String SECRET = "not-a-real-secret";

  /** What may be wrong with a token. */
  enum Lie {
    NONE,
    NONCE,
    AUDIENCE,
    ISSUER,
    KEY,
    OLD
  }

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey other;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicReference<Map<String, Object>> person = new AtomicReference<>(Map.of());
  private final AtomicReference<Lie> lie = new AtomicReference<>(Lie.NONE);
  private final List<String> calls = new CopyOnWriteArrayList<>();

  StandInIssuer() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    other = new RSAKeyGenerator(2048).keyID("one").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on, that is who signs in. */
  void person(String subject, String email, Map<String, Object> more) {
    Map<String, Object> claims = new HashMap<>(more);
    claims.put("sub", subject);
    claims.put("email", email);
    claims.putIfAbsent("email_verified", true);
    person.set(Map.copyOf(claims));
  }

  void lie(Lie next) {
    lie.set(next);
  }

  /** The paths called so far. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    calls.add(path);
    try (call) {
      switch (path) {
        case "/.well-known/openid-configuration" -> json(call, 200, discovery());
        case "/authorize" -> authorize(call);
        case "/token" -> token(call);
        case "/keys" -> json(call, 200, new JWKSet(key.toPublicJWK()).toString());
        case "/logout" -> redirect(call, form(call.getRequestURI().getRawQuery()), "");
        default -> json(call, 404, "{}");
      }
    } catch (JOSEException | NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private String discovery() {
    String at = issuer().toString();
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
    "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/logout",
    "response_types_supported":["code"],"subject_types_supported":["public"],
    "id_token_signing_alg_values_supported":["RS256"],
    "token_endpoint_auth_methods_supported":["client_secret_basic"]}
    """
        .formatted(at);
  }

  private void authorize(HttpExchange call) throws IOException {
    Map<String, String> asked = form(call.getRequestURI().getRawQuery());
    String code = "code-" + count.incrementAndGet();
    codes.put(code, asked);
    redirect(call, asked, "code=" + code);
  }

  private static void redirect(HttpExchange call, Map<String, String> asked, String with)
      throws IOException {
    String to =
        asked.getOrDefault("redirect_uri", asked.getOrDefault("post_logout_redirect_uri", "/"));
    String state = asked.containsKey("state") ? "&state=" + encode(asked.get("state")) : "";
    String query = with.isEmpty() ? "" : "?" + with + state;
    call.getResponseHeaders().set("Location", to + query);
    call.sendResponseHeaders(302, -1);
  }

  private void token(HttpExchange call)
      throws IOException, JOSEException, NoSuchAlgorithmException {
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = form(body);
    Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
    String basic =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    boolean known = ("Basic " + basic).equals(call.getRequestHeaders().getFirst("Authorization"));
    if (asked == null || !known || !proves(form.get("code_verifier"), asked)) {
      json(call, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String token = idToken(asked.getOrDefault("nonce", ""));
    json(
        call,
        200,
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
            + token
            + "\"}");
  }

  /** RFC 7636: the hash of the verifier is what was sent first. */
  private static boolean proves(String verifier, Map<String, String> asked)
      throws NoSuchAlgorithmException {
    if (verifier == null || !"S256".equals(asked.get("code_challenge_method"))) return false;
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    return challenge.equals(asked.get("code_challenge"));
  }

  private String idToken(String nonce) throws JOSEException {
    Lie told = Objects.requireNonNull(lie.get());
    long now = System.currentTimeMillis();
    long end = told == Lie.OLD ? now - 3_600_000 : now + 300_000;
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(told == Lie.ISSUER ? "https://another.example" : issuer().toString())
            .audience(told == Lie.AUDIENCE ? "somebody-else" : CLIENT)
            .issueTime(new Date(end - 300_000))
            .expirationTime(new Date(end))
            .claim("nonce", told == Lie.NONCE ? "another" : nonce);
    Objects.requireNonNull(person.get()).forEach(claims::claim);
    RSAKey signer = told == Lie.KEY ? other : key;
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
    jwt.sign(new RSASSASigner(signer));
    return jwt.serialize();
  }

  private static void json(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    List<String> pairs = text == null ? new ArrayList<>() : List.of(text.split("&", -1));
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals > 0)
        form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }
    return form;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** One that runs, for a test's first line. */
  static StandInIssuer open() {
    try {
      return new StandInIssuer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
