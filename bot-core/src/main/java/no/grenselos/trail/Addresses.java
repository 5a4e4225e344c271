package no.grenselos.trail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;

/** Finds posts by the addresses that people share. */
public final class Addresses {
  private Addresses() {}

  /** The post there, also when trackers hang on to its address. */
  public static Optional<MentionLog.Logged> post(Books books, URI address) {
    return books.mentions().at(address).or(() -> books.mentions().at(bare(address)));
  }

  /** As somebody wrote it, perhaps between angle brackets and with a label, as houses send it. */
  public static Optional<MentionLog.Logged> post(Books books, String written) {
    try {
      URI address = new URI(written.strip().replaceAll("^<|(\\|.*)?>$", ""));
      return post(books, address);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static URI bare(URI address) {
    try {
      return new URI(address.getScheme(), address.getAuthority(), address.getPath(), null, null);
    } catch (URISyntaxException e) {
      return address;
    }
  }
}
