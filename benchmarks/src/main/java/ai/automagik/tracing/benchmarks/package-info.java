/** What tracing costs, measured against the budgets. Figures only: nothing here passes or fails. */
package ai.automagik.tracing.benchmarks;
