package io.netraven.benchmarks.experiment;

import io.netraven.benchmarks.contender.Contender;

/**
 * A contender of one build.
 *
 * @param title the name in the table
 * @param contender what logs
 * @param classPath where its classes are
 */
record Participant(String title, Contender contender, String classPath) {

}
