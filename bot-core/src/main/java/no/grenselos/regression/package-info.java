/**
 * Linear models fitted to rows of numbers, deterministically: the same rows give the same weights,
 * on however many cores. Floor 0: imports nothing of ours. Start with {@link
 * no.grenselos.regression.SoftmaxRegression}.
 */
@NullMarked
package no.grenselos.regression;

import org.jspecify.annotations.NullMarked;
