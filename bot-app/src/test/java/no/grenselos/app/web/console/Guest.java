package no.grenselos.app.web.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser without a window and without scripts: keeps cookies, follows redirects, sends forms.
 */
public final class Guest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final ConsoleHouse house;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;
  private String csrf = "";

  public Guest(ConsoleHouse house) {
    this.house = house;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
  }

  /** After all redirects. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** With the token of the last page seen. */
  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    String body = csrf.isEmpty() ? form : form + "&_csrf=" + encode(csrf);
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** A form in which a name may stand several times. */
  public HttpResponse<String> send(String path, List<Map.Entry<String, String>> fields)
      throws IOException, InterruptedException {
    String body =
        Stream.concat(fields.stream(), Stream.of(Map.entry("_csrf", csrf)))
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends one file in a form. */
  public HttpResponse<String> upload(String path, String field, String name, byte[] file)
      throws IOException, InterruptedException {
    String line = "--together\r\nContent-Disposition: form-data; name=";
    String before =
        line
            + "\"_csrf\"\r\n\r\n"
            + csrf
            + "\r\n"
            + line
            + "\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .formatted(field, name);
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=together")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(before),
                    BodyPublishers.ofByteArray(file),
                    BodyPublishers.ofString("\r\n--together--\r\n"))));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(house.at(path))
        .header("Accept", "text/html")
        .header("Accept-Language", "en");
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    Matcher token = CSRF.matcher(answer.body());
    if (token.find()) csrf = token.group(1);
    return answer;
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body)
      throws IOException, InterruptedException {
    return client.send(request.build(), body);
  }

  void forgetToken() {
    csrf = "";
  }

  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse("");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
