package no.grenselos.expert;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a team keeps its customers' cases.
 *
 * @param link to a new case there; null when there is none
 * @param webhook that hears of each case somebody sends over; null when there is none
 */
public record Crm(@Nullable Link link, @Nullable Webhook webhook) {
  /**
   * A page to open, with blanks to fill.
   *
   * @param template an https address with {@code {ticket}} and {@code {link}}, either left out or
   *     used more than once; nothing else stands in braces
   */
  public record Link(String template) {
    private static final Pattern BLANK = Pattern.compile("\\{([^}]*)}");

    public Link {
      String scheme = filled(template, "T-1", "x").getScheme();
      if (!"https".equals(scheme)) throw new IllegalArgumentException(template + " is no https");
    }

    /**
     * The page for one case.
     *
     * @param ticket as people write it, {@code T-81}
     * @param post where the post stands outside
     */
    public URI to(String ticket, URI post) {
      return filled(template, ticket, post.toString());
    }

    private static URI filled(String template, String ticket, String post) {
      Matcher blanks = BLANK.matcher(template);
      String address =
          blanks.replaceAll(blank ->
              switch (blank.group(1)) {
                case "ticket" -> encoded(ticket);
                case "link" -> encoded(post);
                default -> throw new IllegalArgumentException("no blank: " + blank.group());
              });
      return URI.create(address);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /**
   * An address that takes signed messages.
   *
   * @param url https, or http on this machine
   * @param secret name of the environment variable that holds the key; never the key
   */
  public record Webhook(URI url, String secret) {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{2,63}");

    public Webhook {
      boolean local = "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
      boolean safe = "https".equals(url.getScheme()) || (local && "http".equals(url.getScheme()));
      if (!safe || url.getHost() == null || url.getUserInfo() != null) {
        throw new IllegalArgumentException("webhook must be an https address without a password");
      }
      if (!named(secret)) {
        throw new IllegalArgumentException("secret must be the name of an environment variable");
      }
    }

    /** Whether the text can be a variable's name, and so is hardly a secret itself. */
    public static boolean named(String secret) {
      return NAME.matcher(secret).matches();
    }
  }
}
