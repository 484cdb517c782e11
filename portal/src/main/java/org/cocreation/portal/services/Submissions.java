package org.cocreation.portal.services;

import static org.cocreation.portal.services.Services.Service.SUBMISSION;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cocreation.portal.services.Services.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** What the pages ask of the submission service. */
@Component
public class Submissions {

  private final Services services;

  Submissions(Services services) {
    this.services = services;
  }

  /** The template that a concept note of this programme follows. */
  public Template template(String programmeId) {
    return services.get(
        SUBMISSION, Caller.PUBLIC, Template.class, "/programmes/{p}/template", programmeId);
  }

  /** A person's notes. */
  public List<Note> notes(Caller person) {
    return services.get(SUBMISSION, person, NoteList.class, "/me/notes").items();
  }

  /** One of a person's notes, with its version. */
  public Versioned<Note> note(Caller person, String noteId) {
    return services.getVersioned(SUBMISSION, person, Note.class, "/me/notes/{n}", noteId);
  }

  /** Begins a draft. */
  public Note draft(Caller person, NoteText text, String idempotencyKey) {
    return services
        .send(
            SUBMISSION,
            HttpMethod.POST,
            person,
            text,
            headers -> headers.set("Idempotency-Key", idempotencyKey),
            Note.class,
            "/me/notes")
        .body();
  }

  /** Replaces a draft's text; refused when it was changed elsewhere since. */
  public Versioned<Note> revise(Caller person, String noteId, NoteText text, String etag) {
    return services.send(
        SUBMISSION,
        HttpMethod.PUT,
        person,
        text,
        headers -> headers.set(HttpHeaders.IF_MATCH, etag),
        Note.class,
        "/me/notes/{n}",
        noteId);
  }

  /** Submits a draft. */
  public void submit(Caller person, String noteId) {
    services.send(
        SUBMISSION, HttpMethod.POST, person, Map.of(), "/me/notes/{n}/submission", noteId);
  }

  /** Withdraws a note. */
  public void withdraw(Caller person, String noteId) {
    services.send(
        SUBMISSION, HttpMethod.POST, person, Map.of(), "/me/notes/{n}/withdrawal", noteId);
  }

  /** The consultation of a programme with its commitments, published comments and responses. */
  public Consultation consultation(String programmeId) {
    return services.get(
        SUBMISSION, Caller.PUBLIC, Consultation.class, "/programmes/{p}/consultation", programmeId);
  }

  /** Sends a comment of the public; it is held for moderation. */
  public void comment(
      String commitmentId, NewComment comment, String idempotencyKey, String address) {
    services.send(
        SUBMISSION,
        HttpMethod.POST,
        Caller.PUBLIC,
        comment,
        headers -> {
          headers.set("Idempotency-Key", idempotencyKey);
          headers.set(Services.FOR, address);
        },
        "/commitments/{c}/comments",
        commitmentId);
  }

  /** The published plan; refused with 404 until there is one. */
  public Plan plan(String programmeId) {
    return services.get(SUBMISSION, Caller.PUBLIC, Plan.class, "/programmes/{p}/plan", programmeId);
  }

  /** What happened to the notes of a programme, first page. */
  public TrailList trails(String programmeId) {
    return services.get(
        SUBMISSION,
        Caller.PUBLIC,
        TrailList.class,
        "/programmes/{p}/trails?limit=100",
        programmeId);
  }

  /** What happened to a note. */
  public Trail trail(String noteId) {
    return services.get(SUBMISSION, Caller.PUBLIC, Trail.class, "/trails/{n}", noteId);
  }

  /** The template of a note. */
  public record Template(
      int version,
      String whoMaySubmit,
      boolean open,
      List<Field> fields,
      List<PolicyArea> policyAreas) {}

  /** A field of the template. */
  public record Field(
      String name,
      Text title,
      @Nullable Text help,
      int wordLimit,
      int maxCharacters,
      boolean required,
      @JsonProperty("long") boolean isLong) {}

  /** A policy area. */
  public record PolicyArea(String code, Text title) {}

