package no.grenselos.web;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses of the internet from those inside of a house. Ranges: IANA special-purpose
 * address registries.
 */
public final class PublicAddress {
  private PublicAddress() {}

  /** Whether anybody on the internet could be called by that address. */
  public static boolean is(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) return false;
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return address instanceof Inet4Address
        ? publicV4(first, second, bytes[2] & 0xff)
        : publicV6(bytes);
  }

  private static boolean publicV4(int first, int second, int third) {
    if (first == 0 || first >= 240) return false;
    return switch (first) {
      case 100 -> second < 64 || second > 127; // carrier-grade NAT
      case 192 -> second != 0 || third != 0; // protocol assignments
      case 198 -> second != 18 && second != 19; // benchmarking
      default -> true;
    };
  }

  private static boolean publicV6(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean uniqueLocal = (first & 0xfe) == 0xfc;
    // these carry an IPv4 address inside and may lead to a private one: NAT64, 6to4, Teredo
    boolean wrapsV4 =
        (first == 0x00 && second == 0x64)
            || (first == 0x20 && second == 0x02)
            || (first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
    boolean compatibleV4 = first == 0 && second == 0;
    return !uniqueLocal && !wrapsV4 && !compatibleV4;
  }
}
