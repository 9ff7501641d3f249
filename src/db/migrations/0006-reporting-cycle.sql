-- The reporting cycle: who answers for a measure, what is asked of them for a quarter, what they answered, who agreed
-- to it, and the day the quarter was locked. Everything here happened, and is added and never changed. What is marked
-- illustrative exists only to show the product; it alone can be taken away again.

alter table measure add column lag_months integer;
alter table measure add constraint measure_lag_sensible check (lag_months between 0 and 36);
alter table observation add column illustrative boolean not null default false;

-- Which unit answers for a measure from a day on. The latest number of a day counts, so that a mistake can be mended.
create table measure_unit (
  authority_id integer not null,
  measure_code text not null,
  from_day date not null,
  number integer not null,
  unit_kind text not null,
  unit_code text not null default '',
  basis text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint measure_unit_pkey primary key (authority_id, measure_code, from_day, number),
  constraint measure_unit_measure_fkey foreign key (authority_id, measure_code) references measure (authority_id, code),
  constraint measure_unit_unit_known check (unit_kind in ('council', 'directorate', 'service', 'portfolio')),
  constraint measure_unit_unit_named check ((unit_kind = 'council') = (unit_code = '')),
  constraint measure_unit_basis_given check (btrim(basis) <> '')
);

create table cycle (
  authority_id integer not null,
  quarter text not null,
  entry_due date not null,
  confirmation_due date not null,
  sign_off_due date not null,
  assurance_due date not null,
  opened_by text not null,
  opened_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint cycle_pkey primary key (authority_id, quarter),
  constraint cycle_quarter_fkey foreign key (authority_id, quarter) references reporting_quarter (authority_id, quarter),
  constraint cycle_due_in_order check
    (entry_due <= confirmation_due and confirmation_due <= sign_off_due and sign_off_due <= assurance_due)
);

create table cycle_request (
  authority_id integer not null,
  quarter text not null,
  measure_code text not null,
  period_start date not null,
  period_end date not null,
  -- A figure with its words, or only the words to a figure that is in already.
  asks text not null,
  unit_kind text not null,
  unit_code text not null default '',
  requested_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint cycle_request_pkey primary key (authority_id, quarter, measure_code),
  constraint cycle_request_cycle_fkey foreign key (authority_id, quarter) references cycle (authority_id, quarter),
  constraint cycle_request_measure_fkey foreign key (authority_id, measure_code) references measure (authority_id, code),
  constraint cycle_request_period_forward check (period_start < period_end),
  constraint cycle_request_asks_known check (asks in ('figure', 'words')),
  constraint cycle_request_unit_known check
    (unit_kind in ('council', 'directorate', 'service', 'portfolio', 'team'))
);

create table cycle_answer (
  authority_id integer not null,
  quarter text not null,
  measure_code text not null,
  number integer not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  status text,
  -- How an estimate was made and how far out it may be.
  estimation text,
  cannot_supply text,
  what_happened text,
  what_we_do text,
  when_right text,
  -- What was asked about when it was given, and kept all the same: for whoever agrees to it.
  doubts jsonb not null default '[]',
  origin text not null,
  given_by text not null,
  given_by_role text not null,
  given_by_account_id bigint,
  given_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint cycle_answer_pkey primary key (authority_id, quarter, measure_code, number),
  constraint cycle_answer_request_fkey
    foreign key (authority_id, quarter, measure_code) references cycle_request (authority_id, quarter, measure_code),
  constraint cycle_answer_number_positive check (number > 0),
  constraint cycle_answer_status_known check (status in ('final', 'provisional', 'estimated')),
  constraint cycle_answer_value_has_status check (value is null or status is not null),
  constraint cycle_answer_denominator_positive check (denominator is null or denominator > 0),
  constraint cycle_answer_cannot_has_no_value check (cannot_supply is null or value is null),
  constraint cycle_answer_origin_known check (origin in ('form', 'workbook', 'csv', 'api'))
);

-- What residents said, a case, a survey: beside the figure, with where it comes from.
create table cycle_evidence (
  authority_id integer not null,
  quarter text not null,
  measure_code text not null,
  answer_number integer not null,
  position integer not null,
  kind text not null,
  says text not null,
  source text not null,
  illustrative boolean not null default false,
  constraint cycle_evidence_pkey primary key (authority_id, quarter, measure_code, answer_number, position),
  constraint cycle_evidence_answer_fkey foreign key (authority_id, quarter, measure_code, answer_number)
    references cycle_answer (authority_id, quarter, measure_code, number),
  constraint cycle_evidence_kind_known check (kind in ('resident-voice', 'case-study', 'survey', 'complaints', 'other')),
  constraint cycle_evidence_says_given check (btrim(says) <> '' and btrim(source) <> '')
);

-- One person's word on one answer. A newer answer begins again from none.
create table cycle_decision (
  authority_id integer not null,
  quarter text not null,
  measure_code text not null,
  answer_number integer not null,
  number integer not null,
  step text not null,
  decision text not null,
  reason text,
  -- True when it was agreed to with others at once, having nothing remarkable.
  together boolean not null default false,
  by_name text not null,
  by_role text not null,
  by_account_id bigint,
  at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint cycle_decision_pkey primary key (authority_id, quarter, measure_code, answer_number, number),
  constraint cycle_decision_answer_fkey foreign key (authority_id, quarter, measure_code, answer_number)
    references cycle_answer (authority_id, quarter, measure_code, number),
  constraint cycle_decision_step_known check (step in ('confirmation', 'sign-off', 'assurance')),
  constraint cycle_decision_decision_known check (decision in ('agreed', 'sent-back')),
  constraint cycle_decision_sent_back_has_reason check (decision = 'agreed' or btrim(reason) <> '')
);

-- From here on what the quarter showed is published: a change to it is a restatement.
create table quarter_lock (
  authority_id integer not null,
  quarter text not null,
  locked_by text not null,
  locked_at timestamptz not null default now(),
  -- Why it was locked although figures were missing; null when none were.
  gaps_reason text,
  illustrative boolean not null default false,
  constraint quarter_lock_pkey primary key (authority_id, quarter),
  constraint quarter_lock_quarter_fkey
    foreign key (authority_id, quarter) references reporting_quarter (authority_id, quarter)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'measure_unit', 'cycle', 'cycle_request', 'cycle_answer', 'cycle_evidence', 'cycle_decision', 'quarter_lock'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority_id = nullif(current_setting(''app.authority'', true), '''')::integer)',
      tenant_table || '_of_authority', tenant_table
    );
    execute format('grant select, insert on %I to goldenthread_app', tenant_table);
  end loop;
  foreach tenant_table in array array[
    'measure_unit', 'cycle', 'cycle_request', 'cycle_answer', 'cycle_evidence', 'cycle_decision', 'quarter_lock',
    'observation'
  ] loop
    execute format(
      'create policy %I on %I as restrictive for delete using (illustrative)',
      tenant_table || '_only_illustrative', tenant_table
    );
    execute format('grant delete on %I to goldenthread_app', tenant_table);
  end loop;
end
$$;
