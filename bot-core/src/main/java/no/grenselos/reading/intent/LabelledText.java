package no.grenselos.reading.intent;

/** A post, and whether a person says it is a complaint. */
public record LabelledText(String text, boolean complaint) {}
