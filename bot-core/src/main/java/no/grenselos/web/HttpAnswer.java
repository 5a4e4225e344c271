package no.grenselos.web;

/**
 * What a webhook answers.
 *
 * @param status HTTP status code
 * @param contentType empty when there is no body
 */
public record HttpAnswer(int status, String contentType, Body body) {
  public static HttpAnswer empty(int status) {
    return new HttpAnswer(status, "", Body.NONE);
  }

  public static HttpAnswer text(int status, String text) {
    return new HttpAnswer(status, "text/plain; charset=utf-8", Body.of(text));
  }

  public static HttpAnswer json(int status, String json) {
    return new HttpAnswer(status, "application/json; charset=utf-8", Body.of(json));
  }
}
