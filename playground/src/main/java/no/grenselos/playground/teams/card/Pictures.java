package no.grenselos.playground.teams.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;
import no.grenselos.playground.shape.Place;
import no.grenselos.playground.shape.Rule;

/**
 * Pictures that a card carries within it, as {@code data:} addresses: PNG, JPEG or GIF of at most 1
 * MB, a PNG of at most 1024 by 1024 pixels (learn.microsoft.com, cards reference, inline images).
 */
final class Pictures {
  private static final String DATA = "data:";
  private static final int LARGEST = 1_024 * 1_024;
  private static final int WIDEST = 1_024;
  private static final long PNG = 0x89504E470D0A1A0AL;

  private Pictures() {}

  /** Any address, and a {@code data:} address of a picture alone. */
  static Rule address() {
    return (value, place) -> {
      Values.address().check(value, place);
      if (value.asText().startsWith(DATA)) {
        checkData(value.asText(), place);
      }
    };
  }

  private static void checkData(String address, Place place) {
    String kind = address.substring(DATA.length(), Math.max(DATA.length(), address.indexOf(',')));
    if (!kind.toLowerCase(Locale.ROOT).matches("image/(png|jpeg|gif);base64")) {
      place.refuse("must be a picture in base64: image/png, image/jpeg or image/gif");
      return;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
      checkBytes(kind, bytes, place);
    } catch (IllegalArgumentException e) {
      place.refuse("is no base64: " + e.getMessage());
    }
  }

  private static void checkBytes(String kind, byte[] bytes, Place place) {
    if (bytes.length > LARGEST) {
      place.refuse("must be at most " + LARGEST + " bytes, is " + bytes.length);
    }
    if (!kind.startsWith("image/png")) {
      return;
    }
    ByteBuffer png = ByteBuffer.wrap(bytes);
    if (bytes.length < 24 || png.getLong(0) != PNG) {
      place.refuse("is no PNG");
    } else if (png.getInt(16) > WIDEST || png.getInt(20) > WIDEST) {
      place.refuse("must be at most " + WIDEST + " pixels either way");
    }
  }

  /** How much of the JSON they are, in bytes: base64 is ASCII. */
  static int size(JsonNode node) {
    int size = 0;
    if (node.path("type").asText().equals("Image") && node.path("url").asText().startsWith(DATA)) {
      size += node.path("url").asText().length();
    }
    for (JsonNode child : node) {
      size += size(child);
    }
    return size;
  }
}
