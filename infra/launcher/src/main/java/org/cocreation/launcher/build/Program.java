package org.cocreation.launcher.build;

import java.nio.file.Path;

/**
 * A program ready to be run.
 *
 * @param artifact the module that it comes from
 * @param jar its unpacked jar, with its libraries beside it as its manifest says
 * @param mainClass what the jar starts by itself
 * @param build which build of the module it is
 */
public record Program(String artifact, Path jar, String mainClass, String build) {}
