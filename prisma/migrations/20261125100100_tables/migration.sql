-- CreateTable
CREATE TABLE "acceptance_steps" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "country_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "post_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "acceptance_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreements" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB,
    "signed_on" DATE,
    "signed_precision" TEXT,
    "in_force_on" DATE,
    "expires_on" DATE,
    "renews" BOOLEAN,
    "place" TEXT,
    "parties" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "agreements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_directions" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,

    CONSTRAINT "agreement_directions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audiences" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "partnership_id" UUID,
    "country_id" UUID,

    CONSTRAINT "audiences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "heads" (
    "audience_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL DEFAULT ''::bytea,

    CONSTRAINT "heads_pkey" PRIMARY KEY ("audience_id")
);

-- CreateTable
CREATE TABLE "events" (
    "audience_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "command" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "post_id" UUID NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("audience_id","seq")
);

-- CreateTable
CREATE TABLE "changes" (
    "command" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "record_table" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "changes_pkey" PRIMARY KEY ("command","audience_id","n")
);

-- CreateTable
CREATE TABLE "answers" (
    "person_id" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "body_hash" BYTEA NOT NULL,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("person_id","command","id")
);

-- CreateTable
CREATE TABLE "attempts" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "typed" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_days" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL DEFAULT common(),
    "country_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "fixed_by_decree" BOOLEAN NOT NULL DEFAULT false,
    "basis" TEXT NOT NULL,
    "citations" JSONB NOT NULL,
    "note" TEXT,

    CONSTRAINT "calendar_days_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "countries" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL DEFAULT common(),
    "code" CHAR(2) NOT NULL,
    "code3" CHAR(3) NOT NULL,
    "numeric_code" CHAR(3) NOT NULL,
    "name" JSONB NOT NULL,
    "official_name" JSONB NOT NULL,
    "capital" JSONB NOT NULL,
    "time_zone" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "languages" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "note" TEXT,

    CONSTRAINT "countries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directions" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_anchor" BOOLEAN NOT NULL DEFAULT true,
    "title" JSONB NOT NULL,
    "summary" JSONB,
    "sector_codes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "archived_at" TIMESTAMPTZ(3),
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "directions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" BYTEA,
    "size" INTEGER,
    "media_type" TEXT,
    "url" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "files" (
    "person_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "files_pkey" PRIMARY KEY ("person_id","sha256")
);

