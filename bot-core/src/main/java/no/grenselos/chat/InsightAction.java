package no.grenselos.chat;

/** What somebody wants to know of how it went. */
public sealed interface InsightAction extends ChatAction {
  /** They want to be told how a time went that is over. */
  record TellInsights(Period period) implements InsightAction {}

  /** The last one that is over. */
  enum Period {
    WEEK,
    MONTH
  }
}
