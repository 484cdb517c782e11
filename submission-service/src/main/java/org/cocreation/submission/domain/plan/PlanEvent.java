package org.cocreation.submission.domain.plan;

/** A version of the plan was published; everything that others should know is in it. */
public record PlanEvent(Plan published) {}
