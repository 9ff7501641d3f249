-- High needs: what papers say of pupils with education, health and care plans, of the deficit and of places; the council's own
-- scenarios of what it may come to; what was promised to be reported, and the plan to recover. What is said again
-- differently is a new number of the same thing, and the latest number counts; nothing is overwritten.

create table high_needs_fact (
  authority_id integer not null,
  subject text not null,
  quantity text not null,
  -- Empty is the council itself.
  area text not null default '',
  -- As printed: '2023/24', '2024-02', '2024-03-31', 'coming years'.
  period text not null,
  basis text not null,
  -- The month in which a forecast was made; empty for everything else, and where it is not said.
  made_in text not null default '',
  number integer not null,
  position integer not null,
  item text not null,
  -- The day on which its period ends; null where the paper does not say one.
  ends_on date,
  amount_pence numeric(18, 0),
  value numeric,
  unit text not null,
  source_ref text not null,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint high_needs_fact_pkey
    primary key (authority_id, subject, quantity, area, period, basis, made_in, number),
  constraint high_needs_fact_authority_fkey foreign key (authority_id) references authority (id),
  constraint high_needs_fact_subject_known check
    (subject in ('deficit', 'plans', 'early-years', 'post-16', 'transport', 'places')),
  constraint high_needs_fact_basis_known check (basis in ('actual', 'budget', 'forecast', 'estimate', 'aim')),
  constraint high_needs_fact_made_in_month check (made_in = '' or made_in ~ '^[0-9]{4}-[0-9]{2}$'),
  constraint high_needs_fact_forecast_dated check (made_in = '' or basis = 'forecast'),
  constraint high_needs_fact_one_value check ((amount_pence is null) <> (value is null)),
  constraint high_needs_fact_count_not_negative check (value is null or value >= 0),
  constraint high_needs_fact_item_given check (btrim(item) <> ''),
  constraint high_needs_fact_number_positive check (number > 0)
);

create table high_needs_scenario (
  authority_id integer not null,
  code text not null,
  number integer not null,
  title text not null,
  says text,
  -- What is assumed otherwise than in the base, field by field, as it was typed.
  assumed jsonb not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint high_needs_scenario_pkey primary key (authority_id, code, number),
  constraint high_needs_scenario_authority_fkey foreign key (authority_id) references authority (id),
  constraint high_needs_scenario_title_given check (btrim(title) <> ''),
  constraint high_needs_scenario_number_positive check (number > 0)
);

create table send_provision (
  authority_id integer not null,
  code text not null,
  number integer not null,
  position integer not null,
  phase text not null,
  school text not null,
  area text not null,
  title text not null,
  kind text not null,
  need text not null,
  places integer not null,
  criteria text,
  -- The month it opens; null where the paper gives none.
  opens_in text,
  source_ref text not null,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint send_provision_pkey primary key (authority_id, code, number),
  constraint send_provision_authority_fkey foreign key (authority_id) references authority (id),
  constraint send_provision_phase_known check (phase in ('primary', 'secondary', 'all-through', 'post-16')),
  constraint send_provision_places_not_negative check (places >= 0),
  constraint send_provision_school_given check (btrim(school) <> ''),
  constraint send_provision_number_positive check (number > 0)
);

create table send_project (
  authority_id integer not null,
  code text not null,
  number integer not null,
  position integer not null,
  school text not null,
  stage text not null,
  title text not null,
  -- Null where the paper gives no number.
  extra_places integer,
  resulting_places integer,
  expected text,
  status text not null,
  source_ref text not null,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint send_project_pkey primary key (authority_id, code, number),
  constraint send_project_authority_fkey foreign key (authority_id) references authority (id),
  constraint send_project_stage_known check (stage in ('awaiting approval', 'approved', 'complete', 'stopped')),
  constraint send_project_places_not_negative check (extra_places >= 0 and resulting_places >= 0),
  constraint send_project_title_given check (btrim(title) <> ''),
  constraint send_project_number_positive check (number > 0)
);

create table high_needs_commitment (
  authority_id integer not null,
  code text not null,
  number integer not null,
  position integer not null,
  commitment text not null,
  -- As printed, and the days it names; null where it names none.
  due text not null,
  due_from date,
  due_until date,
  -- How often it comes round; null when it is this once.
  every_months integer,
  source_ref text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint high_needs_commitment_pkey primary key (authority_id, code, number),
  constraint high_needs_commitment_authority_fkey foreign key (authority_id) references authority (id),
  constraint high_needs_commitment_given check (btrim(commitment) <> ''),
  constraint high_needs_commitment_due_whole check ((due_from is null) = (due_until is null)),
  constraint high_needs_commitment_due_forward check (due_from < due_until),
  constraint high_needs_commitment_number_positive check (number > 0)
);

create table recovery_action (
  authority_id integer not null,
  code text not null,
  number integer not null,
  position integer not null,
  workstream text not null,
  title text not null,
  starts_in text,
  ends_in text,
  -- How the dates are known: as stated, or inferred from a picture.
  dates_basis text not null,
  -- What it saves in a full year; null where nobody said.
  value_pence numeric(18, 0),
  progress text not null,
  words text,
  source_ref text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default false,
  constraint recovery_action_pkey primary key (authority_id, code, number),
  constraint recovery_action_authority_fkey foreign key (authority_id) references authority (id),
  constraint recovery_action_workstream_given check (btrim(workstream) <> ''),
  constraint recovery_action_title_given check (btrim(title) <> ''),
  constraint recovery_action_months check
    (starts_in ~ '^[0-9]{4}-[0-9]{2}$' and ends_in ~ '^[0-9]{4}-[0-9]{2}$' and starts_in <= ends_in),
  constraint recovery_action_dates_basis_known check (dates_basis in ('stated', 'inferred', 'not stated')),
  constraint recovery_action_progress_known check
    (progress in ('not stated', 'not started', 'under way', 'done', 'late', 'stopped')),
  constraint recovery_action_number_positive check (number > 0)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'high_needs_fact', 'high_needs_scenario', 'send_provision', 'send_project', 'high_needs_commitment', 'recovery_action'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy %I on %I using (authority_id = nullif(current_setting(''app.authority'', true), '''')::integer)',
      tenant_table || '_of_authority', tenant_table
    );
    execute format('grant select, insert on %I to goldenthread_app', tenant_table);
    execute format(
      'create policy %I on %I as restrictive for delete using (illustrative)',
      tenant_table || '_only_illustrative', tenant_table
    );
    execute format('grant delete on %I to goldenthread_app', tenant_table);
  end loop;
end
$$;
