/**
 * Texts to vectors with an ONNX model, the packaged one or the operator's own; the only place that
 * sees ONNX Runtime and DJL. Imports bot-core's reading and config. Start with {@link
 * no.grenselos.encoder.OnnxEncoder}.
 */
@NullMarked
package no.grenselos.encoder;

import org.jspecify.annotations.NullMarked;
