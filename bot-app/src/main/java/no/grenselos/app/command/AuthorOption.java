package no.grenselos.app.command;

import no.grenselos.mention.AuthorName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --author NETWORK:HANDLE_OR_ID}: somebody outside. */
final class AuthorOption {
  static final class Reading implements ITypeConverter<AuthorName> {
    @Override
    public AuthorName convert(String text) {
      try {
        return AuthorName.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  @Option(
      names = "--author",
      required = true,
      paramLabel = "NETWORK:HANDLE_OR_ID",
      converter = Reading.class,
      description = "as mastodon:@kari@mastodon.example, x:@kari or bluesky:did:plc:abc")
  private AuthorName author = AuthorName.parse("none:none");

  AuthorName author() {
    return author;
  }
}