-- CreateTable
CREATE TABLE "reported_facts" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "initiative_id" UUID,
    "milestone_id" UUID,
    "reported_on" DATE NOT NULL,
    "reported_precision" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,

    CONSTRAINT "reported_facts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_points" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "initiative_id" UUID,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "state" TEXT,
    "status" TEXT NOT NULL,

    CONSTRAINT "open_points_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contradictions" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "topic" JSONB NOT NULL,
    "agreement_id" UUID,
    "initiative_id" UUID,
    "indicator_id" UUID,
    "trade_figure_id" UUID,

    CONSTRAINT "contradictions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contradiction_versions" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "contradiction_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "counts" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "contradiction_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reported_values" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "initiative_id" UUID,
    "milestone_id" UUID,
    "about" TEXT NOT NULL,
    "amount" DECIMAL,
    "currency" CHAR(3),
    "dated_on" DATE,
    "dated_precision" TEXT,
    "kind" TEXT,
    "qualifier" TEXT,
    "reported_on" DATE,
    "reported_precision" TEXT,
    "counts" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "reported_values_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finance_records" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "initiative_id" UUID,
    "code" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "instrument" TEXT NOT NULL,
    "transaction_type" TEXT,
    "amount" DECIMAL NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "qualifier" TEXT,
    "provider_id" UUID,
    "provider_country_id" UUID,
    "receiver_id" UUID,
    "receiver_country_id" UUID,
    "agreed_on" DATE NOT NULL,
    "agreed_precision" TEXT NOT NULL,
    "starts_on" DATE,
    "starts_precision" TEXT,
    "ends_on" DATE,
    "ends_precision" TEXT,
    "status" TEXT NOT NULL,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "finance_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicators" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "initiative_id" UUID,
    "code" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "unit" TEXT NOT NULL,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "indicators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurements" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "value" DECIMAL NOT NULL,
    "measured_on" DATE,
    "measured_precision" TEXT,
    "qualifier" TEXT,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "measurements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiatives" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "description" JSONB,
    "stages" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "stages_inferred" BOOLEAN NOT NULL DEFAULT false,
    "regions" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "location" TEXT,
    "starts_on" DATE,
    "starts_precision" TEXT,
    "ends_on" DATE,
    "ends_precision" TEXT,
    "period_stated" TEXT,
    "standing" TEXT NOT NULL,
    "standing_on" DATE,
    "standing_precision" TEXT,
    "standing_inferred" BOOLEAN NOT NULL DEFAULT false,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "initiatives_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_directions" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,

    CONSTRAINT "initiative_directions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_bodies" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "country_id" UUID,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "initiative_bodies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_agreements" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,

    CONSTRAINT "initiative_agreements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_aliases" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "initiative_id" UUID,
    "milestone_id" UUID,
    "code" TEXT NOT NULL,

    CONSTRAINT "code_aliases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_series" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "since_on" DATE,
    "since_precision" TEXT,
    "level" TEXT,
    "sessions" INTEGER,
    "note" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "meeting_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meetings" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "series_id" UUID,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "held_on" DATE NOT NULL,
    "held_precision" TEXT NOT NULL,
    "ends_on" DATE,
    "place" TEXT,
    "mode" TEXT,
    "participants" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "status" TEXT NOT NULL,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "initiative_id" UUID,
    "code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "due_on" DATE,
    "due_precision" TEXT,
    "due_inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_directions" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,

    CONSTRAINT "decision_directions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_bodies" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "decision_bodies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestones" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "country_id" UUID,
    "organisation_id" UUID,
    "responsible_inferred" BOOLEAN NOT NULL DEFAULT false,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "weight_inferred" BOOLEAN NOT NULL DEFAULT false,
    "baseline_on" DATE,
    "baseline_precision" TEXT,
    "due_on" DATE,
    "due_precision" TEXT,
    "due_stated" TEXT,
    "started_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "status_before" TEXT,
    "block_cause" TEXT,
    "block_words" TEXT,
    "percent" INTEGER,
    "accepted_on" DATE,
    "fact_on" DATE,
    "completed_on" DATE,
    "completed_precision" TEXT,
    "one_key" BOOLEAN NOT NULL DEFAULT false,
    "statement" TEXT,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_dependencies" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "waits_for_id" UUID NOT NULL,

    CONSTRAINT "milestone_dependencies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmations" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "country_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "post_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "confirmations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due_date_changes" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_on" DATE,
    "from_precision" TEXT,
    "to_on" DATE,
    "to_precision" TEXT,
    "days" INTEGER,
    "announced_on" DATE,
    "announced_precision" TEXT,
    "cause" TEXT,
    "cause_country_id" UUID,
    "words" TEXT,
    "because_of_id" UUID,
    "meeting_id" UUID,
    "state" TEXT NOT NULL,
    "asked_post_id" UUID,
    "asked_at" TIMESTAMPTZ(3),
    "agreed_post_id" UUID,
    "agreed_at" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL,

    CONSTRAINT "due_date_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signatures" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "confirmation_id" UUID,
    "due_date_change_id" UUID,
    "release_id" UUID,
    "person_id" UUID NOT NULL,

    CONSTRAINT "signatures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "releases" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "initiative_id" UUID,
    "milestone_id" UUID,
    "agreement_id" UUID,
    "from_kind" TEXT NOT NULL,
    "to_kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "post_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "releases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_tallies" (
    "audience_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "size" INTEGER NOT NULL,

    CONSTRAINT "milestone_tallies_pkey" PRIMARY KEY ("audience_id","direction_id","status")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL DEFAULT common(),
    "code" TEXT NOT NULL,
    "country_id" UUID,
    "joint_country_id" UUID,
    "kind" TEXT NOT NULL,
    "iati_type" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "acronym" TEXT,
    "note" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnerships" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "programme" JSONB NOT NULL,
    "starts_on" DATE NOT NULL,
    "starts_precision" TEXT NOT NULL,
    "ends_on" DATE NOT NULL,
    "ends_precision" TEXT NOT NULL,
    "ends_inferred" BOOLEAN NOT NULL DEFAULT false,
    "languages" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "note" TEXT,
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "partnerships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sides" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "country_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "lead_organisation_id" UUID,
    "staffed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sides_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "landmarks" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "happened_on" DATE NOT NULL,
    "happened_precision" TEXT NOT NULL,
    "event" JSONB NOT NULL,

    CONSTRAINT "landmarks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caveats" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,

    CONSTRAINT "caveats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "country_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT,
    "deactivated_at" TIMESTAMPTZ(3),
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posts" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL DEFAULT common(),
    "country_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title" JSONB NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "version" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "posts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointments" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "country_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grants" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "country_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "partnership_id" UUID,
    "role" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_links" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_reports" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "percent" INTEGER NOT NULL,
    "narrative" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "blocker" TEXT,
    "next_step" TEXT,
    "state" TEXT NOT NULL DEFAULT 'submitted',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "progress_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_chains" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "post_id" UUID,

    CONSTRAINT "report_chains_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_steps" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "reason" TEXT,
    "post_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "published_on" DATE,
    "published_precision" TEXT,
    "date_inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citations" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "note" TEXT,
    "organisation_id" UUID,
    "partnership_cited" BOOLEAN NOT NULL DEFAULT false,
    "direction_id" UUID,
    "landmark_id" UUID,
    "series_id" UUID,
    "agreement_id" UUID,
    "initiative_id" UUID,
    "milestone_id" UUID,
    "due_date_change_id" UUID,
    "fact_id" UUID,
    "open_point_id" UUID,
    "contradiction_id" UUID,
    "value_id" UUID,
    "indicator_id" UUID,
    "measurement_id" UUID,
    "finance_record_id" UUID,
    "meeting_id" UUID,
    "trade_figure_id" UUID,

    CONSTRAINT "citations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trade_figures" (
    "id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "label" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "from_country_id" UUID,
    "to_country_id" UUID,
    "value" DECIMAL,
    "currency" CHAR(3),
    "change_percent" DECIMAL,
    "share_percent" DECIMAL,
    "reporter" TEXT NOT NULL,
    "inferred" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,

    CONSTRAINT "trade_figures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreements_code_key" ON "agreements"("code");

-- CreateIndex
CREATE INDEX "agreements_partnership_id_signed_on_id_idx" ON "agreements"("partnership_id", "signed_on", "id");

-- CreateIndex
CREATE INDEX "agreement_directions_direction_id_idx" ON "agreement_directions"("direction_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_directions_agreement_id_direction_id_key" ON "agreement_directions"("agreement_id", "direction_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_command_audience_id_key" ON "events"("command", "audience_id");

-- CreateIndex
CREATE INDEX "changes_record_id_idx" ON "changes"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "countries_code_key" ON "countries"("code");

-- CreateIndex
CREATE UNIQUE INDEX "directions_partnership_id_code_key" ON "directions"("partnership_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "directions_partnership_id_position_key" ON "directions"("partnership_id", "position");

-- CreateIndex
CREATE INDEX "evidence_report_id_idx" ON "evidence"("report_id");

-- CreateIndex
CREATE INDEX "reported_facts_initiative_id_idx" ON "reported_facts"("initiative_id");

-- CreateIndex
CREATE INDEX "reported_facts_milestone_id_idx" ON "reported_facts"("milestone_id");

-- CreateIndex
CREATE INDEX "open_points_initiative_id_idx" ON "open_points"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "contradiction_versions_contradiction_id_position_key" ON "contradiction_versions"("contradiction_id", "position");

-- CreateIndex
CREATE INDEX "reported_values_initiative_id_idx" ON "reported_values"("initiative_id");

-- CreateIndex
CREATE INDEX "reported_values_milestone_id_idx" ON "reported_values"("milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "finance_records_code_key" ON "finance_records"("code");

-- CreateIndex
CREATE INDEX "finance_records_initiative_id_idx" ON "finance_records"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicators_code_key" ON "indicators"("code");

-- CreateIndex
CREATE INDEX "indicators_initiative_id_idx" ON "indicators"("initiative_id");

-- CreateIndex
CREATE INDEX "measurements_indicator_id_idx" ON "measurements"("indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiatives_code_key" ON "initiatives"("code");

-- CreateIndex
CREATE INDEX "initiatives_partnership_id_direction_id_code_idx" ON "initiatives"("partnership_id", "direction_id", "code");

-- CreateIndex
CREATE INDEX "initiative_directions_direction_id_idx" ON "initiative_directions"("direction_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_directions_initiative_id_direction_id_key" ON "initiative_directions"("initiative_id", "direction_id");

-- CreateIndex
CREATE INDEX "initiative_bodies_organisation_id_idx" ON "initiative_bodies"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_bodies_initiative_id_organisation_id_role_countr_key" ON "initiative_bodies"("initiative_id", "organisation_id", "role", "country_id");

-- CreateIndex
CREATE INDEX "initiative_agreements_agreement_id_idx" ON "initiative_agreements"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_agreements_initiative_id_agreement_id_key" ON "initiative_agreements"("initiative_id", "agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "code_aliases_code_key" ON "code_aliases"("code");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_series_code_key" ON "meeting_series"("code");

-- CreateIndex
CREATE UNIQUE INDEX "meetings_code_key" ON "meetings"("code");

-- CreateIndex
CREATE INDEX "meetings_partnership_id_held_on_id_idx" ON "meetings"("partnership_id", "held_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_code_key" ON "decisions"("code");

-- CreateIndex
CREATE INDEX "decisions_initiative_id_idx" ON "decisions"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_meeting_id_number_key" ON "decisions"("meeting_id", "number");

-- CreateIndex
CREATE INDEX "decision_directions_direction_id_idx" ON "decision_directions"("direction_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_directions_decision_id_direction_id_key" ON "decision_directions"("decision_id", "direction_id");

-- CreateIndex
CREATE INDEX "decision_bodies_organisation_id_idx" ON "decision_bodies"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_bodies_decision_id_organisation_id_key" ON "decision_bodies"("decision_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestones_code_key" ON "milestones"("code");

-- CreateIndex
CREATE INDEX "milestones_initiative_id_idx" ON "milestones"("initiative_id");

-- CreateIndex
CREATE INDEX "milestone_dependencies_waits_for_id_idx" ON "milestone_dependencies"("waits_for_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_dependencies_milestone_id_waits_for_id_key" ON "milestone_dependencies"("milestone_id", "waits_for_id");

-- CreateIndex
CREATE INDEX "confirmations_milestone_id_idx" ON "confirmations"("milestone_id");

-- CreateIndex
CREATE INDEX "due_date_changes_milestone_id_idx" ON "due_date_changes"("milestone_id");

-- CreateIndex
CREATE INDEX "signatures_confirmation_id_idx" ON "signatures"("confirmation_id");

-- CreateIndex
CREATE INDEX "signatures_due_date_change_id_idx" ON "signatures"("due_date_change_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_code_key" ON "organisations"("code");

-- CreateIndex
CREATE UNIQUE INDEX "partnerships_code_key" ON "partnerships"("code");

-- CreateIndex
CREATE UNIQUE INDEX "sides_partnership_id_country_id_key" ON "sides"("partnership_id", "country_id");

-- CreateIndex
CREATE UNIQUE INDEX "sides_partnership_id_position_key" ON "sides"("partnership_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "caveats_partnership_id_position_key" ON "caveats"("partnership_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE UNIQUE INDEX "people_id_country_id_key" ON "people"("id", "country_id");

-- CreateIndex
CREATE UNIQUE INDEX "posts_id_country_id_key" ON "posts"("id", "country_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_links_token_hash_key" ON "one_time_links"("token_hash");

-- CreateIndex
CREATE INDEX "progress_reports_milestone_id_idx" ON "progress_reports"("milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_chains_report_id_position_key" ON "report_chains"("report_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "report_steps_report_id_position_key" ON "report_steps"("report_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "report_steps_report_id_person_id_key" ON "report_steps"("report_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sources_code_key" ON "sources"("code");

-- CreateIndex
CREATE INDEX "sources_partnership_id_published_on_id_idx" ON "sources"("partnership_id", "published_on", "id");

-- CreateIndex
CREATE INDEX "citations_source_id_idx" ON "citations"("source_id");

-- CreateIndex
CREATE INDEX "citations_organisation_id_idx" ON "citations"("organisation_id");

-- CreateIndex
CREATE INDEX "citations_direction_id_idx" ON "citations"("direction_id");

-- CreateIndex
CREATE INDEX "citations_landmark_id_idx" ON "citations"("landmark_id");

-- CreateIndex
CREATE INDEX "citations_series_id_idx" ON "citations"("series_id");

-- CreateIndex
CREATE INDEX "citations_agreement_id_idx" ON "citations"("agreement_id");

-- CreateIndex
CREATE INDEX "citations_initiative_id_idx" ON "citations"("initiative_id");

-- CreateIndex
CREATE INDEX "citations_milestone_id_idx" ON "citations"("milestone_id");

-- CreateIndex
CREATE INDEX "citations_due_date_change_id_idx" ON "citations"("due_date_change_id");

-- CreateIndex
CREATE INDEX "citations_fact_id_idx" ON "citations"("fact_id");

-- CreateIndex
CREATE INDEX "citations_open_point_id_idx" ON "citations"("open_point_id");

-- CreateIndex
CREATE INDEX "citations_contradiction_id_idx" ON "citations"("contradiction_id");

-- CreateIndex
CREATE INDEX "citations_value_id_idx" ON "citations"("value_id");

-- CreateIndex
CREATE INDEX "citations_indicator_id_idx" ON "citations"("indicator_id");

-- CreateIndex
CREATE INDEX "citations_measurement_id_idx" ON "citations"("measurement_id");

-- CreateIndex
CREATE INDEX "citations_finance_record_id_idx" ON "citations"("finance_record_id");

-- CreateIndex
CREATE INDEX "citations_meeting_id_idx" ON "citations"("meeting_id");

-- CreateIndex
CREATE INDEX "citations_trade_figure_id_idx" ON "citations"("trade_figure_id");

-- CreateIndex
CREATE UNIQUE INDEX "trade_figures_code_key" ON "trade_figures"("code");

-- CreateIndex
CREATE INDEX "trade_figures_partnership_id_starts_on_id_idx" ON "trade_figures"("partnership_id", "starts_on", "id");

-- AddForeignKey
ALTER TABLE "acceptance_steps" ADD CONSTRAINT "acceptance_steps_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "acceptance_steps" ADD CONSTRAINT "acceptance_steps_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "acceptance_steps" ADD CONSTRAINT "acceptance_steps_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agreement_directions" ADD CONSTRAINT "agreement_directions_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agreement_directions" ADD CONSTRAINT "agreement_directions_direction_id_fkey" FOREIGN KEY ("direction_id") REFERENCES "directions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "directions" ADD CONSTRAINT "directions_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reported_facts" ADD CONSTRAINT "reported_facts_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reported_facts" ADD CONSTRAINT "reported_facts_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reported_facts" ADD CONSTRAINT "reported_facts_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "open_points" ADD CONSTRAINT "open_points_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "open_points" ADD CONSTRAINT "open_points_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_trade_figure_id_fkey" FOREIGN KEY ("trade_figure_id") REFERENCES "trade_figures"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contradiction_versions" ADD CONSTRAINT "contradiction_versions_contradiction_id_fkey" FOREIGN KEY ("contradiction_id") REFERENCES "contradictions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reported_values" ADD CONSTRAINT "reported_values_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reported_values" ADD CONSTRAINT "reported_values_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reported_values" ADD CONSTRAINT "reported_values_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finance_records" ADD CONSTRAINT "finance_records_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finance_records" ADD CONSTRAINT "finance_records_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finance_records" ADD CONSTRAINT "finance_records_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finance_records" ADD CONSTRAINT "finance_records_provider_country_id_fkey" FOREIGN KEY ("provider_country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finance_records" ADD CONSTRAINT "finance_records_receiver_id_fkey" FOREIGN KEY ("receiver_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finance_records" ADD CONSTRAINT "finance_records_receiver_country_id_fkey" FOREIGN KEY ("receiver_country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_direction_id_fkey" FOREIGN KEY ("direction_id") REFERENCES "directions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_direction_id_fkey" FOREIGN KEY ("direction_id") REFERENCES "directions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative_directions" ADD CONSTRAINT "initiative_directions_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative_directions" ADD CONSTRAINT "initiative_directions_direction_id_fkey" FOREIGN KEY ("direction_id") REFERENCES "directions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative_bodies" ADD CONSTRAINT "initiative_bodies_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative_bodies" ADD CONSTRAINT "initiative_bodies_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative_bodies" ADD CONSTRAINT "initiative_bodies_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative_agreements" ADD CONSTRAINT "initiative_agreements_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "initiative_agreements" ADD CONSTRAINT "initiative_agreements_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "code_aliases" ADD CONSTRAINT "code_aliases_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "code_aliases" ADD CONSTRAINT "code_aliases_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "meeting_series"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision_directions" ADD CONSTRAINT "decision_directions_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision_directions" ADD CONSTRAINT "decision_directions_direction_id_fkey" FOREIGN KEY ("direction_id") REFERENCES "directions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision_bodies" ADD CONSTRAINT "decision_bodies_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decisions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision_bodies" ADD CONSTRAINT "decision_bodies_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_direction_id_fkey" FOREIGN KEY ("direction_id") REFERENCES "directions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_dependencies" ADD CONSTRAINT "milestone_dependencies_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_dependencies" ADD CONSTRAINT "milestone_dependencies_waits_for_id_fkey" FOREIGN KEY ("waits_for_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "due_date_changes" ADD CONSTRAINT "due_date_changes_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "due_date_changes" ADD CONSTRAINT "due_date_changes_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "due_date_changes" ADD CONSTRAINT "due_date_changes_cause_country_id_fkey" FOREIGN KEY ("cause_country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "due_date_changes" ADD CONSTRAINT "due_date_changes_because_of_id_fkey" FOREIGN KEY ("because_of_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "due_date_changes" ADD CONSTRAINT "due_date_changes_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "due_date_changes" ADD CONSTRAINT "due_date_changes_asked_post_id_fkey" FOREIGN KEY ("asked_post_id") REFERENCES "posts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "due_date_changes" ADD CONSTRAINT "due_date_changes_agreed_post_id_fkey" FOREIGN KEY ("agreed_post_id") REFERENCES "posts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_confirmation_id_fkey" FOREIGN KEY ("confirmation_id") REFERENCES "confirmations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_due_date_change_id_fkey" FOREIGN KEY ("due_date_change_id") REFERENCES "due_date_changes"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "releases"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_joint_country_id_fkey" FOREIGN KEY ("joint_country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sides" ADD CONSTRAINT "sides_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sides" ADD CONSTRAINT "sides_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sides" ADD CONSTRAINT "sides_lead_organisation_id_fkey" FOREIGN KEY ("lead_organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "landmarks" ADD CONSTRAINT "landmarks_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "caveats" ADD CONSTRAINT "caveats_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_post_id_country_id_fkey" FOREIGN KEY ("post_id", "country_id") REFERENCES "posts"("id", "country_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_person_id_country_id_fkey" FOREIGN KEY ("person_id", "country_id") REFERENCES "people"("id", "country_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_post_id_country_id_fkey" FOREIGN KEY ("post_id", "country_id") REFERENCES "posts"("id", "country_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_chains" ADD CONSTRAINT "report_chains_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_chains" ADD CONSTRAINT "report_chains_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_direction_id_fkey" FOREIGN KEY ("direction_id") REFERENCES "directions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_landmark_id_fkey" FOREIGN KEY ("landmark_id") REFERENCES "landmarks"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "meeting_series"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiatives"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_due_date_change_id_fkey" FOREIGN KEY ("due_date_change_id") REFERENCES "due_date_changes"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "reported_facts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_open_point_id_fkey" FOREIGN KEY ("open_point_id") REFERENCES "open_points"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_contradiction_id_fkey" FOREIGN KEY ("contradiction_id") REFERENCES "contradictions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_value_id_fkey" FOREIGN KEY ("value_id") REFERENCES "reported_values"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "measurements"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_finance_record_id_fkey" FOREIGN KEY ("finance_record_id") REFERENCES "finance_records"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_trade_figure_id_fkey" FOREIGN KEY ("trade_figure_id") REFERENCES "trade_figures"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trade_figures" ADD CONSTRAINT "trade_figures_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnerships"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trade_figures" ADD CONSTRAINT "trade_figures_from_country_id_fkey" FOREIGN KEY ("from_country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "trade_figures" ADD CONSTRAINT "trade_figures_to_country_id_fkey" FOREIGN KEY ("to_country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
