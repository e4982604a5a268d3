/** Shows what the store holds, on the command line. */
package ai.automagik.tracing.viewer;