  /** A page of notes. */
  public record NoteList(List<Note> items) {}

  /** What a person writes. */
  public record NoteText(
      Map<String, String> content, List<String> policyAreas, String language, boolean showAuthor) {}

  /** A person's note. */
  public record Note(
      String noteId,
      String programmeId,
      @Nullable String number,
      String state,
      Map<String, String> content,
      List<String> policyAreas,
      boolean showAuthor,
      List<Words> words,
      List<Refused.FieldError> faults,
      @Nullable Instant submittedAt,
      @Nullable Decision decision,
      List<Happening> happenings) {

    /** Whether it is still being written. */
    public boolean draft() {
      return "draft".equals(state);
    }
  }

  /** How long a field has become. */
  public record Words(String field, int count, int limit) {}

  /** What the committee decided. */
  public record Decision(
      String outcome, @Nullable String classification, String reason, Instant decidedAt) {}

  /** Something that happened to a note. */
  public record Happening(
      Instant at,
      String kind,
      Text text,
      @Nullable String reason,
      @Nullable String commitmentId,
      @Nullable String commitmentNumber,
      @Nullable Integer planVersion) {}

  /** A consultation. */
  public record Consultation(
      String programmeId,
      String state,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable Instant closedAt,
      List<Commitment> commitments) {

    /** Whether comments are taken now. */
    public boolean open() {
      return "open".equals(state);
    }
  }

  /** A commitment. */
  public record Commitment(
      String commitmentId,
      String number,
      String title,
      CommitmentText content,
      List<Origin> derivesFrom,
      @Nullable CommentList comments) {}

  /** A note that a commitment derives from. */
  public record Origin(String noteId, String number, String title) {}

  /** The text of a commitment, by the template of the Open Government Partnership. */
  public record CommitmentText(
      @Nullable String leadInstitution,
      @Nullable Supporting supportingInstitutions,
      @Nullable Period period,
      @Nullable String problem,
      @Nullable Description description,
      @Nullable OpenGovernment openGovernment,
      @Nullable List<Milestone> milestones,
      @Nullable String additionalInformation) {}

  /** Who supports a commitment. */
  public record Supporting(
      @Nullable List<String> government,
      @Nullable List<String> civilSociety,
      @Nullable List<String> others) {}

  /** From when to when. */
  public record Period(@Nullable String from, @Nullable String to) {}

  /** What is to be done. */
  public record Description(
      @Nullable String doneSoFar, @Nullable String solution, @Nullable String expectedResults) {}

  /** How it opens government. */
  public record OpenGovernment(
      @Nullable String transparency,
      @Nullable String participation,
      @Nullable String accountability) {}

  /** A step that can be checked. */
  public record Milestone(
      @Nullable String title,
      @Nullable String outputs,
      @Nullable String from,
      @Nullable String to,
      @Nullable String responsible) {}

  /** A page of comments. */
  public record CommentList(List<Comment> items, @Nullable String next) {}

  /** A published comment. */
  public record Comment(
      String commentId,
      @Nullable String name,
      String text,
      @Nullable Instant publishedAt,
      @Nullable Response response) {}

  /** The reasoned response to a comment. */
  public record Response(String effect, String text, Instant answeredAt) {}

  /** What the public sends. */
  public record NewComment(String text, @Nullable String name, String language) {}

  /** The published plan. */
  public record Plan(
      String programmeId,
      int planVersion,
      Text title,
      Instant publishedAt,
      @Nullable Heard consultation,
      List<Commitment> commitments) {}

  /** What became of the comments, counted. */
  public record Heard(int comments, int accepted, int partlyAccepted, int notAccepted) {}

  /** A page of trails. */
  public record TrailList(List<Trailed> items, @Nullable String next) {}

  /** A note that can be followed. */
  public record Trailed(String noteId, String number, String title, String state) {}

  /** What happened to a note. */
  public record Trail(
      String noteId,
      String programmeId,
      String number,
      String title,
      String state,
      @Nullable String author,
      List<Happening> happenings) {}
}
