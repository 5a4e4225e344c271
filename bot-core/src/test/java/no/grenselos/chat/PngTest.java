package no.grenselos.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
  @Test
  void sameBytesAreTheSamePicture() {
    Png png = AnyPng.of(300, 50);

    assertThat(Png.of(png.bytes())).isEqualTo(png).hasSameHashCodeAs(png);
    assertThat(AnyPng.of(300, 51)).isNotEqualTo(png);
    assertThat(png.key()).hasSize(64);
  }

  @Test
  void whatHappensToTheBytesGivenAndTakenDoesNotChangeIt() {
    byte[] bytes = AnyPng.of(300, 50).bytes();
    Png png = Png.of(bytes);
    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(png.bytes(), (byte) 0);

    assertThat(png.bytes()).isEqualTo(AnyPng.of(300, 50).bytes());
  }

  @Test
  void sizeIsReadFromThePictureItself() throws IOException {
    Png png = AnyPng.of(300, 50);
    var read = ImageIO.read(new ByteArrayInputStream(png.bytes()));

    assertThat(png.width()).isEqualTo(300).isEqualTo(read.getWidth());
    assertThat(png.height()).isEqualTo(300).isEqualTo(read.getHeight());
    assertThat(png.size()).isEqualTo(png.bytes().length);
  }

  @Test
  void whatIsNoPictureIsRefusedWithItsSize() {
    byte[] half = Arrays.copyOf(AnyPng.of(300, 50).bytes(), 200);

    assertThatThrownBy(() -> Png.of("<svg/>".getBytes(UTF_8))).hasMessageContaining("6 bytes");
    assertThatThrownBy(() -> Png.of(half)).hasMessageContaining("200 bytes");
    assertThatThrownBy(() -> Png.of(new byte[0])).hasMessageContaining("0 bytes");
  }

  @Test
  void tooManyBytesOrPixelsAreRefused() {
    assertThatThrownBy(() -> AnyPng.of(300, Png.LARGEST)).hasMessageContaining("at most 200000");
    assertThatThrownBy(() -> AnyPng.of(Png.WIDEST + 1, 0)).hasMessageContaining("1025x1025");
  }

  @Test
  void aPictureWithoutWordsIsRefused() {
    assertThatThrownBy(() -> new Part.Picture(AnyPng.of(8, 0), " "))
        .hasMessageContaining("blank alternative");
  }
}
