package no.grenselos.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Binds text so that every engine takes it: PostgreSQL refuses the zero character, and half an
 * emoji is no UTF-8. Both become a replacement character; in JSON columns they are escaped before.
 */
final class TextArgument extends AbstractArgumentFactory<String> {
  TextArgument() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(String value, ConfigRegistry config) {
    String text = storable(value);
    return (position, statement, context) -> statement.setString(position, text);
  }

  static String storable(String text) {
    String encodable =
        encodable(text)
            ? text
            : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return encodable.replace('\0', '\uFFFD');
  }

  /**
   * Whether no half of an emoji stands alone. An encoder asked the same takes ten times as long.
   */
  static boolean encodable(String text) {
    int i = 0;
    while (i < text.length()) {
      char unit = text.charAt(i++);
      if (!Character.isSurrogate(unit)) continue;
      boolean whole = i < text.length() && Character.isSurrogatePair(unit, text.charAt(i));
      if (!whole) return false;
      i++;
    }
    return true;
  }
}
