package no.grenselos.encoder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes models of one node, {@code output = Cast(first input)}, as the protocol buffers of ONNX
 * (onnx.proto3, version 8 of the format, operators version 13).
 */
final class TinyModel {
  static final int FLOAT = 1;
  static final int INT64 = 7;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private TinyModel() {}

  /** A model with inputs [texts, pieces] of the type, and an output of floats of the same shape. */
  static byte[] of(int inputType, List<String> inputs, String output) {
    TinyModel to = new TinyModel().text(1, "to").number(3, FLOAT).number(20, 2);
    TinyModel node =
        new TinyModel().text(1, inputs.getFirst()).text(2, output).text(4, "Cast").part(5, to);
    TinyModel graph = new TinyModel().part(1, node).text(2, "tiny");
    for (String input : inputs) graph.part(11, value(input, inputType));
    graph.part(12, value(output, FLOAT));
    TinyModel operators = new TinyModel().text(1, "").number(2, 13);
    return new TinyModel().number(1, 8).part(7, graph).part(8, operators).bytes.toByteArray();
  }

  private static TinyModel value(String name, int type) {
    TinyModel texts = new TinyModel().text(2, "texts");
    TinyModel pieces = new TinyModel().text(2, "pieces");
    TinyModel shape = new TinyModel().part(1, texts).part(1, pieces);
    TinyModel tensor = new TinyModel().number(1, type).part(2, shape);
    return new TinyModel().text(1, name).part(2, new TinyModel().part(1, tensor));
  }

  private TinyModel number(int field, int value) {
    varint(field << 3);
    varint(value);
    return this;
  }

  private TinyModel text(int field, String text) {
    return raw(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private TinyModel part(int field, TinyModel part) {
    return raw(field, part.bytes.toByteArray());
  }

  private TinyModel raw(int field, byte[] value) {
    varint(field << 3 | 2);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  private void varint(int value) {
    int rest = value;
    for (; rest > 127; rest >>>= 7) bytes.write(rest & 127 | 128);
    bytes.write(rest);
  }
}
