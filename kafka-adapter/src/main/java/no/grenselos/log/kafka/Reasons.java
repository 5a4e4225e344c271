package no.grenselos.log.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** What went wrong with Kafka, in words for the admin. */
record Reasons(KafkaSettings settings) {
  /**
   * @param failure of Kafka's client; none where there was no answer at all
   */
  String of(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> silence();
      case ExecutionException wrapped -> of(wrapped.getCause());
      case SslAuthenticationException e ->
          "TLS fails: " + e.getMessage() + "; look at log.kafka.tls and ca";
      case AuthenticationException e ->
          "Kafka refuses who we are: look at log.kafka.user, mechanism and KAFKA_PASSWORD";
      case AuthorizationException e ->
          e.getMessage() + "; grant it, docs/kafka.md says which rights are needed";
      case UnknownTopicOrPartitionException e ->
          "there is no topic " + settings.topic() + " or " + settings.deadLetters() + "; create it";
      case RecordTooLargeException e ->
          e.getMessage() + "; raise message.max.bytes of the topics to 1 MB";
      case TimeoutException e -> silence();
      case RetriableException e -> silence() + " (" + e.getMessage() + ")";
      default -> of(failure.getCause(), failure);
    };
  }

  private String of(@Nullable Throwable cause, Throwable failure) {
    if (cause != null && !(failure.getMessage() + "").contains(cause.getMessage() + "")) {
      return failure.getMessage() + ": " + cause.getMessage();
    }
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  private String silence() {
    return "Kafka does not answer in time at " + String.join(", ", settings.servers());
  }
}
